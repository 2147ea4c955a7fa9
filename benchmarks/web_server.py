"""nginx on the loopback interface with the configuration that `textbuild build --for-server` writes."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
_MIME_TYPES = Path("/etc/nginx/mime.types")
_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_MAIN = """\
{modules}{user}daemon off; worker_processes 2; pid {folder}/pid; error_log {folder}/errors.log warn;
events {{ worker_connections 4096; }}
http {{
    include {mime}; default_type application/octet-stream; sendfile on; tcp_nopush on; access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def can_serve() -> bool:
    return bool(NGINX and _MIME_TYPES.is_file())


def has_brotli() -> bool:
    return _BROTLI.is_file()


@contextmanager
def served(out: Path, folder: Path, *, brotli: bool = False) -> Iterator[str]:
    """The address of `out/site` while nginx serves it with `out/nginx.conf`, of which only the marked lines change.

    `folder`: for nginx's own files. Raises RuntimeError with nginx's words if it does not start.
    """
    port = _free_port()
    conf = (out / "nginx.conf").read_text("utf-8")
    conf = conf.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/textbooks", str(out.resolve()))
    conf = re.sub(r"^ *listen \[::\].*\n", "", conf, flags=re.MULTILINE)
    if brotli:
        conf = conf.replace("# brotli_static on;", "brotli_static on;")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "site.conf").write_text(conf, "utf-8")
    main = _MAIN.format(
        modules=f"load_module {_BROTLI};\n" if brotli else "",
        user="user root;\n" if os.geteuid() == 0 else "",
        folder=folder,
        mime=_MIME_TYPES,
    )
    (folder / "nginx.conf").write_text(main, "utf-8")
    process = subprocess.Popen(
        [NGINX or "nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "errors.log")],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(port, process, folder / "errors.log")
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(10)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(100):
        if process.poll() is not None:
            break
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"nginx did not start: {log.read_text('utf-8') if log.is_file() else ''}")
