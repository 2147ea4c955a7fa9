"""Words for people, kept apart from the language they are shown in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """An English template, which is also its key in the gettext catalogues, and its values.

    A value that is itself a message is shown in the reader's language too.
    """

    template: str
    values: tuple[tuple[str, str | Message], ...] = ()


def msg(template: str, **values: object) -> Message:
    """A message to translate. `{name}` in the template takes the value `name`; catalogues are made from these calls."""
    return Message(
        template, tuple((name, value if isinstance(value, Message) else str(value)) for name, value in values.items())
    )
