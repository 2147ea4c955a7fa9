"""What the script of a page needs to know of a virtual workshop: plain values, with the limits and their standards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textbuild.link.resolve import ResolvedCitation
from textbuild.link.workshop import Limit, LinkedWorkshop
from textbuild.model.standard_number import printed
from textbuild.model.workshop import Fault, WorkStep
from textbuild.render.citation import explain
from textbuild.render.floor import centre
from textbuild.render.page import Page

Data = dict[str, Any]


def workshop_data(found: LinkedWorkshop, page: Page) -> Data:
    """JSON values only. `themes/site/assets/workshop-run.js` tells how they are used."""
    value = found.value
    process = found.process.value if found.process else None
    return {
        "id": value.id,
        "title": value.title,
        "ending": value.ending,
        "seed": value.seed,
        "process": process.title if process else "",
        "stations": [
            {"id": one.id, "name": one.name, "x": centre(one)[0], "y": centre(one)[1]} for one in value.layout.stations
        ],
        "conveyor": list(value.layout.conveyor),
        "instruments": {one.id: one.model_dump(exclude={"id"}) for one in value.instruments},
        "steps": [_step(work, found, page) for work in value.steps],
        "faults": [_fault(fault, found, page) for fault in value.faults if found.work(fault.step) is not None],
        "line": value.line.model_dump() if value.line else None,
        "exam": value.exam.model_dump(),
        "scoring": value.scoring.model_dump(),
    }


def _step(work: WorkStep, found: LinkedWorkshop, page: Page) -> Data:
    step = found.step(work.step)
    actions = list(step.actions) if step else []
    place = found.value.place(work.station or (step.station if step else None))
    return {
        "id": work.step,
        "title": step.title if step else work.step,
        "station": place.id if place else None,
        "hazards": list(step.hazards) if step else [],
        "any_order": work.any_order,
        "hint": work.hint,
        "actions": actions,
        "safety": [index for index, action in enumerate(actions) if action in work.safety],
        "settings": [
            one.model_dump() | {"limit": _limit(found.limits.get((work.step, one.parameter)), page)}
            for one in work.settings
        ],
        "readings": [
            one.model_dump() | {"limit": _limit(found.limits.get((work.step, one.parameter)), page)}
            for one in work.readings
        ],
    }


def _fault(fault: Fault, found: LinkedWorkshop, page: Page) -> Data:
    work, step = found.work(fault.step), found.step(fault.step)
    actions = list(step.actions) if step else []
    names = [one.parameter for one in work.readings] if work else []
    changes = fault.kind in ("tolerance", "sensor") and fault.parameter in names
    data = fault.model_dump(exclude={"step", "after", "parameter"})
    return data | {
        "step": [one.step for one in found.value.steps].index(fault.step),
        "after": actions.index(fault.after) if fault.after in actions else None,
        "reading": names.index(fault.parameter) if changes and fault.parameter else None,
        "limit": _limit(found.limits.get((fault.step, fault.parameter or "")), page),
    }


def _limit(limit: Limit | None, page: Page) -> Mapping[str, Any] | None:
    if limit is None:
        return None
    parameter = limit.parameter
    data: Data = {
        "name": parameter.name,
        "symbol": parameter.symbol,
        "unit": parameter.unit,
        "min": parameter.min,
        "max": parameter.max,
        "words": limit_words(limit),
        "note": parameter.note,
        "typical": limit.basis is None and parameter.evidence == "general",
        "basis": _standard(limit.basis, page) if limit.basis is not None else None,
        "see": [_standard(one, page) for one in limit.noted],
    }
    return data


def _standard(cited: ResolvedCitation, page: Page) -> Data:
    return {
        "words": basis_words(cited, page),
        "href": page.addresses.standard(cited),
        "told": explain(cited.verdict, page.words),
    }


def basis_words(basis: ResolvedCitation, page: Page) -> str:
    """`GB 18384—2025 第 5.1 条`."""
    number = printed(basis.edition) if basis.edition else basis.citation.number.printed
    return number + (page.words.clause.format(n=basis.citation.locator) if basis.citation.locator else "")


def limit_words(limit: Limit) -> str:
    """`≥ 100 Ω/V`, `5–15 min`."""
    low, high = limit.parameter.min, limit.parameter.max
    unit = f" {limit.parameter.unit}" if limit.parameter.unit else ""
    if low is not None and high is not None:
        return f"{low:g}～{high:g}{unit}" if low != high else f"= {low:g}{unit}"
    return f"≥ {low:g}{unit}" if low is not None else f"≤ {high:g}{unit}" if high is not None else ""
