"""What a module's page tells, and keeps ready to tell, of standards that end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.render import sample
from tests.render.sample import DAY, rendered

BEFORE = date(2026, 6, 1)


def test_an_ending_to_come_is_kept_hidden_with_its_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "DAY", BEFORE)
    html = rendered(tmp_path, "正文", "site", "basis: [GB 38031-2020]\n", day=BEFORE).html
    assert (
        '<ul class="tb-coming" hidden>\n<li data-day="2026-07-01" data-edition="GB 38031—2020"'
        ' data-successors="GB 38031—2025">本模块依据的 GB 38031—2020 自 2026-07-01 起由 GB 38031—2025 代替。'
        "本页核对于 2026-06-01。"
    ) in html
    assert "tb-ended" not in html


def test_a_basis_that_has_ended_is_told_at_once(tmp_path: Path) -> None:
    html = rendered(tmp_path, "正文", "site", "basis: [GB 38031-2020]\n", day=DAY).html
    banner = html[html.index('<div class="tb-ended"') : html.index('<div class="tb-basis"')]
    assert "GB 38031—2020 自 2026-07-01 起由 GB 38031—2025 代替" in banner
    assert "tb-coming" not in html


def test_checks_that_will_be_too_old_are_kept_in_mind(tmp_path: Path) -> None:
    html = rendered(tmp_path, "正文", "site", "basis: [GB 38031]\n", day=DAY).html
    assert '<p class="tb-doubtful" data-day="2027-11-24" hidden>' in html


def test_a_citation_carries_its_notes_and_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "DAY", BEFORE)
    html = rendered(tmp_path, "按 GB 38031—2020 做。", "site").html
    assert 'data-ends="2026-07-01" data-heirs="GB 38031—2025"' in html
    assert "data-notes=" in html
    assert "data-ends" not in rendered(tmp_path, "按 GB 38031—2020 做。", "epub").html


def test_print_is_made_for_one_day(tmp_path: Path) -> None:
    html = rendered(tmp_path, "正文", "print", "basis: [GB 38031-2020]\n", day=DAY).html
    assert "tb-ended" not in html
    assert "tb-doubtful" not in html
