"""Makes job and process records from the fact lists `jobs.yml` and `processes.yml`; can be run again.

    .venv/bin/python scripts/records_from_facts.py jobs.yml processes.yml

Ids come from `standards/mappings/facts.yml`. A file that people keep (one without the mark in its first line) is left
as it is. Facts stay as honest as the lists have them: what a job rests on is said in `issuer` and `note`, a value of
general knowledge is `evidence: general`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from textbuild.load.files import Text
from textbuild.load.records import read_record
from textbuild.publish.record_text import Bare, flow
from textbuild.publish.records import write

ROOT = Path(__file__).parents[1]
MARK = "# 由 scripts/records_from_facts.py 根据事实清单生成；更正请改清单后重新生成，自行维护请删去本行。\n"
GENERAL = "general engineering knowledge"
Facts = dict[str, Any]
_TASKS = "依据《职业分类大典（2022年版）》“主要工作任务”的公开转录归纳改写，不是国家职业标准的“职业功能”表；"
_TABLE = "依据国家职业标准“工作要求”（职业功能—工作内容—技能要求）表的公开转录归纳改写，不是标准原文；"
_BASES = {
    "standard_table": ("国家职业标准“职业功能”表（公开转录）", _TABLE),
    "catalogue_tasks": ("职业分类大典(2022年版) 主要工作任务", _TASKS),
    "news_report": (
        "新职业公告主要工作任务（据新闻报道，不完整）",
        "依据新闻对新职业公告的引述归纳，内容不完整，不是国家职业标准；",
    ),
    "standard_table（部分）+ catalogue_tasks": (
        "职业分类大典(2022年版) 主要工作任务（第一项为国家职业技能标准征求意见稿的职业功能）",
        "第一项依据国家职业技能标准征求意见稿三级表的公开转录，其余" + _TASKS,
    ),
    "catalogue_tasks + 地方鉴定要素细目表": (
        "职业分类大典(2022年版) 主要工作任务（另列上海市鉴定要素）",
        "末两项依据上海市“加工中心操作工（三级）”鉴定要素，其余" + _TASKS,
    ),
    "catalogue_tasks + 三级考核结构": (
        "职业分类大典(2022年版) 主要工作任务（另列三级考核结构）",
        "“三级考核”各项依据备考资料中的操作技能考核结构，其余" + _TASKS,
    ),
}
"""`functions_basis` → what the record says its content rests on."""


def main(paths: Iterable[str]) -> int:
    names = yaml.safe_load((ROOT / "standards/mappings/facts.yml").read_text("utf-8"))
    makers = {"jobs": job, "processes": process}
    written = kept = 0
    for path in paths:
        kind = "jobs" if "jobs" in Path(path).name else "processes"
        for facts in yaml.safe_load(Path(path).read_text("utf-8")):
            slug = names[kind][facts["title"]]
            target = f"standards/{kind}/{slug}.yml"
            if (ROOT / target).exists() and not (ROOT / target).read_text("utf-8").startswith(MARK):
                kept += 1
                continue
            text = MARK + makers[kind](facts, slug, names)
            record, faults = read_record(Text(target, text))
            if record is None:
                print(f"{target}: {faults[0].message}", file=sys.stderr)
                return 1
            write(ROOT, target, text)
            written += 1
    print(f"{written} records written, {kept} kept as people have them")
    return 0


def job(facts: Facts, slug: str, names: Facts) -> str:
    """A job record: functions are duties, work contents tasks, skills competencies."""
    issuer, origin = _BASES[facts["functions_basis"]]
    levels = facts["levels"] if isinstance(facts["levels"], list) else []
    code = facts["code"] if re.fullmatch(r"[\d-]+", facts["code"]) else None
    occupation = {"code": code, "edition": facts["edition"], "name": facts["title"], "levels": levels}
    lines = [
        "kind: job",
        f"id: job:{slug}",
        f"title: {flow(_plain_title(facts['title']))}",
        f"occupation: {flow(_filled(occupation))}",
        f"issuer: {flow({'kind': 'national', 'name': issuer})}",
        f"sectors: [{names['sectors'][facts['sector']]}]",
        f"majors: {flow(facts['majors'])}",
        "duties:",
    ]
    for index, function in enumerate(facts["functions"]):
        lines += _duty(chr(ord("A") + index), function)
    lines.append(f"note: {flow(_job_note(facts, origin))}")
    return "\n".join([*lines, "checks:", *_checks(_job_checks(facts), names)]) + "\n"


def _duty(letter: str, function: Facts) -> Iterable[str]:
    yield f"  - id: {letter}"
    yield f"    title: {flow(_words(function['name']))}"
    yield "    tasks:"
    for number, work in enumerate(function["work"], start=1):
        yield f"      - id: {letter}{number}"
        yield f"        title: {flow(_words(work['name']))}"
        yield "        competencies:"
        for place, skill in enumerate(work["skills"], start=1):
            yield f"          - {flow({'id': f'{letter}{number}-S{place}', 'title': _words(skill)})}"


def _job_note(facts: Facts, origin: str) -> str:
    parts = [f"{origin}职责与任务的编号由 textbuild 编排，来源中没有。转录是非官方的，使用前须与官方文本核对。"]
    if trades := facts.get("trades"):
        parts.append(f"所列工种：{'、'.join(trades)}。")
    if not isinstance(facts["levels"], list):
        parts.append(f"等级{facts['levels']}，故不填。")
    elif evidence := facts.get("levels_evidence"):
        parts.append(f"等级的依据：{evidence}。")
    parts += [
        f"{facts[name]}。"
        for name in ("level_shown", "classification", "code_note", "title_evidence", "note")
        if facts.get(name)
    ]
    if definition := facts.get("definition_seen"):
        parts.append(f"定义：{definition}。")
    return _words("".join(parts))


def _job_checks(facts: Facts) -> Iterable[tuple[str, str, list[str]]]:
    """(source, kind, what was read there). A transcript in a public repository counts as a catalogue."""
    recalled = ["levels"] if isinstance(facts["levels"], list) and not _was_seen(facts.get("levels_evidence")) else []
    recalled += ["title"] if facts.get("title_evidence") else []
    for source in dict.fromkeys(facts["sources"]):
        if "job_match" in source:
            yield source, "catalogue", ["title", "code", "tasks"]
        elif "fuwuwaibao" in source:
            yield source, "catalogue", ["duties", "tasks", "competencies"]
        elif "未直读" in source or "仅标题" in source:
            yield source, "recalled", ["title"]
        else:
            yield source, "press", ["title"]
    if recalled:
        yield "推断或凭记忆，未见来源", "recalled", recalled


def _was_seen(evidence: str | None) -> bool:
    return evidence is not None and evidence.startswith("seen")


def process(facts: Facts, slug: str, names: Facts) -> str:
    """A process record: `typical` becomes `nominal`, the source of a step its note."""
    lines = [
        "kind: process",
        f"id: process:{slug}",
        f"title: {flow(facts['title'])}",
        f"sectors: [{names['sectors'][facts['sector']]}]",
        f"majors: {flow(facts['majors'])}",
        f"note: {flow(_process_note(facts))}",
        "steps:",
    ]
    for number, step in enumerate(facts["steps"], start=1):
        lines += [f"  - id: S{number}", f"    title: {flow(step['title'])}"]
        lines.append(f"    equipment: {flow(step['equipment'])}")
        if step["parameters"]:
            lines.append("    parameters:")
            lines += [f"      - {flow(_parameter(parameter))}" for parameter in step["parameters"]]
        lines += [f"    checks: {flow(step['quality'])}", f"    hazards: {flow(step['hazards'])}"]
        lines.append(f"    note: {flow('步骤来源：' + _source(step['step_source']))}")
    return "\n".join([*lines, "checks:", *_checks(_process_checks(facts), names)]) + "\n"


def _process_note(facts: Facts) -> str:
    own = f"{facts['note']}。" if facts.get("note") else ""
    return (
        "示例工艺（sample）：步骤与参数归纳自所列公开页面或一般工程知识，页面多为非官方、行业或转载页面；参数随产品不同，"
        f"不是标准限值，使用前须由教师或企业按产品工艺文件复核。{own}"
    )


def _parameter(facts: Facts) -> Facts:
    seen = facts["evidence"] == "seen"
    numbers = {name: facts[key] for name, key in (("nominal", "typical"), ("min", "min"), ("max", "max"))}
    words = [f"来源写作 {value}" for value in numbers.values() if isinstance(value, str)]
    note = "；".join([*words, *([facts["note"]] if facts.get("note") else [])])
    unit = None if facts["unit"] in ("—", "-", "") else facts["unit"]
    fields = {"name": facts["name"], "unit": unit}
    fields |= {name: Bare(_number(value)) for name, value in numbers.items() if isinstance(value, int | float)}
    fields |= {"evidence": "seen" if seen else "general", "source": _source(facts["source"]) if seen else None}
    return _filled({**fields, "note": note})


def _number(value: float) -> str:
    return f"{value:g}" if abs(value) < 1e5 and float(f"{value:g}") == value else repr(value)


def _process_checks(facts: Facts) -> Iterable[tuple[str, str, list[str]]]:
    has_general = any(p["evidence"] != "seen" for step in facts["steps"] for p in step["parameters"])
    has_general |= any(step["step_source"] == GENERAL for step in facts["steps"])
    for source in dict.fromkeys(facts["sources"]):
        if source.startswith(GENERAL):
            has_general = True
            continue
        used = [
            name
            for name, found in (
                ("steps", any(step["step_source"] == source for step in facts["steps"])),
                ("parameters", any(p["source"] == source for step in facts["steps"] for p in step["parameters"])),
            )
            if found
        ]
        yield source, "press", used or ["title"]
    if has_general:
        yield "一般工程知识（未注明来源的步骤与参数）", "recalled", ["steps", "parameters"]


def _checks(checks: Iterable[tuple[str, str, list[str]]], names: Facts) -> Iterable[str]:
    for source, kind, saw in checks:
        yield f"  - {flow({'source': source, 'kind': kind, 'on': Bare(names['checked']), 'saw': saw})}"


def _filled(fields: Mapping[str, Any]) -> Facts:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def _plain_title(title: str) -> str:
    """The job's name without the table's remark: `车工（含数控车工）` keeps it, a former name goes into the note."""
    return re.sub(r"（原.*?）", "", title)


def _source(text: str) -> str:
    return text.replace(GENERAL, "一般工程知识")


def _words(text: str) -> str:
    """The lists' own marks, in Chinese."""
    return text.replace("seen", "已看到").replace("recalled", "凭记忆").replace("。。", "。")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
