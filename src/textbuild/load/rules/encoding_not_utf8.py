"""A text file is not in UTF-8.

What it finds: a file saved in GBK, GB 18030 or UTF-16, or one that is no text at all.

Why it matters: its characters would be shown as garbage, or not at all.

What to do: open it in your editor and save it as UTF-8 (Notepad: 另存为, 编码 UTF-8; VS Code: the encoding in the
status bar).
"""

from textbuild.diagnostics import Diagnostic, Rule, Severity, msg
from textbuild.model.span import Span

RULE = Rule("TB007", "encoding-not-utf8", Severity.ERROR, msg("a file that is not UTF-8"))


def diagnose(path: str, content: bytes, position: int, book: str | None = None) -> Diagnostic:
    """The finding for a file whose byte at `position` is not UTF-8 (or is NUL)."""
    line = content.count(b"\n", 0, position) + 1
    span = Span(path, line, 1, line, 1)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = msg("this file is in UTF-16, not in UTF-8")
    elif b"\0" in content[position : position + 1]:
        message = msg("this file holds NUL bytes: it is no text file")
    elif _is_gbk(content):
        message = msg("this file is in GBK (GB 18030), not in UTF-8")
    else:
        message = msg("this file is not in UTF-8")
    return Diagnostic(RULE, span, message, msg("save it as UTF-8 in your editor"), book=book)


def _is_gbk(content: bytes) -> bool:
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True
