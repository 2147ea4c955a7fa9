"""What the layout may read, and every way that was thought of to make it read something else."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

from textbuild.publish.pdf.fetcher import BookFetcher, DeniedError

REPOSITORY = Path(__file__).parents[3]
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


@pytest.fixture
def fetcher(tmp_path: Path) -> BookFetcher:
    for name in ("library/books/ev", "theme", "fonts/a", "secret"):
        (tmp_path / name).mkdir(parents=True)
    library = tmp_path / "library/books/ev"
    (library / "a.png").write_bytes(PNG)
    (library / "图 1.svg").write_bytes(SVG)
    (library / "book.yml").write_text("title: x")
    (library / "page.html").write_text("<p>")
    (library / "folder.png").mkdir()
    (library / "link.png").symlink_to(tmp_path / "secret/key.png")
    (library / "passwd.png").symlink_to("/etc/passwd")
    (library / "inside.png").symlink_to(library / "a.png")
    (tmp_path / "secret/key.png").write_bytes(PNG)
    (tmp_path / "theme/book.css").write_text("p{}")
    (tmp_path / "fonts/a/a.ttf").write_bytes(b"font")
    (tmp_path / "fonts/a/a.js").write_text("x")
    return BookFetcher(tmp_path / "library", tmp_path / "theme", tmp_path / "fonts")


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("library:/books/ev/a.png", "image/png"),
        ("library:/books/ev/%E5%9B%BE%201.svg", "image/svg+xml"),
        ("library:/books/ev/inside.png", "image/png"),
        ("theme:/book.css", "text/css"),
        ("fonts:/a/a.ttf", "font/ttf"),
        ("data:image/png;base64," + base64.b64encode(PNG).decode(), "image/png"),
        ("data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22/%3E", "image/svg+xml"),
    ],
)
def test_files_of_the_book_are_given(fetcher: BookFetcher, url: str, kind: str) -> None:
    response = fetcher(url)
    assert response.content_type == kind
    assert response.read()


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data/",
        "https://example.org/a.png",
        "ftp://example.org/a.png",
        "file:///etc/passwd",
        "file:///etc/passwd#a.png",
        "gopher://127.0.0.1:6379/_x",
        "//example.org/a.png",
        "/etc/passwd",
        "a.png",
        "",
        "javascript:alert(1)",
        "library://example.org/books/ev/a.png",
        "library:/../secret/key.png",
        "library:/books/ev/../../../secret/key.png",
        "library:/books/ev/%2e%2e/%2e%2e/%2e%2e/secret/key.png",
        "library:/books/ev/..%2f..%2f..%2fsecret/key.png",
        "library:/books/ev/..\\..\\secret\\key.png",
        "library:/books/ev/link.png",
        "library:/books/ev/passwd.png",
        "library:/books/ev/folder.png",
        "library:/books/ev/book.yml",
        "library:/books/ev/page.html",
        "library:/books/ev/a.png%00.svg",
        "library:/books/ev/a.png?x=1",
        "library:/books/ev/none.png",
        "library:/" + "a" * 5000 + ".png",
        "library:/etc/passwd",
        "theme:/../secret/key.png",
        "theme:/../fonts/a/a.ttf",
        "fonts:/a/a.js",
        "fonts:/../library/books/ev/a.png",
        "data:text/html,<script>alert(1)</script>",
        "data:text/css,@import url(http://example.org)",
        "data:application/pdf;base64,JVBERi0=",
        "data:,x",
        "data:image/svg+xml,<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg>&a;</svg>",
        "data:image/png;base64," + "A" * (5 * 1024 * 1024),
    ],
)
def test_everything_else_is_denied(fetcher: BookFetcher, url: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        fetcher(url)


def test_denial_does_not_stop_the_layout(fetcher: BookFetcher) -> None:
    assert issubclass(DeniedError, Exception)


def test_a_device_or_pipe_is_not_read(fetcher: BookFetcher, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "library/books/ev/pipe.png")
    with pytest.raises(DeniedError, match="regular"):
        fetcher("library:/books/ev/pipe.png")


def test_a_large_file_is_not_read(fetcher: BookFetcher, tmp_path: Path) -> None:
    with (tmp_path / "library/books/ev/big.png").open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with pytest.raises(DeniedError, match="larger"):
        fetcher("library:/books/ev/big.png")


def test_no_request_leaves_the_machine(fetcher: BookFetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr("socket.socket.connect", connect)
    monkeypatch.setattr("socket.getaddrinfo", connect)
    for url in ("http://example.org/", "https://example.org/a.png", "ftp://example.org/"):
        with pytest.raises(DeniedError):
            fetcher(url)


def test_a_packed_font_is_unpacked_once(tmp_path: Path) -> None:
    fetcher = BookFetcher(tmp_path, tmp_path, REPOSITORY / "node_modules", tmp_path / "ready")
    name = "fonts:/@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff"
    file = fetcher.font(name)
    assert file.read_bytes()[:4] == b"\0\1\0\0"
    file.write_bytes(b"kept")
    assert fetcher.font(name).read_bytes() == b"kept"


@pytest.mark.parametrize("url", ["library:/a.ttf", "fonts:/../a.ttf", "fonts:/a.css", "https://example.org/a.ttf"])
def test_no_font_is_given_out_but_the_books_own(tmp_path: Path, url: str) -> None:
    with pytest.raises(DeniedError):
        BookFetcher(tmp_path, tmp_path, REPOSITORY / "node_modules", tmp_path / "ready").font(url)
