"""A small web server of our own that answers in every way a link can fail, for LinkChecker to be run against."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ANSWERS: dict[str, tuple[int, dict[str, str]]] = {
    "/fine": (200, {}),
    "/gone": (404, {}),
    "/withdrawn": (410, {}),
    "/forbidden": (403, {}),
    "/busy": (429, {"Retry-After": "3600"}),
    "/broken": (500, {}),
    "/unavailable": (503, {}),
    "/moved": (301, {"Location": "/fine"}),
    "/loop": (302, {"Location": "/loop"}),
    "/inward": (302, {"Location": "http://127.0.0.1:9/secret"}),
    "/metadata": (302, {"Location": "http://169.254.169.254/latest/meta-data/"}),
    "/to-file": (302, {"Location": "file:///etc/passwd"}),
    "/odd": (200, {"Content-Type": "x-unheard/of; charset=ghost"}),
    "/s%C3%B8gning": (200, {}),
    "/private/page": (200, {}),
}
BIG = 1_000_000


@dataclass
class Server:
    """Where it listens, and what it was asked."""

    port: int
    asked: list[tuple[str, str]] = field(default_factory=list)
    """(path with query, user agent) of each request."""

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def allowed(self) -> frozenset[str]:
        return frozenset({f"127.0.0.1:{self.port}"})


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    """Run the server until the end of the block."""
    seen = Server(0)
    stop = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.asked.append((self.path, self.headers.get("User-Agent", "")))
            path = self.path.partition("?")[0]
            body = b"<!doctype html><title>x</title><a href='/never-followed'>x</a>"
            if path == "/slow":
                stop.wait(8)
            if path == "/robots.txt":
                return self._say(200, b"User-agent: *\nDisallow: /private/\n", {"Content-Type": "text/plain"})
            if path == "/reason":
                self.wfile.write(b"HTTP/1.1 404 Not \x01 \xff here & <there>\r\nContent-Length: 0\r\n\r\n")
                self.close_connection = True
                return None
            if path == "/dropped":
                self.connection.shutdown(socket.SHUT_RDWR)
                return None
            if path == "/big":
                return self._say(200, b"x" * BIG, {})
            code, headers = ANSWERS.get(path, (200 if path == "/slow" else 404, {}))
            return self._say(code, body, headers)

        def _say(self, code: int, body: bytes, headers: dict[str, str]) -> None:
            with contextlib.suppress(ConnectionError):
                self.send_response(code)
                for name, value in {"Content-Type": "text/html", **headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    seen.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield seen
    finally:
        stop.set()
        server.shutdown()
        server.server_close()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
