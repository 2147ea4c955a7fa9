"""The box of a task list's item: ticked or open on screens, a box to tick by hand in print."""

from __future__ import annotations

from markdown_it.token import Token

from textbuild.render.page import Page


def task_item(token: Token, page: Page) -> str:
    checked = bool(token.meta.get("checked"))
    if page.medium == "print":
        return f'<span class="tb-box{" tb-checked" if checked else ""}"></span>'
    name = page.words.done if checked else page.words.to_do
    return (
        '<label class="task-list-control">'
        f'<input type="checkbox" aria-label="{name}" disabled{" checked" if checked else ""}>'
        '<span class="task-list-indicator"></span></label> '
    )


def is_task(token: Token) -> bool:
    """Whether this inline token begins with a box."""
    return bool(token.children) and token.children[0].type == "task_item"  # type: ignore[index]
