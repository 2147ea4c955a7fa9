"""Downloads are offered with their size; lists and statuses tell what is on the site."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

from tests.conftest import FILES, WriteLibrary
from tests.publish.offline.conftest import IV, Publish, publish_site

DATED = FILES["books/ev/1-1.md"].replace("[GB 38031]", "[GB 38031-2020]")


def listed(site: Path, name: str = "offline") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "ev" / f"{name}.json").read_text("utf-8"))
    return found


def test_portal_and_first_page_offer_the_zip_with_its_size(publish: Publish) -> None:
    site = publish(IV)
    size = (site / "download" / "ev.zip").stat().st_size / 1_000_000
    for page, address in (("index.html", "download/ev.zip"), ("ev/index.html", "../download/ev.zip")):
        html = (site / page).read_text("utf-8")
        assert f'<a href="{address}" download' in html
        assert f">下载本书（ZIP，{size:.1f}&nbsp;MB）</a>" in html


def test_no_other_page_of_the_book_offers_it(publish: Publish) -> None:
    assert 'class="tb-download"' not in (publish({}) / "ev" / "1-1.html").read_text("utf-8")


def test_without_a_zip_nothing_is_offered(publish: Publish, write_library: WriteLibrary, tmp_path: Path) -> None:
    site = publish({})
    (site / "download" / "ev.zip").unlink()
    (site / "download" / "ev.zip").mkdir()  # whatever it is, it is no file
    publish_site(write_library({}), tmp_path / "output", sound=())
    assert "下载本书" not in (site / "index.html").read_text("utf-8")


def test_the_list_names_every_file_with_the_hash_of_what_is_served(publish: Publish) -> None:
    site = publish(IV)
    files = listed(site)["files"]
    assert {"ev/index.html", "ev/1-1.html", "standards/gb-38031/index.html"} <= files.keys()
    for path, digest in files.items():
        assert hashlib.sha256((site / path).read_bytes()).hexdigest().startswith(digest), path
    assert listed(site)["size"] == sum((site / path).stat().st_size for path in files)


def test_the_list_names_no_file_of_another_book_and_not_itself(publish: Publish) -> None:
    files = listed(publish(IV))["files"]
    assert not [path for path in files if path.startswith(("iv/", "download/")) or path.endswith("offline.json")]


def test_films_are_not_kept_unasked(publish: Publish) -> None:
    site = publish({"books/ev/a.mp4": b"film"})
    assert (site / "ev" / "a.mp4").exists()
    assert "ev/a.mp4" not in listed(site)["files"]


def test_a_change_of_a_page_changes_the_hash(write_library: WriteLibrary, tmp_path: Path) -> None:
    root = write_library({})
    publish_site(root, tmp_path / "output")
    before = listed(tmp_path / "output/site")
    (root / "books/ev/1-1.md").write_text(FILES["books/ev/1-1.md"] + "\n新的一段。\n", "utf-8")
    publish_site(root, tmp_path / "output")
    after = listed(tmp_path / "output/site")
    assert after["hash"] != before["hash"]
    assert after["files"]["ev/1-1.html"] != before["files"]["ev/1-1.html"]
    styles = {path: digest for path, digest in before["files"].items() if path.endswith(".css")}
    assert styles
    assert styles.items() <= after["files"].items()


def test_the_status_names_the_pages_whose_basis_has_ended(publish: Publish) -> None:
    status = listed(publish({"books/ev/1-1.md": DATED}), "status")
    assert status == {
        "checked": "2026-11-24",
        "pages": {
            "ev/1-1.html": [
                {
                    "edition": "GB 38031—2020",
                    "verdict": "superseded",
                    "since": "2026-07-01",
                    "successors": ["GB 38031—2025"],
                }
            ]
        },
    }


def test_the_status_of_a_book_that_has_errors_now_goes_on(write_library: WriteLibrary, tmp_path: Path) -> None:
    root = write_library({"books/ev/1-1.md": DATED})
    publish_site(root, tmp_path / "output", date(2026, 6, 1))
    site = tmp_path / "output" / "site"
    assert listed(site, "status")["pages"] == {}
    before = listed(site)
    publish_site(root, tmp_path / "output", date(2026, 11, 24), sound=())
    assert listed(site) == before
    assert list(listed(site, "status")["pages"]) == ["ev/1-1.html"]


def test_the_service_worker_is_one_file_that_loads_no_other(publish: Publish) -> None:
    worker = (publish({}) / "sw.js").read_text("utf-8")
    assert worker.startswith('"use strict";')
    assert "importScripts" not in worker
