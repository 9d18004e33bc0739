// libwoff is C++; hence these functions in C's manner. Its size limit guards against files that claim to be huge.
#include "woff2_shim.h"

#include <woff2/decode.h>

namespace {
constexpr size_t kMostBytes = 64u << 20;
}

size_t lectern_woff2_font_size(const uint8_t *file, size_t length) {
  size_t size = woff2::ComputeWOFF2FinalSize(file, length);
  return size > kMostBytes ? 0 : size;
}

size_t lectern_woff2_unpack(const uint8_t *file, size_t length, uint8_t *font, size_t room) {
  woff2::WOFF2MemoryOut out(font, room);
  if (!woff2::ConvertWOFF2ToTTF(file, length, &out)) return 0;
  return out.Size();
}
