"""What typer says of a wrong command line, as messages that can be translated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from textbuild.diagnostics import Message, msg

_SAYINGS: tuple[tuple[str, Message], ...] = (
    (
        r"No such option: (?P<name>\S+) \(Possible options: (?P<near>.*)\)",
        msg("there is no option {name}; did you mean {near}?"),
    ),
    (r"No such option: (?P<name>\S+)", msg("there is no option {name}")),
    (
        r"No such command '(?P<name>.*)'\. Did you mean '(?P<near>.*)'\?",
        msg("there is no command {name}; did you mean {near}?"),
    ),
    (r"No such command '(?P<name>.*)'\.", msg("there is no command {name}")),
    (r"Missing (?:argument|option) '(?P<name>.*?)'\.", msg("{name} is missing: see --help")),
    (r"Option '(?P<name>.*)' requires an argument\.", msg("a value is missing after {name}")),
    (r"Option '(?P<name>.*)' does not take a value\.", msg("{name} takes no value")),
    (r"Got unexpected extra argument(?:s|\(s\))? \((?P<given>.*)\)", msg("this is too much: {given}")),
    (r"Invalid value for '(?P<name>.*?)': .*(?:valid integer|valid int).*", msg("{name} must be a whole number")),
    (
        r"Invalid value for '(?P<name>.*?)': .*greater than or equal to (?P<least>\d+)",
        msg("{name} must be {least} or more"),
    ),
    (r"Invalid value for '(?P<name>.*?)': .*less than or equal to (?P<most>\d+)", msg("{name} must be {most} or less")),
    (r"Invalid value for '(?P<name>.*?)': .* is not one of (?P<known>.*)\.", msg("{name} must be one of: {known}")),
    (r"Invalid value for '(?P<name>.*?)': .*", msg("the value of {name} is none that it takes")),
)
"""Sentences of typer, which are no part of its interface: one that is not found here is shown as it is."""


def explained(sentence: str) -> Message:
    """The message that tells the same as a sentence of typer's."""
    for pattern, message in _SAYINGS:
        if found := re.fullmatch(pattern, sentence, re.DOTALL):
            return replace(message, values=tuple(found.groupdict().items()))
    return Message("{sentence}", (("sentence", sentence),))


def chosen_language(arguments: Sequence[str]) -> str | None:
    """What `--lang` says, read before typer has read the command line: it may refuse to."""
    for argument, following in zip(arguments, [*arguments[1:], None], strict=True):
        if argument == "--lang":
            return following
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None
