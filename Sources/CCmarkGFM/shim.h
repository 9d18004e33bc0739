// cmark-gfm and the inside of its nodes: footnote numbers and columns have no accessor of their own.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>
