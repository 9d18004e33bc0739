#pragma once

#include <stddef.h>
#include <stdint.h>

/// The first half of the 128-bit XXH3 of some bytes, in its canonical order of bytes.
uint64_t lectern_content_hash(const uint8_t *bytes, size_t count);
