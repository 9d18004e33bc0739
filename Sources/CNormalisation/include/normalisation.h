#ifndef LECTERN_NORMALISATION_H
#define LECTERN_NORMALISATION_H

#include <stdint.h>

/// Writes what is left of a character when width, case, ligatures and other compatible forms no longer count, taken apart
/// into letters and marks, and returns how many characters that are; none for characters that nobody sees.
///
/// No more than `room` are written.
int32_t lectern_fold(uint32_t character, uint32_t *result, int32_t room);

#endif
