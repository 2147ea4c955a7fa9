"""Writes the rule reference of the manual, `books/handbook/rules/`, from the rules themselves."""

from __future__ import annotations

from pathlib import Path

from textbuild.check.manual import rule_pages

FOLDER = Path(__file__).parents[1] / "books" / "handbook" / "rules"


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = rule_pages("zh")
    for path in FOLDER.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
