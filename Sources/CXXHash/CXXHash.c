#include "CXXHash.h"

// Compiled in whole, so that the program needs no library for it where it runs.
#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t lectern_content_hash(const uint8_t *bytes, size_t count) {
  return XXH3_128bits(bytes, count).high64;
}
