"""What a process may take of the machine when it works on what others wrote."""

from __future__ import annotations

import resource


def limit_memory(most: int) -> None:
    """From now on this process has at most so many bytes of its own; what asks for more gets a MemoryError.

    Files mapped into memory do not count. macOS takes no notice of the limit.
    """
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
