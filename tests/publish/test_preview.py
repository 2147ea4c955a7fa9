"""The preview server."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from textbuild.publish.preview import News, PreviewServer
from textbuild.publish.theme import theme_path


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[PreviewServer, News]]:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "site" / "index.html").write_text("<html><body><p>书</p></body></html>", encoding="utf-8")
    news = News()
    server = PreviewServer(tmp_path / "site", news, theme_path() / "site" / "preview.js", 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server, news
    server.shutdown()
    server.server_close()


def get(server: PreviewServer, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", path, headers={"Host": f"{host}:{server.server_port}"})
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def test_a_page_carries_the_script_that_reloads_it(server: tuple[PreviewServer, News]) -> None:
    status, text = get(server[0], "/")
    assert (status, "<p>书</p>" in text, "/_textbuild/preview.js" in text) == (200, True, True)
    assert get(server[0], "/_textbuild/preview.js")[0] == 200


def test_a_waiting_page_hears_of_the_next_build_at_once(server: tuple[PreviewServer, News]) -> None:
    heard: list[str] = []
    waiting = threading.Thread(target=lambda: heard.append(get(server[0], "/_textbuild/news?after=0")[1]))
    waiting.start()
    server[1].publish(["a.md:1 TB202"])
    waiting.join(10)
    assert json.loads(heard[0]) == {"number": 1, "findings": ["a.md:1 TB202"]}


def test_another_host_name_is_refused(server: tuple[PreviewServer, News]) -> None:
    assert get(server[0], "/", host="evil.example")[0] == 403


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "//etc/passwd", "/_textbuild/../../secret.txt"]
)
def test_nothing_outside_the_site_is_served(server: tuple[PreviewServer, News], path: str) -> None:
    status, text = get(server[0], path)
    assert status == 404
    assert "secret" not in text.replace(path, "")
