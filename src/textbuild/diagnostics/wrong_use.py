"""What stops a command before it can answer: a wrong command line, or a folder that is no library."""

from __future__ import annotations

from textbuild.diagnostics.message import Message


class WrongUseError(Exception):
    """Not a fault in what authors wrote, and none of textbuild. `message` is for the person at the keyboard."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.template)
        self.message = message
