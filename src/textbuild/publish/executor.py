"""Runs building tasks in processes of their own, a few at a time, and puts their outputs in place whole."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
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


def run_tasks(
    tasks: Sequence[tuple[str, Callable[[], Value]]], jobs: int, seconds: float = 1800
) -> Iterator[Outcome[Value]]:
    """Runs each task in a process of its own, at most `jobs` at a time, and yields outcomes as they come.

    A task that raises, dies or takes longer than `seconds` gives an outcome with a `problem`; the others go on. When
    the caller stops early (an interrupt, an error) all running processes are ended.
    """
    waiting = list(reversed(tasks))
    running: dict[Connection, _Running] = {}
    try:
        while waiting or running:
            while waiting and len(running) < max(1, jobs):
                name, task = waiting.pop()
                running.update([_start(name, task)])
            for connection in _ready(running, seconds):
                one = running.pop(connection)
                value, problem = _answer(connection, one, seconds)
                _end(one.process)
                connection.close()
                yield Outcome(one.name, value, problem, time.monotonic() - one.started)
    finally:
        for one in running.values():
            _end(one.process)


def run_here(tasks: Sequence[tuple[str, Callable[[], Value]]]) -> Iterator[Outcome[Value]]:
    """The same in this process, one after another, without a time limit."""
    for name, task in tasks:
        started = time.monotonic()
        try:
            value, problem = task(), None
        except Exception as error:
            value, problem = None, f"{error}\n{traceback.format_exc()}"
        yield Outcome(name, value, problem, time.monotonic() - started)


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


def _start(name: str, task: Callable[[], object]) -> tuple[Connection, _Running]:
    receiver, sender = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=_work, args=(task, sender), name=name, daemon=True)
    process.start()
    sender.close()
    return receiver, _Running(name, process, time.monotonic())


def _work(task: Callable[[], object], sender: Connection) -> None:
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


def _end(process: BaseProcess) -> None:
    process.join(0.2)
    if process.is_alive():
        process.terminate()
        process.join(2)
    if process.is_alive():
        process.kill()
        process.join()


def _remove(path: Path) -> None:
    with suppress(FileNotFoundError):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
