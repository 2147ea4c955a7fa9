"""A virtual workshop: its static form for every medium, and on the site the data with which a script brings it to life.

The static form is all that print and EPUB have, and all that a browser without scripts shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape

from markdown_it.token import Token

from textbuild.link.workshop import Limit, LinkedWorkshop
from textbuild.model.citation import Reference
from textbuild.model.workshop import Line, LineStation, WorkStep
from textbuild.render.citation import linked
from textbuild.render.floor import floor
from textbuild.render.page import Page
from textbuild.render.reference import reference as link_to
from textbuild.render.typography import with_units
from textbuild.render.workshop_data import basis_words, limit_words, workshop_data
from textbuild.render.workshop_words import WorkshopWords


def workshop(tokens: Sequence[Token], index: int, page: Page) -> str:
    """The workshop, where it stands for the first time in the book; elsewhere a link to it."""
    written: Reference = tokens[index].meta["reference"]
    found = page.workshops.get(written.target)
    if found is None or found.home is None or found.home.anchor.span != written.span:
        return f"<p>{link_to(tokens[index], page)}</p>\n"
    words = page.words.workshop
    name = page.name(found.home.anchor.id)
    data = ""
    if page.medium == "site":
        content = json.dumps(workshop_data(found, page), ensure_ascii=False, separators=(",", ":"))
        data = f' data-tb-workshop="{escape(content)}"'
    id_ = escape(name)
    title = words.name.format(text=_text(found.value.title))
    return (
        f'<section class="tb-workshop" id="{id_}" aria-labelledby="{id_}-name"{data}>\n'
        f'<p class="tb-workshop-name" id="{id_}-name"><strong>{title}</strong></p>\n'
        f"{''.join(_static(found, page, words))}</section>\n"
    )


def words_of_workshop(reference: Reference, page: Page) -> Iterator[str]:
    """What a search finds of it."""
    if (found := page.workshops.get(reference.target)) is not None:
        yield found.value.title
        yield found.value.situation
        yield found.value.task


def _static(found: LinkedWorkshop, page: Page, words: WorkshopWords) -> Iterator[str]:
    value = found.value
    yield f"<p>{_text(value.situation)}</p>\n<p><strong>{words.task}</strong>　{_text(value.task)}</p>\n"
    drawing = floor(value.layout, words.floor.format(text="、".join(one.name for one in value.layout.stations)))
    caption = words.floor.format(text=_text(value.title))
    yield f'<figure class="tb-figure tb-workshop-floor">{drawing}<figcaption>{caption}</figcaption></figure>\n'
    yield '<div class="tb-workshop-static">\n'
    rows = [_step(work, found, page, words) for work in value.steps]
    yield _table(words.steps, (words.step, words.actions, words.limits, words.hazards), rows)
    if value.faults:
        faults = [(_text(one.title), _text(one.symptom), _text(one.reaction)) for one in value.faults]
        yield _table(words.faults, (words.faults, words.symptom, words.reaction), faults)
    if value.line is not None:
        yield _line(value.line, found, words)
    yield f"<p><strong>{words.ending}</strong>　{_text(value.ending)}</p>\n</div>\n"
    yield from _online(found, page, words)


def _step(work: WorkStep, found: LinkedWorkshop, page: Page, words: WorkshopWords) -> tuple[str, ...]:
    step = found.step(work.step)
    if step is None:
        return (_text(work.step), "", "", "")
    place = found.value.place(work.station or step.station)
    where = f"<br><small>{_text(place.name)}</small>" if place else ""
    marks = {action: f' <strong class="tb-workshop-safety">{words.safety}</strong>' for action in work.safety}
    actions = "".join(f"<li>{_text(action)}{marks.get(action, '')}</li>" for action in step.actions)
    limits = [_limit(found.limits.get((work.step, one.parameter)), page, words) for one in work.settings]
    for reading in work.readings:
        meter = next((one.title for one in found.value.instruments if one.id == reading.instrument), "")
        html = _limit(found.limits.get((work.step, reading.parameter)), page, words)
        limits.append(f"{html}<br><small>{words.read_with.format(text=_text(meter))}</small>" if html else "")
    return (
        f"{_text(step.id)} {_text(step.title)}{where}",
        f"<ol>{actions}</ol>" if actions else "",
        "<br>".join(filter(None, limits)),
        _text("；".join(step.hazards)),
    )


def _limit(limit: Limit | None, page: Page, words: WorkshopWords) -> str:
    if limit is None:
        return ""
    told = words.typical
    basis = _text(limit.parameter.note or told) if limit.parameter.evidence == "general" else ""
    if limit.basis is not None:
        basis = linked(limit.basis, basis_words(limit.basis, page), page)
    source = f"（{basis}）" if basis else ""
    return f"{_text(limit.parameter.name)} {_text(limit_words(limit))}{source}"


def _line(line: Line, found: LinkedWorkshop, words: WorkshopWords) -> str:
    heads = [words.station, words.cycle, words.buffer, words.good, words.failures]
    rows = []
    for one in line.stations:
        place = found.value.place(one.station)
        failures = f"{one.failures.every:g} / {one.failures.repair:g}" if one.failures else "—"
        name = place.name if place else one.station
        rows.append((_text(name), _cycle(one, words), str(one.buffer), f"{one.good:.1%}", failures))
    return f"<p>{_text(line.task)}</p>\n{_table(words.line, heads, rows)}"


def _cycle(one: LineStation, words: WorkshopWords) -> str:
    if one.exponential:
        return f"{one.cycle:g}{words.mean}"
    return f"{one.cycle:g} ± {one.spread:g}" if one.spread else f"{one.cycle:g}"


def _online(found: LinkedWorkshop, page: Page, words: WorkshopWords) -> Iterator[str]:
    """In print and EPUB the code that leads to the page."""
    code = page.addresses.online(found.home.module, found.home.anchor.id) if found.home else None
    if code is not None:
        yield (
            f'<div class="tb-workshop-code">{code.drawing}<p>{words.online}<br>'
            f'<a href="{escape(code.address)}">{escape(code.address)}</a></p></div>\n'
        )


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{one}</th>' for one in heads)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>\n' for row in rows
    )
    return (
        f'<div class="tb-table">\n<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}</tbody>\n</table>\n</div>\n"
    )


def _text(words: str) -> str:
    return escape(with_units(words), quote=False)
