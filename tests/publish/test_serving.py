"""Compressed copies follow their originals, and nginx serves the site with the written configuration."""

from __future__ import annotations

import gzip
import http.client
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import brotli  # type: ignore[import-untyped]  # no stubs
import pytest
from benchmarks.web_server import can_serve, has_brotli, served

from tests.cli.test_build import build
from tests.conftest import FILES
from textbuild.publish.assets import published
from textbuild.publish.policy import server_policy
from textbuild.publish.serving import drop_outdated, prepare_for_server

TEXT = b"<p>" + "动力电池".encode() * 200


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_bytes(TEXT)
    return tmp_path


def test_compressed_copies_hold_what_the_original_holds(out: Path) -> None:
    prepare_for_server(out, None)
    assert gzip.decompress((out / "site/a.html.gz").read_bytes()) == TEXT
    assert brotli.decompress((out / "site/a.html.br").read_bytes()) == TEXT


def test_pictures_and_the_smallest_files_are_left_alone(out: Path) -> None:
    (out / "site/a.png").write_bytes(TEXT)
    (out / "site/b.html").write_bytes(b"<p>")
    prepare_for_server(out, None)
    assert {path.name for path in (out / "site").iterdir()} == {"a.html", "a.html.gz", "a.html.br", "a.png", "b.html"}


def test_the_copy_of_what_changed_is_made_anew_and_the_others_stay(out: Path) -> None:
    other = out / "site/b.html"
    other.write_bytes(TEXT)
    prepare_for_server(out, None)
    kept = other.with_name("b.html.br").stat().st_ino
    _change(out / "site/a.html")
    prepare_for_server(out, None)
    assert gzip.decompress((out / "site/a.html.gz").read_bytes()) == TEXT * 2
    assert other.with_name("b.html.br").stat().st_ino == kept


def test_a_copy_that_is_not_of_its_original_is_removed(out: Path) -> None:
    (out / "site/b.html").write_bytes(TEXT)
    (out / "site/c.html").write_bytes(TEXT)
    prepare_for_server(out, None)
    _change(out / "site/a.html")
    (out / "site/b.html").unlink()
    drop_outdated(out)
    names = sorted(path.name for path in (out / "site").iterdir())
    assert names == ["a.html", "c.html", "c.html.br", "c.html.gz"]


def test_the_configuration_names_the_librarys_host(out: Path) -> None:
    prepare_for_server(out, "https://books.example.org/")
    assert "server_name books.example.org;" in (out / "nginx.conf").read_text("utf-8")


needs_nginx = pytest.mark.skipif(not can_serve(), reason="needs nginx")


@pytest.fixture(scope="module")
def out_of_nginx(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a small library, as nginx serves it."""
    root = tmp_path_factory.mktemp("library")
    for path, content in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, "utf-8")
    assert build(root, "--for-server") == 0
    (root / "output/pdf").mkdir()
    (root / "output/pdf/ev.pdf").write_bytes(b"%PDF-1.7")
    (root / "output/site/ev/.ev.building-1").write_text("x", "utf-8")
    return root / "output"


@pytest.fixture(scope="module")
def address(out_of_nginx: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(out_of_nginx, tmp_path_factory.mktemp("nginx"), brotli=has_brotli()) as found:
        yield found


def answer(address: str, path: str, encoding: str = "gzip", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", f"/{path}", headers={"Accept-Encoding": encoding, **headers})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}, body


@needs_nginx
def test_pages_are_asked_about_each_time_and_cost_nothing_unchanged(address: str) -> None:
    _, headers, body = answer(address, "ev/1-1.html")
    assert headers["cache-control"] == "no-cache"
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert "电池包检测" in gzip.decompress(body).decode()
    status, _, body = answer(address, "ev/1-1.html", **{"If-None-Match": headers["etag"]})
    assert (status, body) == (304, b"")


@needs_nginx
def test_assets_are_kept_for_ever(address: str) -> None:
    for source in ("assets/portal.css", "assets/settings.js", "assets/icon.svg"):
        status, headers, _ = answer(address, published(source))
        assert (status, headers["cache-control"]) == (200, "public, max-age=31536000, immutable")


@needs_nginx
def test_the_searchs_data_is_kept_for_ever_and_its_index_is_asked_about(address: str, out_of_nginx: Path) -> None:
    data = next(path for path in (out_of_nginx / "site/ev/search").rglob("*.js") if path.name != "index.js")
    kept = answer(address, data.relative_to(out_of_nginx / "site").as_posix())[1]["cache-control"]
    assert kept == "public, max-age=31536000, immutable"
    assert answer(address, "ev/search/index.js")[1]["cache-control"] == "no-cache"


@needs_nginx
@pytest.mark.skipif(not has_brotli(), reason="needs libnginx-mod-http-brotli-static")
def test_brotli_is_sent_to_those_who_take_it(address: str) -> None:
    _, headers, body = answer(address, "ev/1-1.html", "gzip, br")
    assert headers["content-encoding"] == "br"
    assert "电池包检测" in brotli.decompress(body).decode()


@needs_nginx
def test_every_page_comes_with_the_policy(address: str) -> None:
    for path in ("", "ev/1-1.html", "standards/index.html", "nothing/here"):
        _, headers, _ = answer(address, path)
        assert headers["content-security-policy"] == server_policy()
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


@needs_nginx
def test_nothing_runs_in_a_drawing_that_is_opened_by_itself(address: str) -> None:
    policy = answer(address, published("assets/icon.svg"))[1]["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "script-src" not in policy


@needs_nginx
def test_a_missing_page_is_answered_in_chinese(address: str) -> None:
    status, headers, body = answer(address, "ev/nothing.html", "identity")
    assert (status, headers["cache-control"]) == (404, "no-cache")
    assert "没有这一页" in body.decode()
    assert answer(address, "ev/.ev.building-1")[0] == 404


@needs_nginx
def test_pdfs_lie_beside_the_site(address: str) -> None:
    status, headers, body = answer(address, "pdf/ev.pdf")
    assert (status, headers["content-type"], body) == (200, "application/pdf", b"%PDF-1.7")


def _change(path: Path) -> None:
    """Other content, and a time that a clock of any grain can tell from the last."""
    last = path.stat().st_mtime_ns
    path.write_bytes(TEXT * 2)
    os.utime(path, ns=(last, last + 1_000_000_000))
