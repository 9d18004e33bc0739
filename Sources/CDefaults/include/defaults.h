#ifndef LECTERN_DEFAULTS_H
#define LECTERN_DEFAULTS_H

#include <stddef.h>

/// One file of `templates/`, as it was when the program was compiled.
typedef struct {
  /// Its path below `templates/`.
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} lectern_default_file;

/// The built-in files; `count` receives how many there are.
const lectern_default_file *_Nonnull lectern_default_files(size_t *_Nonnull count);

/// What the live preview adds to pages; `count` receives how many files there are.
const lectern_default_file *_Nonnull lectern_preview_files(size_t *_Nonnull count);

#endif
