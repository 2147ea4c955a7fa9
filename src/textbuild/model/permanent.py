"""The name under which the page of a printed id stands for ever: `/v/<name>/`."""

from __future__ import annotations

import base64
import hashlib
import re

_LONGEST = 64
_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?:/[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)*")


def permanent_name(id_: str) -> str:
    """The id itself, where it can be a path on any server and be typed from paper; else eight letters made of it.

    Never to be changed: the names are printed. Folders within the name are kept (`ev/1-1`), dots never lead out.
    """
    if len(id_) <= _LONGEST and _SAFE.fullmatch(id_) and ".htm" not in id_.lower():
        return id_
    digest = hashlib.sha256(id_.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(digest[:5]).decode().lower()
