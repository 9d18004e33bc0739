#ifndef LECTERN_EXCHANGE_H
#define LECTERN_EXCHANGE_H

/// Gives two files or folders each other's names in one step; 0, or -1 with `errno` set.
int lectern_exchange(const char *_Nonnull one, const char *_Nonnull other);

/// Waits until no other process holds a folder's lock, and takes it; the file whose closing gives it back, or -1 with `errno` set.
int lectern_lock(const char *_Nonnull folder);

/// Waits until all that was written to a folder's file system would survive a loss of power; 0, or -1 with `errno` set.
int lectern_flush(const char *_Nonnull folder);

#endif
