"""The words of a coverage's tables, in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from textbuild.diagnostics.translate import Language
from textbuild.link.coverage import Layer


@dataclass(frozen=True, slots=True)
class Words:
    marks: Mapping[Layer, str]
    """One sign a layer, told apart without colour."""
    legend: str
    job: str
    duty: str
    part: str
    title: str
    book: str
    summary: str
    """Holds `{tasks}`, `{taught}`, `{practised}`, `{assessed}`."""
    uncovered: str
    idle: str
    orphans: str

    def cell(self, layers: Iterable[Layer]) -> str:
        """The signs of a cell's layers, in the order of learning."""
        found = set(layers)
        return " ".join(mark for layer, mark in self.marks.items() if layer in found)


_CHINESE = Words(
    marks=MappingProxyType({Layer.TAUGHT: "教", Layer.PRACTISED: "练", Layer.ASSESSED: "评"}),
    legend="教：模块头部写明；练：在实施步骤、实训或练习里做；评：在自测、评价表或质量检验里考",
    job="岗位",
    duty="职责",
    part="编号",
    title="任务或能力",
    book="书",
    summary="任务 {tasks} 项：教 {taught}，练 {practised}，评 {assessed}",
    uncovered="没有模块覆盖的任务和能力",
    idle="没有覆盖任何任务的模块",
    orphans="未覆盖",
)
_ENGLISH = Words(
    marks=MappingProxyType({Layer.TAUGHT: "T", Layer.PRACTISED: "P", Layer.ASSESSED: "A"}),
    legend="T: taught, by the module's front matter; P: practised in its steps or exercises; A: assessed in its tests",
    job="Job",
    duty="Duty",
    part="Id",
    title="Task or competency",
    book="Book",
    summary="{tasks} tasks: taught {taught}, practised {practised}, assessed {assessed}",
    uncovered="Tasks and competencies that no module covers",
    idle="Modules that cover no task",
    orphans="Orphans",
)


def words_of(language: Language) -> Words:
    return _CHINESE if language == "zh" else _ENGLISH
