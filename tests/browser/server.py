"""Serves a built site as a web host would: at the root and below a sub-path, with the headers that ``deploy/`` sets."""

import gzip
import re
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

SUB_PATH = "/below/a/path/"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}
SQUEEZED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


@dataclass(frozen=True)
class Header:
    """One line of a ``_headers`` file: which paths it is for, and what it says."""

    pattern: re.Pattern[str]
    name: str
    value: str


def read_headers(text: str) -> tuple[Header, ...]:
    """Return the lines of a ``_headers`` file, the form that several hosts share."""
    found: list[Header] = []
    pattern = re.compile("")
    for line in text.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            parts = (".*" if part == "*" else re.escape(part) for part in re.split(r"(\*)", line.strip()))
            pattern = re.compile("".join(parts))
        else:
            name, _, value = line.strip().partition(":")
            found.append(Header(pattern, name.strip(), value.strip()))
    return tuple(found)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, root: Path, headers: Sequence[Header], compress: bool, *rest: Any) -> None:
        self.root, self.set_headers, self.compress = root.resolve(), headers, compress
        super().__init__(*rest)

    def log_message(self, *_: Any) -> None:
        """Say nothing: a gate speaks through its result."""

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        asked = unquote(urlsplit(self.path).path)
        path = "/" + asked.removeprefix(SUB_PATH) if asked.startswith(SUB_PATH) else asked
        file = (self.root / path.lstrip("/")).resolve()
        if file.is_dir() and not path.endswith("/") and file.is_relative_to(self.root):
            self._answer(301, path, b"", {"Location": asked + "/"})
            return
        if file.is_dir():
            file /= "index.html"
        status = 200
        if not file.is_relative_to(self.root) or not file.is_file():
            status, file = 404, self.root / "404.html"
        body = file.read_bytes() if file.is_file() else b""
        kind = {"Content-Type": TYPES.get(file.suffix, "application/octet-stream")}
        if self.compress:
            kept = "max-age=0, must-revalidate" if file.suffix == ".html" else "max-age=31536000, immutable"
            kind["Cache-Control"] = kept
            if file.suffix in SQUEEZED and "gzip" in self.headers.get("Accept-Encoding", ""):
                body, kind["Content-Encoding"] = gzip.compress(body), "gzip"
        self._answer(status, path, body, kind)

    def _answer(self, status: int, path: str, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        ours = {header.name: header.value for header in self.set_headers if header.pattern.fullmatch(path)}
        for name, value in {**headers, **ours, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@contextmanager
def serve(root: Path, headers: Sequence[Header] = (), compress: bool = False) -> Iterator[str]:
    """Serve a folder on a free port of this machine while the block runs; gives the address of its root."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, root, tuple(headers), compress))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
