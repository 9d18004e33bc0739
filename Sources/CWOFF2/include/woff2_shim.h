#ifndef LECTERN_WOFF2_H
#define LECTERN_WOFF2_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How many bytes the font inside a WOFF2 file has; 0 when it is none.
size_t lectern_woff2_font_size(const uint8_t *file, size_t length);

/// Unpacks the font of a WOFF2 file into `font`, which has `room` bytes; returns how many were written, 0 for a broken file.
size_t lectern_woff2_unpack(const uint8_t *file, size_t length, uint8_t *font, size_t room);

#ifdef __cplusplus
}
#endif

#endif
