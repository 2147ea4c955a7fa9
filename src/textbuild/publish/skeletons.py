"""Skeletons of everything an author adds: valid as they are, with what to fill in marked 待填."""

from __future__ import annotations

import re
from collections.abc import Mapping

from textbuild.model.standard_number import StandardNumber

Skeleton = Mapping[str, str]
"""Path relative to the library's root → content."""


def library(title: str) -> Skeleton:
    return {
        "mkdocs.yml": f"site_name: {_text(title)}\ndocs_dir: books\nsite_dir: output/mkdocs\nplugins: [search, textbuild]\n"
        "theme:\n  name: material\n  language: zh\n  font: false\n",
        "books/library.yml": f"title: {_text(title)}\nsectors: []\nmajors: []\n",
        "standards/README.md": '一个标准一个文件：`textbuild new standard "GB 38031-2025"`\n',
        ".gitignore": "output/\n.cache/\n",
    }


def book(book_id: str, title: str) -> Skeleton:
    folder = f"books/{book_id}"
    return {
        f"{folder}/book.yml": f"title: {_text(title)}\nlanguage: zh-CN\nversion: 0.1.0\n"
        "authors:\n  - {name: 待填, role: 主编}\njobs: []\ngenerated: false\nnav:\n  - 前言: index.md\n",
        f"{folder}/index.md": f"---\ntitle: 前言\nkind: front\n---\n\n《{title}》为谁而写，怎样使用：待填。\n",
    }


def module(book_id: str, name: str, title: str) -> Skeleton:
    """A module with the parts of a work-task module. Until `basis` names a current standard, TB301 keeps it back."""
    parts = "\n".join(f"## {part}\n\n{hint}\n" for part, hint in _PARTS)
    head = (
        f"---\ntitle: {_text(title)}\nhours: 4\nbasis: []        # 本任务依据的现行标准，例如 [GB 38031]\n"
        "jobs: []         # 对接的工作任务，例如 [job:ev-battery-assembler#A1]\nprocesses: []\nobjectives:\n  - 待填\n---\n\n"
    )
    return {f"books/{book_id}/{name}.md": head + parts}


def standard(number: StandardNumber) -> Skeleton:
    nature = {"GB": "mandatory", "GB/T": "recommended", "GB/Z": "guide"}.get(number.identity.rpartition(" ")[0])
    folder = "national" if nature else "international" if number.identity[:3] in ("ISO", "IEC", "RFC") else "sector"
    lines = ["kind: standard", f"number: {number.identity}", "title: 待填"]
    lines += [f"nature: {nature}"] if nature else []
    lines += [
        "sectors: []",
        "editions:",
        f"  - edition: {number.edition or f'{number.identity}-2000  # 改为带年号的编号'}",
    ]
    lines += ["    published: null      # 发布日期，2025-03-28", "    effective: null      # 实施日期，2026-07-01"]
    lines += [
        "    replaces: []         # 代替的旧版，[GB 38031-2020]",
        "    checks: []           # 在哪里、哪天、读到了哪些字段：",
    ]
    lines += [
        '    #  - {source: "https://…", kind: official, on: 2026-11-24, saw: [number, title, published, effective]}'
    ]
    return {f"standards/{folder}/{slug(number.identity)}.yml": "\n".join(lines) + "\n"}


def job(name: str, title: str) -> Skeleton:
    return {
        f"standards/jobs/{name}.yml": f"kind: job\nid: job:{name}\ntitle: {_text(title)}\n"
        "issuer: {kind: sample, name: 待填}\nsectors: []\nduties:\n  - id: A\n    title: 待填\n    tasks:\n"
        "      - id: A1\n        title: 待填\n        competencies:\n          - {id: A1-S1, title: 待填}\n"
        "note: 示例岗位规范，未经发布机构确认。\nchecks: []\n"
    }


def process(name: str, title: str) -> Skeleton:
    return {
        f"standards/processes/{name}.yml": f"kind: process\nid: process:{name}\ntitle: {_text(title)}\nsectors: []\n"
        "steps:\n  - id: S1\n    title: 待填\n    station: 待填\n    equipment: []\n    actions: []\n    parameters: []\n"
        "    #  - {name: 绝缘电阻, symbol: Ri, unit: MΩ, min: 1, evidence: general}\n    checks: []\n    hazards: []\n"
        "note: 示例工艺，未经企业确认。\nchecks: []\n"
    }


def slug(text: str) -> str:
    """A file name from a number: `GB/T 20234.1` → `gb-t-20234.1`."""
    return re.sub(r"[^a-z0-9.]+", "-", text.lower()).strip("-.")


def _text(value: str) -> str:
    """A YAML scalar: JSON strings are YAML."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


_PARTS = (
    ("任务情境", "一张工单：车辆或零件、现象、期限、已知数据。"),
    ("学习目标", "能在……条件下……，达到……。用可以观察的动词：测量、判定、装调、编写。"),
    ("岗位对接", "对应的工作任务和能力，例如 `[@job:ev-battery-assembler#A1]`。"),
    ("依据", "本任务按哪些现行标准验收，各自管什么。"),
    ("安全", '!!! danger "危险与控制"\n    危险 → 控制措施 → 防护用品 → 何时停止；出了事怎么办。'),
    (
        "工具与设备",
        "表：工具与设备\n\n| 名称 | 量程 | 准确度 | 编号 | 检定有效期 |\n| --- | --- | --- | --- | --- |\n| 待填 | | | | |",
    ),
    ("知识准备", "只写步骤用得到的知识；符号带单位；一道算例。"),
    ("实施步骤", "1. 做什么；怎样知道做对了；记录什么。"),
    (
        "质量检验",
        "表：检验记录\n\n| 项目 | 方法 | 限值 | 依据 | 实测 | 判定 |\n| --- | --- | --- | --- | --- | --- |\n| 待填 | | | | | |",
    ),
    ("故障与对策", "现象 → 可能原因（按先后）→ 检查 → 处理。"),
    ("自测", '1. 需要动脑的问题。\n\n??? success "参考答案与解析"\n    每个错误选项错在哪里。'),
    (
        "评价表",
        "表：评价\n\n| 评价项目 | 分值 | 自评 | 互评 | 教师 | 企业导师 |\n| --- | --- | --- | --- | --- | --- |\n| 待填 | | | | | |",
    ),
    ("拓展", "行业里的新变化；相关标准接下来会怎样变。"),
    ("术语", "术语\n:   标准中的名称，附英文。"),
)
