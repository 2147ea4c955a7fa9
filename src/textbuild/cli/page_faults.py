"""One line for each PDF just made: how many places of its pages a publisher would not sign."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence

from textbuild.cli.console import Session
from textbuild.publish.artefact import Workplace
from textbuild.publish.build import Built
from textbuild.publish.volume.print_pages import pages_file


def on_pages(results: Sequence[Built], place: Workplace, here: Session) -> Iterator[str]:
    """Kinds and numbers, and the file that lists them; nothing for a book without faults."""
    for book in (one.name.removesuffix(" pdf") for one in results if one.parts and one.name.endswith(" pdf")):
        path = pages_file(place, book)
        try:
            kinds = Counter(str(fault["fault"]).partition(" ")[0] for fault in json.loads(path.read_bytes())["faults"])
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if kinds:
            told = "、".join(f"{kind} {count}" for kind, count in kinds.most_common())
            file = min(str(path), os.path.relpath(path), key=len)
            yield here.say(
                f"{book} 的版面有 {kinds.total()} 处要看：{told}。页码和位置见 {file}",
                f"{kinds.total()} places on the pages of {book} want a look: {told}. See {file}",
            )
