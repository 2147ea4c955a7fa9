"""A virtual workshop made from a process record: it runs as it is, and the teacher adds what makes it worth doing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from textbuild.model.process import Parameter, Process, Step

_A_ROW = 3
"""Stations beside each other, as many as a telephone shows."""
_MOST_SETTINGS = 8

_FAULT = """\
faults: []
# 异常，一条一段，去掉行首的 # 再改。kind：order 次序不对、safety 安全措施缺失、tolerance 超差、sensor 仪表失效
#  - id: guard
#    kind: safety
#    title: 待填
#    step: {step}
#    symptom: 学生看到、听到什么
#    reaction: 正确的处置
#    wrong: [错误的处置一, 错误的处置二]
#    why: 为什么
"""
_READING = """\
    # readings:   # 要测量的参数从 settings 移到这里，写正常时的读数；仪表写在上面的 instruments 里
    #   - {{parameter: {name}, instrument: meter, value: {value:g}, noise: 0}}
"""


def workshop(book: str, process: Process) -> Mapping[str, str]:
    """Path relative to the library's root → content. Every parameter that has limits is one to be set, at first."""
    slug = process.id.partition(":")[2]
    return {f"books/{book}/workshops/{slug}.yml": "".join(_lines(process, slug))}


def _lines(process: Process, slug: str) -> Iterator[str]:
    yield f"kind: workshop\nid: workshop:{slug}\ntitle: {_text(process.title)}\nprocess: {process.id}\n"
    yield "situation: 待填：学生面对什么\ntask: 待填：要做到什么\nending: 待填：做完想一想的问题\nseed: 1\n"
    yield from _layout(process)
    yield "instruments: []\n#  - {id: meter, title: 待填, range: [0, 100], decimals: 1}\nsteps:\n"
    for step in process.steps:
        yield from _step(step)
    yield _FAULT.format(step=process.steps[0].id)
    settings = 20 if any(_limited(step) for step in process.steps) else 0
    yield f"scoring: {{steps: {100 - settings}, settings: {settings}}}   # 加了读数、异常、产线，再分一次，共 100 分\n"


def _layout(process: Process) -> Iterator[str]:
    names = list(dict.fromkeys(_station(step) for step in process.steps))
    yield "layout:\n  stations:   # machine：bench robot cnc washer camera press tester store vehicle person\n"
    for index, name in enumerate(names):
        row, column = divmod(index, _A_ROW)
        column = column if row % 2 == 0 else _A_ROW - 1 - column  # back and forth: the conveyor crosses nothing
        place = f"at: [{column + 1}, {row + 1}]"
        yield f"    - {{id: s{index + 1}, name: {_text(name)}, machine: bench, {place}}}\n"
    yield f"  conveyor: [{', '.join(f's{index + 1}' for index in range(len(names)))}]\n" if len(names) > 1 else ""


def _step(step: Step) -> Iterator[str]:
    yield f"  - step: {_text(step.id)}   # {' '.join(step.title.split())}\n"
    yield "" if step.station else "    station: s1\n"
    yield "    safety: []   # 绝不能跳过的动作，照工艺记录的 actions 抄\n"
    limited = _limited(step)
    if limited:
        yield "    settings:\n"
        yield from (f"      - {_setting(parameter)}\n" for parameter in limited)
        first = limited[0]
        yield _READING.format(name=first.name.replace("\n", " "), value=_right(first))


def _station(step: Step) -> str:
    return step.station or "工位"


def _limited(step: Step) -> list[Parameter]:
    """Those that can be judged, each name once."""
    named = {one.name: one for one in reversed(step.parameters) if (one.min, one.max) != (None, None)}
    return list(reversed(named.values()))[:_MOST_SETTINGS]


def _right(parameter: Parameter) -> float:
    """A value within the limits, or on one."""
    low, high, nominal = parameter.min, parameter.max, parameter.nominal
    if nominal is not None and (low is None or low <= nominal) and (high is None or nominal <= high):
        return nominal
    return low if low is not None else high or 0


def _setting(parameter: Parameter) -> str:
    """It begins outside the limits, and its steps lead to a right value."""
    low, high = parameter.min, parameter.max
    known = [one for one in (low, high) if one is not None]
    span = max(known) - min(known) if len(known) == 2 and max(known) > min(known) else abs(known[0]) or 1
    lowest, highest = min(known) - span, max(known) + span
    if min(known) > 0 or (min(known) == 0 and high is not None):
        lowest = max(0, lowest)  # what is never negative is not set so
    by, right = float(f"{span / 4:.1g}"), _right(parameter)
    lowest = right - int((right - lowest) / by + 1e-9) * by
    highest = right + int((highest - right) / by + 1e-9) * by
    start = lowest if low is not None else highest
    numbers = f"start: {start:.9g}, lowest: {lowest:.9g}, highest: {highest:.9g}, by: {by:g}"
    return f"{{parameter: {_text(parameter.name)}, {numbers}}}"


def _text(value: str) -> str:
    """As it is where YAML takes it so, else in quotation marks."""
    plain = value.replace(" ", "").replace("-", "a")
    return (
        value
        if plain.isalnum() and not plain.isdecimal() and value[0] != "-"
        else json.dumps(value, ensure_ascii=False)
    )
