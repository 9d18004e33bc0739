#ifndef LECTERN_LINE_BREAK_H
#define LECTERN_LINE_BREAK_H

#include <stdint.h>

/// Where a text may be cut.
typedef enum {
  /// Between lines: ICU's rules, which are those of Unicode's annex 14.
  lectern_cuts_of_lines,
  /// Between sentences: those of annex 29.
  lectern_cuts_of_sentences,
} lectern_cuts;

/// A reader of one kind of cuts in one language; NULL when ICU has none.
void *lectern_breaker_open(lectern_cuts cuts, const char *language);

/// Writes the offsets, in UTF-16 units, at which `text` may be cut, its end included, and returns how many there are;
/// no more than `room` are written. Negative when ICU refuses the text.
int32_t lectern_breaker_find(void *breaker, const uint16_t *text, int32_t length, int32_t *offsets, int32_t room);

/// Lets go of a reader.
void lectern_breaker_close(void *breaker);

#endif
