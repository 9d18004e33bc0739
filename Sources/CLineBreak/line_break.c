// ICU renames its functions with every version, by macros that Swift does not see; hence these three in C.
#include "line_break.h"

#include <stddef.h>
#include <unicode/ubrk.h>

void *lectern_breaker_open(lectern_cuts cuts, const char *language) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIteratorType type = cuts == lectern_cuts_of_lines ? UBRK_LINE : UBRK_SENTENCE;
  UBreakIterator *breaker = ubrk_open(type, language, NULL, 0, &status);
  return U_SUCCESS(status) ? breaker : NULL;
}

int32_t lectern_breaker_find(void *breaker, const uint16_t *text, int32_t length, int32_t *offsets, int32_t room) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaker, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) return -1;
  int32_t count = 0;
  ubrk_first(breaker);
  for (int32_t offset = ubrk_next(breaker); offset != UBRK_DONE && count < room; offset = ubrk_next(breaker)) {
    offsets[count++] = offset;
  }
  return count;
}

void lectern_breaker_close(void *breaker) { ubrk_close(breaker); }
