"""Runs building tasks in processes of their own, a few at a time, and puts their outputs in place whole."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")

# Fork hands the linked library to a worker without copying or pickling it.
_CONTEXT = multiprocessing.get_context("fork")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """What came of one task: a value, or the words of what went wrong."""

    name: str
    value: Value | None = None
    problem: str | None = None
    seconds: float = 0.0


@dataclass(slots=True)
class _Running:
    name: str
    process: BaseProcess
    started: float
    scratch: str
    """Its folder for temporary files, removed with it: a process that is ended leaves none behind."""


def run_tasks(
    tasks: Sequence[tuple[str, Callable[[], Value]]], jobs: int, seconds: float = 1800
) -> Iterator[Outcome[Value]]:
    """Runs each task in a process of its own, at most `jobs` at a time, and yields outcomes as they come.

    A task that raises, dies or takes longer than `seconds` gives an outcome with a `problem`; the others go on. When
    the caller stops early (an interrupt, an error) all running processes are ended.
    """
    yield from _run(tasks, max(1, jobs), seconds, _Places(max(1, jobs)))


def run_here(tasks: Sequence[tuple[str, Callable[[], Value]]]) -> Iterator[Outcome[Value]]:
    """The same in this process, one after another, without a time limit."""
    for name, task in tasks:
        started = time.monotonic()
        try:
            value, problem = task(), None
        except Exception as error:
            value, problem = None, f"{error}\n{traceback.format_exc()}"
        yield Outcome(name, value, problem, time.monotonic() - started)


def run_parts(tasks: Sequence[tuple[str, Callable[[], Value]]], seconds: float = 1800) -> Iterator[Outcome[Value]]:
    """The parts of a task, each in a process of its own: as many at a time as the whole run has places free.

    The task itself works on nothing meanwhile, so its own place is one of those. A machine never has more to do than
    the run was asked for, however many tasks have parts.
    """
    places = _places or _Places(os.cpu_count() or 1)
    with places.lent():
        yield from _run(tasks, len(tasks), seconds, places)


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """A place beside `target` to build in, which becomes `target` if the block ends well.

    The last good output stays where it is until the new one is whole; an exception leaves it untouched.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    building = target.with_name(f".{target.name}.building-{os.getpid()}")
    old = target.with_name(f".{target.name}.old-{os.getpid()}")
    _remove(building)
    try:
        yield building
        if target.is_dir() and not target.is_symlink():
            target.rename(old)
        building.replace(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise
    finally:
        _remove(building)
        _remove(old)


def clear_leftovers(folder: Path) -> None:
    """Puts back or removes what a run that was killed left in `folder`."""
    for path in folder.glob(".*.old-*"):
        target = path.with_name(path.name[1:].rpartition(".old-")[0])
        if not target.exists():
            path.rename(target)
        _remove(path)
    for path in folder.glob(".*.building-*"):
        _remove(path)


class _Places:
    """How many processes of a run may work at once, shared by all of them."""

    def __init__(self, count: int) -> None:
        self._free = _CONTEXT.Semaphore(count)
        self._mine = False

    def take(self, *, wait: bool) -> bool:
        return self._free.acquire(block=wait)

    def give(self) -> None:
        self._free.release()

    def occupied(self) -> None:
        """This process has one of the places, which the process that started it took."""
        self._mine = True

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Within the block the place of this process is free for others."""
        if self._mine:
            self.give()
        try:
            yield
        finally:
            if self._mine:
                self.take(wait=True)


_places: _Places | None = None
"""Of the run that started this process; None in the first one."""


def _run(
    tasks: Sequence[tuple[str, Callable[[], Value]]], most: int, seconds: float, places: _Places
) -> Iterator[Outcome[Value]]:
    waiting = list(reversed(tasks))
    running: dict[Connection, _Running] = {}
    try:
        while waiting or running:
            while waiting and len(running) < most and places.take(wait=not running):
                name, task = waiting.pop()
                running.update([_start(name, task, places)])
            for connection in _ready(running, seconds):
                one = running.pop(connection)
                value, problem = _answer(connection, one, seconds)
                _end(one)
                connection.close()
                places.give()
                yield Outcome(one.name, value, problem, time.monotonic() - one.started)
    finally:
        for one in running.values():
            _end(one)
            places.give()


def _start(name: str, task: Callable[[], object], places: _Places) -> tuple[Connection, _Running]:
    receiver, sender = _CONTEXT.Pipe(duplex=False)
    scratch = tempfile.mkdtemp(prefix="textbuild-")
    process = _CONTEXT.Process(target=_work, args=(task, sender, places, scratch), name=name)
    process.start()
    sender.close()
    return receiver, _Running(name, process, time.monotonic(), scratch)


def _work(task: Callable[[], object], sender: Connection, places: _Places, scratch: str) -> None:
    global _places
    _places = places
    tempfile.tempdir = scratch
    places.occupied()
    os.setpgid(0, 0)  # it is ended with the processes that it starts itself
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        sender.send((task(), None))
    except Exception as error:
        sender.send((None, f"{error}\n{traceback.format_exc()}"))
    finally:
        sender.close()


def _ready(running: dict[Connection, _Running], seconds: float) -> list[Connection]:
    """Connections whose task has ended, or has had its time."""
    ended = [found for found in wait(list(running), timeout=1.0) if isinstance(found, Connection)]
    late = time.monotonic() - seconds
    return ended or [connection for connection, one in running.items() if one.started < late]


def _answer(connection: Connection, one: _Running, seconds: float) -> tuple[Any, str | None]:
    if not connection.poll():
        return None, f"took longer than {seconds:.0f} s and was ended"
    try:
        value, problem = connection.recv()
    except EOFError:
        one.process.join(5)
        return None, f"the process ended without an answer (exit code {one.process.exitcode}; out of memory?)"
    return value, problem


def _end(one: _Running) -> None:
    process = one.process
    process.join(0.2)
    for sign in (signal.SIGTERM, signal.SIGKILL):
        if process.is_alive():
            _signal(process, sign)
            process.join(2)
    shutil.rmtree(one.scratch, ignore_errors=True)


def _signal(process: BaseProcess, sign: signal.Signals) -> None:
    """To the process and those that it started; to it alone while it has no group of its own yet."""
    assert process.pid is not None
    with suppress(ProcessLookupError):
        own = os.getpgid(process.pid) == process.pid
        (os.killpg if own else os.kill)(process.pid, sign)


def _remove(path: Path) -> None:
    with suppress(FileNotFoundError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
