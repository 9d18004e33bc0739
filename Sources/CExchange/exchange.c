// Swift's view of the C library leaves these calls out.
#define _GNU_SOURCE
#include "exchange.h"

#include <errno.h>
#include <stdio.h>

#ifdef __linux__
#include <fcntl.h>

int lectern_exchange(const char *one, const char *other) {
  return renameat2(AT_FDCWD, one, AT_FDCWD, other, RENAME_EXCHANGE);
}
#elif defined(__APPLE__)
int lectern_exchange(const char *one, const char *other) {
  return renamex_np(one, other, RENAME_SWAP);
}
#else
int lectern_exchange(const char *one, const char *other) {
  (void)one;
  (void)other;
  errno = ENOSYS;
  return -1;
}
#endif
