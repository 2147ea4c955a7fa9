"""Writes one module of a benchmark: a real module's parts, filled with sentences and blocks of a real book."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from benchmarks.material import Material
from benchmarks.records import Citable

Item = TypeVar("Item")

_PARTS = (
    "任务情境",
    "岗位对接",
    "依据",
    "安全",
    "工具与设备",
    "知识准备",
    "实施步骤",
    "质量检验",
    "故障与对策",
    "自测",
    "拓展",
)


@dataclass(frozen=True, slots=True)
class Assignment:
    """What one module is about."""

    number: str
    """`07-03`: the third module of the seventh book."""
    title: str
    job: str
    """`job:ev-battery-assembler#A2`"""
    process: str
    basis: tuple[Citable, ...]
    previous: str | None
    """The file of the module before it."""


def write_module(one: Assignment, material: Material, random: Random, size: int) -> str:
    """The module's text: about `size` bytes of UTF-8, at most a tenth more or less where there is material enough."""
    return _Module(one, material, random).text(size)


class _Module:
    """Draws from the material; within the module no block comes twice."""

    def __init__(self, one: Assignment, material: Material, random: Random) -> None:
        self.one, self.material, self.random = one, material, random
        self.used: set[str] = set()

    def text(self, size: int) -> str:
        parts = {part: self._part(part) for part in _PARTS}
        left = size - len(self._joined(parts).encode())
        for _ in range(10_000):
            piece = self._filling()
            if left <= size // 20:
                break
            if (length := len(piece.encode()) + 2) <= left:
                parts[self.random.choice(_PARTS)].append(piece)
                left -= length
        return self._joined(parts)

    def _joined(self, parts: dict[str, list[str]]) -> str:
        body = "\n\n".join(f"## {part}\n\n" + "\n\n".join(blocks) for part, blocks in parts.items())
        return f"{self._front()}\n\n{body}\n"

    def _front(self) -> str:
        one = self.one
        basis = ", ".join(citable.number.identity for citable in one.basis[:2])
        lines = [f"title: {one.title}", f"id: BENCH-{one.number}", "hours: 4", f"basis: [{basis}]"]
        lines += [f"jobs: [{one.job!r}]", f"processes: [{one.process!r}]", "objectives:"]
        lines += [f"  - 能说清{one.title}的步骤，并用记录证明", "  - 能查到现行标准的版本和条号"]
        return "\n".join(["---", *lines, "---"])

    def _part(self, part: str) -> list[str]:
        one, material = self.one, self.material
        if part == "岗位对接":
            before = f"前提是完成了[上一模块]({one.previous})。" if one.previous else ""
            return [f"本模块训练 [@{one.job}]，工艺是 [@{one.process}]。{before}"]
        if part == "依据":
            return [self._basis()]
        if part == "安全":
            return [self._drawn(material.admonitions)]
        if part == "知识准备":
            figure, id_ = self.random.choice(material.figures), one.number
            image = f'![{figure.alt}]({figure.file} "{figure.caption}"){{#fig-{id_}}}'
            equation = f"{self._drawn(material.equations)} {{#eq-{id_}}}"
            return [f"先看[@fig-{id_}]，再用[@eq-{id_}]计算。", image, equation, f"设 $R = U/I$。{self._paragraph()}"]
        if part == "质量检验":
            return [f"按[@tbl-{one.number}]填写。", f"表：检验单 {{#tbl-{one.number}}}", self._drawn(material.tables)]
        return [self._paragraph()]

    def _basis(self) -> str:
        titles = (f"《{citable.title}》" if citable.title else "" for citable in self.one.basis)
        cited = "、".join(self._mention(citable) + title for citable, title in zip(self.one.basis, titles, strict=True))
        return f"本模块按 {cited} 编写。{self._paragraph()}"

    def _mention(self, citable: Citable) -> str:
        return self.random.choice((citable.number.identity, citable.number.printed))

    def _paragraph(self) -> str:
        sentences = self.random.sample(self.material.sentences, self.random.randint(2, 4))
        if self.random.random() < 0.3:
            sentences.append(f"记录写明 {self._mention(self.random.choice(self.one.basis))}。")
        return "".join(sentences)

    def _filling(self) -> str:
        kinds = (self.material.lists, self.material.paragraphs)
        return self._paragraph() if self.random.random() < 0.7 else self._drawn(self.random.choice(kinds))

    def _drawn(self, blocks: Sequence[str]) -> str:
        fresh = [block for block in blocks if block not in self.used] or list(blocks)
        block = self.random.choice([one for one in fresh if len(one.encode()) < 1500] or fresh)
        self.used.add(block)
        return block
