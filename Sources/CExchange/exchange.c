// Swift's view of the C library leaves these calls out.
#define _GNU_SOURCE
#include "exchange.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>

int lectern_lock(const char *folder) {
  int file = open(folder, O_RDONLY | O_CLOEXEC);
  if (file < 0) return -1;
  while (flock(file, LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    int reason = errno;
    close(file);
    errno = reason;
    return -1;
  }
  return file;
}

int lectern_flush(const char *folder) {
  int file = open(folder, O_RDONLY | O_CLOEXEC);
  if (file < 0) return -1;
#ifdef __linux__
  // One call for all files: each on its own would take as long as the whole build.
  int result = syncfs(file);
#else
  int result = fsync(file);
#endif
  int reason = errno;
  close(file);
  errno = reason;
  return result;
}

#ifdef __linux__

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
