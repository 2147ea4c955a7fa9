"""Reading without a network in a real browser: the ZIP from a disk, and books kept by the service worker."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.check.workshops import PROCESS, WORKSHOP
from tests.conftest import FILES
from tests.publish.browser import needs_browser, seen_by, write_files
from tests.publish.offline.conftest import IV, publish_site

pytestmark = needs_browser

MODULE = "---\ntitle: 绝缘检测\nid: EV-1\nbasis: [GB 38031-2020]\n---\n\n## 依据\n\n按 GB 38031—2020 测量绝缘电阻。\n"
PRACTICE = """---
title: 下线
id: EV-22
---

!!! quiz

    两极短接前要验电。

    - [x] 对
    - [ ] 错
      没有验电就不知道有没有电。

[@workshop:pack-test]
"""
LIBRARY = {
    **FILES,
    **IV,
    "books/ev/1-1.md": MODULE,
    "books/ev/2-1.md": "---\ntitle: 装配\nid: EV-21\n---\n\n第一版的装配。![图](images/a.svg)\n",
    "books/ev/2-2.md": PRACTICE,
    "books/ev/workshops/pack-test.yml": WORKSHOP,
    "standards/processes/pack-test.yml": PROCESS,
    "books/ev/2-9.md": "---\ntitle: 将删去\nid: EV-29\n---\n\n只在第一版里。\n",
    "books/ev/images/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
}
CHANGED = {
    "books/ev/1-1.md": MODULE + "\n第二版的检测。\n",
    "books/ev/2-1.md": "---\ntitle: 装配\nid: EV-21\n---\n\n第二版的装配。\n",
}
BEFORE, AFTER = date(2026, 6, 1), date(2026, 11, 24)  # the basis ends between them


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The same site three times: as it was first, with a changed book, and with that book's basis at its end."""
    folder = tmp_path_factory.mktemp("offline")
    root = folder / "library"
    write_files(root, LIBRARY)
    publish_site(root, folder / "output", BEFORE)
    found = [_copy(folder, "first")]
    write_files(root, CHANGED)
    (root / "books/ev/2-9.md").unlink()
    publish_site(root, folder / "output", BEFORE)
    found.append(_copy(folder, "changed"))
    publish_site(root, folder / "output", AFTER, sound=("iv",))
    return [*found, _copy(folder, "past")]


def _copy(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(folder / "output" / "site", folder / name))


@pytest.fixture(scope="module")
def disk(sites: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `disk.mjs` saw in the unpacked ZIP, in a folder with a space in its name."""
    folder = tmp_path_factory.mktemp("手机 下载")
    with ZipFile(sites[0] / "download" / "ev.zip") as packed:
        packed.extractall(folder)
    (top,) = folder.iterdir()
    return seen_by(Path(__file__).with_name("disk.mjs"), f"{top.as_uri()}/")


@pytest.fixture(scope="module")
def worker(sites: list[Path]) -> dict[str, Any]:
    """What `worker.mjs` saw."""
    return seen_by(Path(__file__).with_name("worker.mjs"), *map(str, sites))


Seen = dict[str, Any]


def test_from_a_disk_the_book_opens_and_its_modules_read_on(disk: Seen) -> None:
    assert disk["start"] == "ev/index.html"
    assert disk["module"].strip() == "绝缘检测"
    assert disk["next"].strip() == "装配"
    assert disk["styled"] == "sticky"


def test_from_a_disk_no_file_is_missing_and_none_is_outside(disk: Seen) -> None:
    assert disk["pages"] > 8
    assert (disk["outside"], disk["failed"], disk["dead"], disk["errors"]) == ([], [], [], [])


def test_from_a_disk_the_search_finds_and_leads_to_the_page(disk: Seen) -> None:
    assert disk["found"] > 0
    assert disk["found_page"] == "ev/1-1.html"


def test_from_a_disk_a_question_is_judged_and_a_workshop_runs(disk: Seen) -> None:
    assert disk["judged"].startswith("✓ 答对了")
    assert disk["kept"] == disk["judged"]
    assert disk["workshop_runs"] is True


def test_unpacked_it_does_not_ask_to_be_unpacked_and_offers_no_download(disk: Seen) -> None:
    assert disk["packed_notice"] is False
    assert disk["offers"] == 0


def test_the_reader_is_told_that_the_book_is_kept(worker: Seen) -> None:
    assert "已可离线阅读" in worker["kept"]
    assert "全书" in worker["line"]


def test_no_shared_page_is_fetched_twice(worker: Seen) -> None:
    assert worker["asked_twice"] == []


def test_without_the_server_the_whole_book_can_be_read(worker: Seen) -> None:
    assert "绝缘检测" in worker["reloaded"]
    assert "第一版的装配" in worker["never_opened"]
    assert "GB 38031" in worker["standard"]
    assert worker["styled"] == "sticky"
    assert worker["errors"] == []


def test_without_the_server_the_book_is_searched(worker: Seen) -> None:
    assert "绝缘电阻" in worker["search"]


def test_a_page_that_is_not_kept_says_so_and_names_the_books_that_are(worker: Seen) -> None:
    assert "没有网络" in worker["other_book"]
    assert "动力电池" in worker["portal"]


def test_a_fresh_copy_needs_no_notice(worker: Seen) -> None:
    assert worker["notice"] == ""


def test_a_copy_that_was_checked_long_ago_says_when(worker: Seen) -> None:
    assert "标准状态是 2026-06-01 核对的，已过去 245 天" in worker["old"]


def test_while_the_site_is_replaced_nothing_of_the_old_version_is_given_up(worker: Seen) -> None:
    assert "第二版" not in worker["half"]["page"]
    assert "第一版的装配" in worker["half"]["other"]
    assert "这本书已有更新" in worker["half"]["notice"]


def test_a_changed_book_is_brought_up_to_date_file_by_file(worker: Seen) -> None:
    assert "换新" in worker["updated"]
    assert worker["fetched"] == ["ev/2-1.html", "ev/2-2.html"]
    assert "第二版的检测" in worker["new_page"]
    assert "第二版的装配" in worker["new_other"]
    assert "没有网络" in worker["gone_with_the_old"]


def test_on_a_slow_network_the_page_comes_from_the_device(worker: Seen) -> None:
    assert worker["slow"] == {"kept": "2026-06-01", "soon": True}


def test_a_kept_page_whose_basis_has_ended_since_says_so(worker: Seen) -> None:
    assert "本篇依据的 GB 38031—2020 自 2026-07-01 起已被 GB 38031—2025 代替（2026-11-24 核对）" in worker["past"]
    assert "代替" not in worker["past_other"]


def test_a_book_that_was_taken_off_the_site_is_given_up(worker: Seen) -> None:
    assert "没有网络" in worker["taken_off"]
    assert "动力电池" not in worker["taken_off"]


def test_on_a_costly_connection_only_pages_looked_at_are_kept(worker: Seen) -> None:
    assert "看过的页面" in worker["costly_line"]
    assert "绝缘检测" in worker["costly"]
    assert "没有网络" in worker["costly_other"]


def test_where_there_is_no_room_the_book_opened_longest_ago_goes(worker: Seen) -> None:
    assert worker["room"] == ["ev"]


def test_a_preview_keeps_nothing(worker: Seen) -> None:
    assert worker["preview"] == 0


def test_a_browser_without_service_workers_sees_no_error(worker: Seen) -> None:
    assert worker["without"] == []
