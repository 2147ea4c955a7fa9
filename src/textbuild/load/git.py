"""Asks the git command about a repository: reads only, trusts nothing that stands there, never waits for ever."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryFile
from threading import Timer

MAX_ANSWER = 32 * 1024 * 1024
"""Bytes of the longest answer that is read: the names of 250,000 files. A hostile commit can name far more."""
_SECONDS = 60.0
_OPTIONS = ("--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # a partial clone would fetch what it lacks, with a command of its configuration
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


class GitError(Exception):
    """git gave no answer; the text is what it said, in English."""


def git(root: Path, *arguments: str, given: bytes = b"", most: int | None = None) -> bytes:
    """What `git ARGUMENTS` answers in the folder `root`. `given`: its standard input, at most 60 KB.

    Raises GitError where git fails, takes too long or answers more than `most` bytes (MAX_ANSWER if not given), and
    FileNotFoundError where there is no git.
    """
    command = ["git", *_OPTIONS, "-C", str(root), *arguments]
    environment = _environment(os.environ)
    most = MAX_ANSWER if most is None else most
    with TemporaryFile() as said, Popen(command, stdin=PIPE, stdout=PIPE, stderr=said, env=environment) as process:
        assert process.stdin
        assert process.stdout
        limit = Timer(_SECONDS, process.kill)
        limit.start()
        try:
            with suppress(BrokenPipeError), process.stdin:
                process.stdin.write(given)
            answer = process.stdout.read(most + 1)
            if len(answer) > most:
                raise GitError(f"git {arguments[0]}: more than {most} bytes")
            code = process.wait()
        finally:
            process.kill()
            limit.cancel()
            limit.join()  # no thread may be alive when a pool of processes forks
        if code:
            said.seek(0)
            raise GitError(said.read(4096).decode(errors="replace").strip() or f"git {arguments[0]}: stopped")
    return answer


def _environment(own: Mapping[str, str]) -> dict[str, str]:
    """This process's, without what would point git to another repository or another configuration."""
    return {name: value for name, value in own.items() if not name.startswith("GIT_")} | _ENVIRONMENT
