// SHA-256 of libmd, for the content hashes in asset names.
#include <sys/types.h>
#include <sha256.h>
