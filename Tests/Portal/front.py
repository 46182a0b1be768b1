"""The server in front of the portal: nginx by contrib/nginx-portail.conf, but for paths and ports."""

import http.client
import pathlib
import socket
import ssl
import subprocess
import sys

from town import ROOT, Town, free_port
from visitor import Visitor

sys.path.insert(0, str(ROOT / "Web"))

from practice_nginx import PracticeNginx  # noqa: E402

SETTINGS = ROOT / "contrib/nginx-portail.conf"
NAME = "portail.example"


class Front:
    """A town whose portal is reached through nginx and TLS."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder
        self.port, self.plain_port = free_port(), free_port()
        self.town = Town(origin=f"https://{NAME}:{self.port}", client_field="X-Real-IP")
        try:
            self._make_certificate()
            self.nginx = self._start()
        except BaseException:
            self.town.close()
            raise

    def _make_certificate(self) -> None:
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
             "-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}", "-keyout",
             "key.pem", "-out", "certificate.pem"], cwd=self.folder, check=True, capture_output=True)

    def _start(self) -> PracticeNginx:
        return PracticeNginx(self.folder, SETTINGS, [
            ("    listen [::]:443 ssl default_server;\n", ""), ("    listen [::]:443 ssl;\n", ""),
            ("    listen [::]:80;\n", ""), ("listen 443", f"listen 127.0.0.1:{self.port}"),
            ("listen 80", f"listen 127.0.0.1:{self.plain_port}"),
            ("/etc/ssl/portail", str(self.folder)), ("/var/log/nginx", str(self.folder)),
            ("127.0.0.1:8400", f"127.0.0.1:{self.town.port}")], self.port)

    def logs(self) -> str:
        return "".join(path.read_text("utf-8", "replace") for path in self.folder.glob("*.log"))

    def close(self) -> None:
        self.nginx.stop()
        self.town.close()


class FrontVisitor(Visitor):
    """A browser that reaches the portal by its name, from one address of this machine."""

    def __init__(self, front: Front, address: str = "127.0.0.1"):
        super().__init__(front.town)
        self.front, self.address = front, address

    def connect(self, port: int | None) -> http.client.HTTPConnection:
        if port:
            return super().connect(port)
        context = ssl.create_default_context(cafile=self.front.folder / "certificate.pem")
        raw = socket.create_connection(
            ("127.0.0.1", self.front.port), 60, source_address=(self.address, 0))
        connection = http.client.HTTPConnection(NAME, self.front.port)
        connection.sock = context.wrap_socket(raw, server_hostname=NAME)
        return connection
