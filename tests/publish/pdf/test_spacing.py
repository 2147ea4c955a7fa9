"""Gaps of a line written as one number."""

from __future__ import annotations

import pydyf  # type: ignore[import-untyped]  # it has no types
import pytest

from textbuild.publish.pdf.spacing import write_gaps_short


@pytest.mark.parametrize(
    ("long", "short"),
    [
        (b"[<36fd>-13<>-14.571428571428571<3962>0] TJ", b"[<36fd>-27.6<3962>] TJ"),
        (b"[<0001>0<0018>-0.0<0022>8<002a>] TJ", b"[<000100180022>8<002a>] TJ"),
        (b"[<>-95.28571<0001>-90<><0022>] TJ", b"[-95.3<0001>-90<0022>] TJ"),
        (b"[<0001>5<>-5<0002><0003>] TJ", b"[<000100020003>] TJ"),
        (b"BT /A 14 Tf", b"BT /A 14 Tf"),
    ],
)
def test_a_line_is_shorter_and_as_wide(long: bytes, short: bytes) -> None:
    pdf = pydyf.PDF()
    stream = pydyf.Stream([long])
    pdf.add_object(stream)
    write_gaps_short(pdf)
    assert stream.stream == [short]
