"""Spec/distribution.md with a real web server: what contrib/ fetches, and what becomes of it.

    JUSTIFICATIF_PROGRAMS=.build/debug /usr/bin/python3 -m unittest discover -s Vectors -p 'test_distribution.py'

nginx comes from Debian, either installed or as scripts/install-dependencies unpacks it.
"""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
CONTRIB, MATERIAL = HERE.parent / "contrib", HERE / "material"
UNPACKED = HERE.parent / ".build" / "nginx" / "usr" / "sbin" / "nginx"
NGINX = str(UNPACKED) if UNPACKED.exists() else shutil.which("nginx", path="/usr/sbin:/usr/bin")
PROGRAMS = os.environ.get("JUSTIFICATIF_PROGRAMS")

SERVER = """\
daemon off;
worker_processes 1;
error_log stderr;
pid {folder}/pid;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen unix:{folder}/socket ssl;
        ssl_certificate {folder}/certificate;
        ssl_certificate_key {folder}/key;
        root {folder}/www;
        {more}
    }}
}}
"""


def commands() -> list[str]:
    """What the fetch unit runs, in shell's own spelling."""
    unit = (CONTRIB / "justificatif-lists-fetch.service").read_text("utf-8")
    lines = re.findall(r"^ExecStart(?:Pre)?=-?(.*)$", unit, re.M)
    return [line.replace("$$", "$").replace("%%", "%") for line in lines]


@unittest.skipUnless(NGINX, "nginx is not here: scripts/install-dependencies test")
class Distribution(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.folder.chmod(0o755)  # nginx gives up the rights of root, if it has them
        for name in ("www/justificatif", "fetched"):
            (self.folder / name).mkdir(parents=True)
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ed25519", "-nodes", "-days", "2", "-subj",
             "/CN=lists", "-addext", "subjectAltName=DNS:lists.example.org,DNS:caf.example.org",
             "-keyout", self.folder / "key", "-out", self.folder / "certificate"],
            check=True, capture_output=True)
        settings = (CONTRIB / "lists.curl").read_text("utf-8")
        here = (f'unix-socket = "{self.folder / "socket"}"\n'
                'write-out = "%{url} %{http_code}\\n"\nfail\n')
        (self.folder / "lists.curl").write_text(
            re.sub(r"^fail$\n", lambda _: here, settings, flags=re.M))
        self.serve()

    def serve(self, more: str = "") -> None:
        """Starts nginx on a socket in the folder, and waits until it listens."""
        (self.folder / "nginx.conf").write_text(SERVER.format(folder=self.folder, more=more))
        server = subprocess.Popen([NGINX, "-p", self.folder, "-c", self.folder / "nginx.conf"],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.server = server
        self.addCleanup(self.stop, server)
        while not (self.folder / "socket").exists():
            self.assertIsNone(server.poll(), "nginx did not start")
            time.sleep(0.02)

    def stop(self, server: subprocess.Popen) -> None:
        if server.poll() is None:
            server.terminate()
            server.wait()
        (self.folder / "socket").unlink(missing_ok=True)

    def publish(self, name: str, content: bytes) -> None:
        """As Spec/distribution.md 2 has it: whole, under another name, then renamed."""
        place = self.folder / "www/justificatif" / name
        place.with_suffix(".new").write_bytes(content)
        place.with_suffix(".new").rename(place)

    def material(self, name: str, material: str) -> None:
        self.publish(name, (MATERIAL / material).read_bytes())

    def fetch(self) -> list[tuple[str, str]]:
        """Runs what the unit runs; the status that the server gave for each file, 000 for none."""
        told = ""
        for command in commands():
            command = command.replace("/etc/justificatif/lists.curl", str(self.folder / "lists.curl"))
            told += subprocess.run(
                ["/bin/sh", "-c", command], cwd=self.folder / "fetched", check=False, text=True,
                env=os.environ | {"CURL_CA_BUNDLE": str(self.folder / "certificate")},
                capture_output=True).stdout
        return re.findall(r"/(\w+)\.cose (\d+)$", told, re.M)

    def fetched(self, name: str) -> pathlib.Path:
        return self.folder / "fetched" / name

    def install(self) -> tuple[int, str]:
        return self.program("install", str(self.folder / "fetched"))

    def program(self, *arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            [f"{PROGRAMS}/justificatif", "lists", *arguments, "--lang", "en",
             "--lists", str(self.folder / "lists")], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def test_what_did_not_change_is_not_sent_again(self) -> None:
        self.material("trust.cose", "trust-7-caf.cose")
        self.material("caf.cose", "caf-40.cose")
        self.assertEqual(self.fetch(), [("trust", "200"), ("roots", "404"), ("caf", "200")])
        self.assertEqual(self.fetch(), [("trust", "304"), ("roots", "404"), ("caf", "304")])
        self.material("caf.cose", "caf-41.cose")
        self.assertEqual(self.fetch(), [("trust", "304"), ("roots", "404"), ("caf", "200")])
        for name, material in (("trust.cose", "trust-7-caf.cose"), ("caf.cose", "caf-41.cose")):
            self.assertEqual(self.fetched(name).read_bytes(), (MATERIAL / material).read_bytes())

    def test_a_transfer_that_was_cut_is_made_again(self) -> None:
        self.stop(self.server)
        self.serve("limit_rate 2000;")
        settings = self.folder / "lists.curl"
        whole = settings.read_text()
        settings.write_text(whole.replace("max-time = 300", "max-time = 1"))
        large = bytes(20000)
        self.publish("trust.cose", large)
        self.fetch()
        self.assertFalse(self.fetched("trust.cose").exists())
        settings.write_text(whole)
        self.stop(self.server)
        self.serve()
        self.assertEqual(self.fetch()[0], ("trust", "200"))
        self.assertEqual(self.fetched("trust.cose").read_bytes(), large)

    def test_what_was_fetched_stays_while_no_server_answers(self) -> None:
        self.material("trust.cose", "trust-7-caf.cose")
        self.fetch()
        self.stop(self.server)
        self.assertEqual({status for _, status in self.fetch()}, {"000"})
        self.assertTrue(self.fetched("trust.cose").exists())
        self.serve()
        self.fetch()
        self.assertEqual(self.fetch()[0], ("trust", "304"))

    @unittest.skipUnless(PROGRAMS, "JUSTIFICATIF_PROGRAMS is not set")
    def test_what_was_fetched_is_installed_or_refused(self) -> None:
        code, text = self.program("init", "--roots", str(MATERIAL / "roots.pub"))
        self.assertEqual(code, 0, text)
        self.material("trust.cose", "trust-7-caf.cose")
        self.material("caf.cose", "caf-41.cose")
        self.fetch()
        self.assertEqual(self.install()[0], 0)

        newer = (MATERIAL / "trust-8-both.cose").read_bytes()
        self.publish("trust.cose", newer[:-10])
        self.fetch()
        code, text = self.install()
        self.assertEqual(code, 78)
        self.assertIn("truncated", text)

        self.material("trust.cose", "trust-6-caf.cose")
        self.material("caf.cose", "caf-40.cose")
        self.fetch()
        code, text = self.install()
        self.assertEqual((code, text.count("lower-sequence")), (78, 2), text)

        self.publish("trust.cose", newer)
        self.material("caf.cose", "caf-50.cose")
        self.fetch()
        self.assertEqual(self.install()[0], 0)


if __name__ == "__main__":
    unittest.main()
