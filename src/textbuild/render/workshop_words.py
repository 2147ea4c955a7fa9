"""The words of a virtual workshop's printed form; which of the two a book has is told by `Words.workshop`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkshopWords:
    name: str
    floor: str
    task: str
    ending: str
    steps: str
    step: str
    actions: str
    limits: str
    hazards: str
    safety: str
    typical: str
    read_with: str
    faults: str
    symptom: str
    reaction: str
    line: str
    station: str
    cycle: str
    buffer: str
    good: str
    failures: str
    mean: str
    online: str
    process: str


CHINESE = WorkshopWords(
    name="虚拟车间：{text}",
    floor="车间布局：{text}",
    task="任务",
    ending="做完想一想",
    steps="工序与限值",
    step="步骤",
    actions="动作（按次序）",
    limits="参数、限值与依据",
    hazards="危险",
    safety="安全",
    typical="典型值，不是标准限值",
    read_with="用{text}测量",
    faults="要能识别的异常",
    symptom="现象",
    reaction="正确处置",
    line="产线数据（示例）",
    station="工位",
    cycle="节拍 / s",
    buffer="前缓冲 / 件",
    good="合格率",
    failures="故障间隔 / 修复 / s",
    mean="（指数分布）",
    online="扫码在网页上做这个虚拟车间",
    process="工艺",
)
ENGLISH = WorkshopWords(
    name="Virtual workshop: {text}",
    floor="Floor plan: {text}",
    task="Task",
    ending="Afterwards",
    steps="Steps and limits",
    step="Step",
    actions="Actions in order",
    limits="Parameters, limits, basis",
    hazards="Hazards",
    safety="safety",
    typical="a typical value, not a standard's limit",
    read_with="read with: {text}",
    faults="Faults to recognise",
    symptom="Symptom",
    reaction="Right reaction",
    line="The line (sample data)",
    station="Station",
    cycle="Cycle / s",
    buffer="Buffer before it",
    good="Yield",
    failures="Between failures / repair / s",
    mean=" (exponential)",
    online="Scan to work in this workshop online",
    process="Process",
)
