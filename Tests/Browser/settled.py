"""What a page comes to: how often it must be looked at is the machine's affair."""

import time

LONGEST = 10.0


def settled(find, wanted):
    """What find() gives once it is what is wanted, or in the end; a value stands for itself."""
    if not callable(find):
        return find
    end = time.monotonic() + LONGEST
    while (found := find()) != wanted and time.monotonic() < end:
        time.sleep(0.02)
    return found
