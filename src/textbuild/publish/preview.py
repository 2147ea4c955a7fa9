"""A server on 127.0.0.1 that shows the built site and tells open pages when to reload, and what was found."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

WAIT_SECONDS = 25.0
"""How long a page's question for news is kept open."""
_PREFIX = "/_textbuild/"
_SCRIPT_TAG = b'<script src="/_textbuild/preview.js" defer></script>'


class News:
    """The number of the last build and its findings; pages wait for the next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._number = 0
        self._findings: Sequence[str] = ()

    def publish(self, findings: Sequence[str]) -> None:
        with self._changed:
            self._number += 1
            self._findings = tuple(findings)
            self._changed.notify_all()

    def after(self, number: int, seconds: float) -> tuple[int, Sequence[str]]:
        """The next build's number and findings; the same number again if none came in time."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number, seconds)
            return self._number, self._findings


class PreviewServer(ThreadingHTTPServer):
    """Serves `folder` on 127.0.0.1 only. Port 0 takes any free one."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, folder: Path, news: News, script: Path, port: int) -> None:
        super().__init__(("127.0.0.1", port), partial(_Handler, news=news, script=script, directory=str(folder)))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, news: News, script: Path, directory: str) -> None:
        self._news, self._script = news, script
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        # Another site's page must not read the preview through the reader's browser (DNS rebinding).
        if self.headers.get("Host", "").rpartition(":")[0] not in ("127.0.0.1", "localhost"):
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        url = urlsplit(self.path)
        if url.path == f"{_PREFIX}news":
            number = parse_qs(url.query).get("after", ["0"])[0]
            latest, findings = self._news.after(int(number) if number.isdecimal() else 0, WAIT_SECONDS)
            self._answer(json.dumps({"number": latest, "findings": findings}).encode(), "application/json")
        elif url.path == f"{_PREFIX}preview.js":
            self._answer(self._script.read_bytes(), "text/javascript; charset=utf-8")
        elif page := self._page(url.path):
            content = page.read_bytes()
            head, found, tail = content.rpartition(b"</body>")
            self._answer(head + _SCRIPT_TAG + found + tail if found else content, "text/html; charset=utf-8")
        else:
            super().do_GET()

    def _page(self, path: str) -> Path | None:
        """The HTML file that a request means; None lets the base class answer."""
        found = Path(self.translate_path(path))
        if found.is_dir() and path.endswith("/"):
            found = found / "index.html"
        return found if found.suffix == ".html" and found.is_file() else None

    def _answer(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing: the terminal is for findings."""
