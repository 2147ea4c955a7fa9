"""Keeps the garbage collector out of work that makes many values and no garbage."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Collecting would look at every value again and again: up to three quarters of the time of loading, linking.

    Nor does it look at them later: what was loaded stays until the end, or until `release` is called.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.enable()


def release() -> None:
    """Lets go of what is no longer used of all that was made so far: for a process that loads again and again."""
    gc.unfreeze()
    gc.collect()


atexit.register(gc.unfreeze)  # libraries that look for leaks when Python ends would find all that is frozen then
