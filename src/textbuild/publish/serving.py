"""What a web server needs beside the site: its configuration, and every text file in compressed forms as well."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import brotli  # type: ignore[import-untyped]  # no stubs

from textbuild.publish.assets import FOLDER
from textbuild.publish.policy import server_policy
from textbuild.publish.theme import theme_path

_TEXTS = frozenset(
    {".html", ".css", ".js", ".mjs", ".json", ".svg", ".xml", ".atom", ".txt", ".csv", ".vtt", ".webmanifest", ".wasm"}
)
_SMALLEST = 500
"""Bytes: what fits into one packet anyway is left alone."""


def prepare_for_server(out: Path, site_url: str | None) -> None:
    """Writes `nginx.conf` into the output folder and a `.gz` and a `.br` beside each text of `site/`."""
    out.mkdir(parents=True, exist_ok=True)
    host = urlsplit(site_url or "").hostname or "_"
    conf = (theme_path() / "serve" / "nginx.conf").read_text("utf-8")
    conf = conf.replace("@POLICY@", server_policy()).replace("@HOST@", host)
    (out / "nginx.conf").write_text(conf, encoding="utf-8", newline="\n")
    texts = [path for path in _files(out / "site") if path.suffix in _TEXTS and path.stat().st_size >= _SMALLEST]
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # both compressors let other threads run
        list(pool.map(partial(_compress, out / "site" / FOLDER), texts))


def drop_outdated(out: Path) -> None:
    """Removes compressed files whose original has changed or gone: a server would send them in its place."""
    for path in _files(out / "site"):
        if path.suffix in _FORMS and path.name != "sitemap.xml.gz" and not _is_fresh(path):  # that one is MkDocs' own
            path.unlink()


def _compress(assets: Path, path: Path) -> None:
    """A file has the time of its original: as long as they agree there is nothing to do."""
    for suffix, compressed in _FORMS.items():
        target = path.with_name(path.name + suffix)
        if not _is_fresh(target):
            target.write_bytes(compressed(path.read_bytes(), path.is_relative_to(assets)))
            times = path.stat()
            os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))


def _is_fresh(compressed: Path) -> bool:
    original = compressed.with_suffix("")
    if not (compressed.is_file() and original.is_file()):
        return False
    return compressed.stat().st_mtime_ns == original.stat().st_mtime_ns


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _gzipped(content: bytes, for_ever: bool) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _brotli(content: bytes, for_ever: bool) -> bytes:
    """A tenth smaller than gzip. The best takes thirty times as long, which pays for what readers keep for ever."""
    found: bytes = brotli.compress(content, quality=11 if for_ever else 7)
    return found


_FORMS: Mapping[str, Callable[[bytes, bool], bytes]] = {".gz": _gzipped, ".br": _brotli}
