#ifndef LECTERN_EXCHANGE_H
#define LECTERN_EXCHANGE_H

/// Gives two files or folders each other's names in one step; 0, or -1 with `errno` set.
int lectern_exchange(const char *_Nonnull one, const char *_Nonnull other);

#endif
