"""A small HTTP server on loopback for the doubles."""

import http.server
import threading
import urllib.parse


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def fields(self) -> list[tuple[str, str]]:
        """The query of a GET, the form of a POST."""
        text = urllib.parse.urlsplit(self.path).query
        if self.command == "POST":
            text = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        return urllib.parse.parse_qsl(text, keep_blank_values=True)

    @property
    def route(self) -> str:
        return urllib.parse.urlsplit(self.path).path

    def say(self, status: int, body: bytes = b"", kind: str = "text/html; charset=utf-8",
            **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_) -> None:
        pass


class QuietServer(http.server.ThreadingHTTPServer):
    daemon_threads = True
    # With Python's five, a crowd that arrives at once is partly turned away by the kernel.
    request_queue_size = 256

    def handle_error(self, *_) -> None:
        """A portal that hangs up on a lie is no news."""


class Server:
    """Serves `double` by `handler` on a free port, or a chosen one, until it is closed."""

    def __init__(self, double, handler: type[Handler], port: int = 0):
        bound = type(handler.__name__, (handler,), {"double": double})
        self.http = QuietServer(("127.0.0.1", port), bound)
        self.port = self.http.server_address[1]
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()
