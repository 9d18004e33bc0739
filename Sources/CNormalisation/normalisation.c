// ICU renames its functions with every version, by macros that Swift does not see; hence this one in C.
#include "normalisation.h"

#include <unicode/unorm2.h>
#include <unicode/utf16.h>

// The longest that a character becomes is 18 units.
enum { units = 64 };

int32_t lectern_fold(uint32_t character, uint32_t *result, int32_t room) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *folder = unorm2_getNFKCCasefoldInstance(&status);
  const UNormalizer2 *taker = unorm2_getNFDInstance(&status);
  UChar text[2], folded[units], apart[units];
  int32_t length = 0, offset = 0, count = 0;
  U16_APPEND_UNSAFE(text, length, (UChar32)character);
  int32_t middle = unorm2_normalize(folder, text, length, folded, units, &status);
  int32_t end = unorm2_normalize(taker, folded, middle, apart, units, &status);
  if (U_FAILURE(status)) {
    if (room > 0) result[0] = character;
    return 1;
  }
  while (offset < end && count < room) {
    UChar32 next;
    U16_NEXT(apart, offset, end, next);
    result[count++] = (uint32_t)next;
  }
  return count;
}
