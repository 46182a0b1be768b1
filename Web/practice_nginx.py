"""nginx of Debian with one of the settings of contrib/, for as long as a test lasts."""

import pathlib
import shutil
import socket
import subprocess
import time

from guichet_server import ROOT

UNPACKED = ROOT / ".build/nginx/usr/sbin/nginx"
NGINX = str(UNPACKED) if UNPACKED.exists() else shutil.which("nginx", path="/usr/sbin:/usr/bin")
WANTING = "nginx is not here: scripts/install-dependencies test"
AROUND = """\
daemon off;
worker_processes 1;
error_log {folder}/start.log;
pid {folder}/pid;
events {{}}
http {{
    access_log {folder}/access.log;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


class PracticeNginx:
    """Listens on `port` of this machine once it is made; its files are in `folder`."""

    def __init__(self, folder: pathlib.Path, settings: pathlib.Path, replaced: list[tuple[str, str]],
                 port: int) -> None:
        folder.chmod(0o755)  # nginx gives up the rights of root, if it has them
        site = settings.read_text("utf-8")
        for old, new in replaced:
            assert old in site, old
            site = site.replace(old, new)
        (folder / "site.conf").write_text(site, "utf-8")
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder), "utf-8")
        self.process = subprocess.Popen(
            [NGINX, "-p", folder, "-c", folder / "nginx.conf"], stderr=subprocess.DEVNULL)
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                return
            except ConnectionRefusedError:
                if self.process.poll() is not None:
                    raise AssertionError((folder / "start.log").read_text()) from None
                time.sleep(0.05)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()
