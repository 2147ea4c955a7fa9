"""Reads the numbers of standards in running text, however people write them.

The forms follow GB/T 1.1 and GB/T 20000.1 for Chinese numbers, and the issuing bodies' own usage for ISO, IEC
and RFC. Every quantifier below is bounded, so reading is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Codes of national, sector, military, metrological and engineering-construction standards.
_CN_CODES = """
    AQ BB CB CH CJJ CJ CY DA DG DL DY DZ EJ FZ GA GBJ GBZ GB GC GD GH GJB GM GY HB HG HJ HS HY JB JC JGJ JG JJF
    JJG JR JTG JTJ JT JY KA LB LD LS LY MH MT MZ NB NY QB QC QJ QX RB SB SC SF SH SJ SL SN SW SY TB TD TY WB WH
    WJ WM WS WW XB XF YB YC YD YS YY YZ ZY
""".split()  # noqa: SIM905  a table of codes, not of quotes

# One character for one character, so that offsets in the normalised text are offsets in the text.
_NORMAL = {ord(c): "-" for c in "—–－‐‑‒−―﹣"} | {ord(c): "/" for c in "／∕⁄╱"}
_NORMAL |= {ord(c): " " for c in "\u3000\u00a0\u2002\u2003\u2009\u202f"} | {
    ord("．"): ".",
    ord("："): ":",
    ord("∶"): ":",
}
_NORMAL |= {ord("（"): "(", ord("）"): ")"}
_NORMAL |= {0xFF21 + i: chr(0x41 + i) for i in range(26)} | {0xFF10 + i: chr(0x30 + i) for i in range(10)}

_YEAR = r"(?:19|20)[0-9]{2}"
_CN = rf"""
    (?P<code>{"|".join(sorted(_CN_CODES, key=len, reverse=True))}|DB[0-9]{{2,6}})
    (?:(?P<slash>[ ]?/[ ]?|-|[ ])?(?P<grade>[TZ](?=[ 0-9.]))|(?P<bare_j>/J(?=[ 0-9])))?
    [ ]{{0,2}}(?P<cn>[0-9]{{1,6}}[A-Z]?(?:\.[0-9]{{1,4}}){{0,3}})
    (?:(?:[ ]?-{{1,2}}[ ]?(?={_YEAR})|-{{1,2}}|[ ](?={_YEAR}(?![0-9A-Za-z.])))
       (?P<cn_year>{_YEAR}|[0-9]{{2}})(?![0-9A-Za-z]))?
"""
_GROUP = (
    rf"T[ ]?/[ ]?(?P<group>[A-Z]{{2,12}})[ ]{{0,2}}(?P<gn>[0-9]{{1,6}}(?:\.[0-9]{{1,4}}){{0,3}})"
    rf"(?:[ ]?-{{1,2}}[ ]?(?P<group_year>{_YEAR})(?![0-9A-Za-z]))?"
)
_ENTERPRISE = (
    rf"Q[ ]?/[ ]?(?P<firm>[A-Z0-9]{{2,12}})[ ]{{0,2}}(?P<qn>[A-Z]{{0,4}}[ ]?[0-9]{{1,6}}(?:\.[0-9]{{1,4}}){{0,3}})"
    rf"[ ]?-{{1,2}}[ ]?(?P<firm_year>{_YEAR})(?![0-9A-Za-z])"
)
_INT = rf"""
    (?P<body>(?:EN[ ])?(?:ISO|IEC|IEEE|CISPR|EN)
       (?:/(?:IEC|IEEE|TS|TR|PAS|SAE|ASTM|CIE|CISPR|Guide|IWA)){{0,3}}(?:[ ](?:TS|TR|PAS|Guide|Std))?)
    [ ]{{0,2}}(?P<in>[0-9]{{1,6}}(?:\.[0-9]{{1,3}})?(?:-(?!{_YEAR}(?![0-9]))[0-9]{{1,4}}[A-Z]?){{0,3}})
    (?:[ ]?(?P<int_sep>[:-])[ ]?(?P<int_year>{_YEAR})(?![0-9A-Za-z]))?
    (?P<int_amd>(?:/(?:AMD|Amd|COR|Cor|A)[ ]?[0-9]{{1,2}}(?::{_YEAR})?){{1,3}})?
"""
_RFC = r"(?P<series>RFC|BCP)[ -]?(?P<rn>[0-9]{1,5})"
# A digit and a space before it make `16 GB 2400` memory, not a standard; such a mention must carry its year.
_NUMBER = re.compile(
    rf"(?<![A-Za-z0-9])(?:{_CN}|{_GROUP}|{_ENTERPRISE}|{_INT}|{_RFC})(?![0-9A-Za-z])", re.VERBOSE | re.ASCII
)

_CAPITAL = re.compile(r"[A-Z]")
_CAPITAL_AS_WRITTEN = re.compile(r"[A-ZＡ-Ｚ]")
"""Every form above begins with a capital, and most pieces of Chinese text have none."""
_ONE_FOR_DASH = re.compile(rf"(?<=[0-9])一(?={_YEAR})")
_AMENDMENT = re.compile(
    rf"[ ]?[-/][ ]?XG(?P<n>[0-9]{{1,2}})(?:-(?P<y>{_YEAR}))?"
    r"|[ ]?\(?含?第[ ]?(?P<zh>[0-9]{1,2}|[一二三四五])[ ]?号修改单\)?"
)
_ALL_PARTS = re.compile(r"[ ]?\((?:所有部分|all parts)\)")
_CLAUSE = r"(?:附录[ ]?)?(?P<clause>[A-Z](?:\.[0-9]{1,3}){0,5}|[0-9]{1,3}(?:\.[0-9]{1,3}){0,6})"
_LOCATOR = re.compile(
    rf"》?[ ]?[中的]{{0,2}}[ ]?第[ ]?{_CLAUSE}[ ]?[条章节款]"
    rf"|》?[ ]?的?[ ]?{_CLAUSE.replace('clause', 'clause2')}[ ]?[条章]"
    r"|》?[ ]?中的?[ ]?(?P<clause3>[0-9]{1,3}(?:\.[0-9]{1,3}){1,6})(?![0-9])"
    r"|,[ ]?(?:§[ ]?|clause[ ]|[Ss]ection[ ])?(?P<clause4>[0-9]{1,3}(?:\.[0-9]{1,3}){1,6}|[A-Z](?:\.[0-9]{1,3}){1,6})"
    r"(?![0-9]|[ ]?[A-Za-z%℃Ω°μ])"
)
_PLACEHOLDER = re.compile(r"[ ]?-{1,2}[ ]?[0-9]{0,3}[Xx×*]|[ ]?-{1,2}[ ]?□")
_COMMENTARY = re.compile(r"[ ]?》?[ ]?(?:解读|宣贯|释义)")
_CANONICAL = re.compile(
    rf"(?:(?:{'|'.join(_CN_CODES)})(?:/[TZ])?|T/[A-Z]{{2,12}}) [0-9]{{1,6}}(?:\.[0-9]{{1,4}}){{0,3}}(?:-{_YEAR})?"
    rf"|ISO(?:/IEC|/T[SR])? [0-9]{{1,6}}(?:-(?!{_YEAR}(?![0-9]))[0-9]{{1,4}}){{0,3}}(?::{_YEAR})?|RFC [1-9][0-9]{{0,4}}"
)
"""The most frequent forms as they should be: what it matches needs no reading."""
_URL = re.compile(r"(?:[a-z][a-z0-9+.-]{1,15}://|www\.)[^\s<>\u3000-\u9fff（），。；]{1,2000}", re.IGNORECASE)
_FILE_END = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True, order=True)
class StandardNumber:
    """The number of a standard: `GB/T 20234.1`, with its year and amendment where they are given."""

    identity: str
    """Without year: `GB/T 20234.1`, `ISO 10218-1`, `RFC 9110`."""
    year: str | None = None
    amendment: str | None = None
    """`XG1`, `XG1-2006`, `AMD1:2024`."""
    all_parts: bool = False

    @property
    def edition(self) -> str | None:
        """The dated number, `GB/T 20234.1-2023`; None for an undated citation. RFCs are their own edition."""
        if self.identity.startswith(("RFC ", "BCP ")):
            return self.identity
        return f"{self.identity}{self._separator}{self.year}" if self.year else None

    @property
    def canonical(self) -> str:
        """As records write it: `GB 15629.11-2003/XG1-2006`."""
        dated = f"{self.identity}{self._separator}{self.year}" if self.year else self.identity
        return f"{dated}/{self.amendment}" if self.amendment else dated

    @property
    def printed(self) -> str:
        """As books print it: `GB/T 20234.1—2023`, with the dash of GB/T 1.1."""
        if self._separator == ":":
            return self.canonical
        amendment = f"/{self.amendment}" if self.amendment else ""
        dated = f"{self.identity}—{self.year}" if self.year else self.identity
        return dated + amendment + ("（所有部分）" if self.all_parts else "")

    @property
    def _separator(self) -> str:
        return ":" if self.identity.startswith(("ISO", "IEC", "IEEE", "EN ", "CISPR")) else "-"


@dataclass(frozen=True, slots=True)
class Mention:
    """One number found in a text: `text[start:end]`, of which `text[start:number_end]` is the number itself."""

    number: StandardNumber
    locator: str | None
    start: int
    end: int
    number_end: int
    canonical_form: bool
    """Whether it is written in the printed form."""


def find_all(text: str) -> tuple[Mention, ...]:
    """Every standard number in `text`, in order. Placeholders, file names and addresses are none."""
    return tuple(_mentions(text))


def parse(text: str) -> StandardNumber | None:
    """The number that `text` consists of, or None if it is anything else or more."""
    stripped = text.strip()
    for mention in _mentions(stripped):
        if mention.start == 0 and mention.number_end == len(stripped):
            return mention.number
        break
    return None


def canonical(number: str) -> str:
    """The one spelling of a number by which records are found; what is no number stays as it is."""
    if _CANONICAL.fullmatch(number):
        return number
    return _spelled(number)


@lru_cache(maxsize=1 << 15)
def _spelled(number: str) -> str:
    parsed = parse(number)
    return parsed.canonical if parsed else number.strip()


def printed(number: str) -> str:
    """A number in the form that books print; what is no number stays as it is."""
    parsed = parse(number)
    return parsed.printed if parsed else number


def _mentions(text: str) -> Iterator[Mention]:
    if _CAPITAL_AS_WRITTEN.search(text) is None:
        return
    normal = _ONE_FOR_DASH.sub("-", text.translate(_NORMAL))
    addresses = (m.span() for m in _URL.finditer(text))
    address = next(addresses, None)
    previous_end = -1
    for match in _numbers(normal):
        while address and address[1] <= match.start():
            address = next(addresses, None)
        if (address and address[0] <= match.start()) or _in_path(normal, match, previous_end):
            continue
        mention = _read(text, normal, match)
        if mention is not None:
            previous_end = mention.end
            yield mention


def _numbers(normal: str) -> Iterator[re.Match[str]]:
    """`_NUMBER.finditer`, tried only where it can match: the same in an eighth of the time."""
    end = 0
    for capital in _CAPITAL.finditer(normal):
        if capital.start() >= end and (match := _NUMBER.match(normal, capital.start())):
            end = match.end()
            yield match


def _in_path(normal: str, match: re.Match[str], previous_end: int) -> bool:
    """Whether the match is part of a file name or path. `GB/T 20183.1—2024/ISO 5682-1:2017` on a cover is not."""
    start = match.start()
    before = normal[start - 1] if start else " "
    if before in "\\_~#@=&" or (before == "/" and start - 1 != previous_end):
        return True
    after = normal[match.end() : match.end() + 1]
    return after in ("\\", "_") or bool(_FILE_END.match(normal, match.end()))


def _read(text: str, normal: str, match: re.Match[str]) -> Mention | None:
    identity, year = _identity(match)
    end = match.end()
    if year is None and (_PLACEHOLDER.match(normal, end) or _COMMENTARY.match(normal, end)):
        return None
    if year is None and _is_bare_code(match):
        return None
    if year is None and match.start() >= 2 and normal[match.start() - 1] == " " and normal[match.start() - 2].isdigit():
        return None
    amendment = _international_amendment(match)
    if year is not None and amendment is None and (found := _AMENDMENT.match(normal, end)):
        amendment, end = _amendment(found), found.end()
    all_parts = None if year else _ALL_PARTS.match(normal, end)
    if all_parts:
        end = all_parts.end()
    number = StandardNumber(identity, year, amendment, all_parts is not None)
    number_end = end
    locator = None
    if found := _LOCATOR.match(normal, end):
        locator = next(value for value in found.groupdict().values() if value)
        end = found.end()
    return Mention(number, locator, match.start(), end, number_end, text[match.start() : number_end] == number.printed)


def _is_bare_code(match: re.Match[str]) -> bool:
    """Whether it is only letters and digits, such as `TB202` or `HB200`: without a year only GB is written so."""
    code = match["code"]
    return bool(code) and not code.startswith("GB") and match[0].isalnum() and not match["grade"]


def _identity(match: re.Match[str]) -> tuple[str, str | None]:
    if code := match["code"]:
        grade = f"/{match['grade']}" if match["grade"] else match["bare_j"] or ""
        return f"{code}{grade} {match['cn']}", _full_year(match["cn_year"])
    if group := match["group"]:
        return f"T/{group} {match['gn']}", match["group_year"]
    if firm := match["firm"]:
        return f"Q/{firm} {match['qn'].replace(' ', '')}", match["firm_year"]
    if body := match["body"]:
        return f"{body} {match['in']}", match["int_year"]
    return f"{match['series']} {int(match['rn'])}", None


def _full_year(year: str | None) -> str | None:
    """Two-digit years were written until the 1990s: 86 is 1986."""
    if year is None or len(year) == 4:
        return year
    return f"19{year}" if int(year) >= 50 else f"20{year}"


def _amendment(found: re.Match[str]) -> str:
    if found["zh"]:
        return f"XG{'零一二三四五'.find(found['zh']) if not found['zh'].isdigit() else found['zh']}"
    return f"XG{found['n']}" + (f"-{found['y']}" if found["y"] else "")


def _international_amendment(match: re.Match[str]) -> str | None:
    written = match["int_amd"]
    return written[1:].replace(" ", "").upper() if written else None
