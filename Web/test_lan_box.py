"""A box of a town (Spec/guichet.md 6.3): nginx of Debian with TLS in front, and browsers that are paired."""

import hashlib
import http.client
import json
import pathlib
import re
import socket
import ssl
import subprocess
import tempfile
import time
import unittest

from axe_playwright_python.sync_playwright import Axe

from counter_page import BOX as HOST, CounterPageCase, browser, in_each_browser
from guichet_server import NAME, PROGRAMS, ROOT, Place, Server
from practice_nginx import NGINX, WANTING, PracticeNginx, free_port

SETTINGS = ROOT / "contrib" / "nginx-guichet.conf"
LISTS = "#lists[data-state=%s]"


def make_certificate(folder: pathlib.Path) -> None:
    """An authority of the town's own, and the certificate of the box."""
    def openssl(*words: object) -> None:
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=Mairie (essai)", "-keyout", "ca.key", "-out", "ca.pem")
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={HOST}",
            "-addext", f"subjectAltName=DNS:{HOST}", "-keyout", "key.pem", "-out", "request.pem")
    openssl("x509", "-req", "-in", "request.pem", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "2",
            "-copy_extensions", "copy", "-out", "certificate.pem")


class Box:
    """The program, and nginx by the settings that a town is given, but for paths and ports."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder
        (folder / "place").mkdir()
        self.place = Place(folder / "place")
        self.devices = folder / "devices"
        self.port = free_port()
        self.origin = f"https://{HOST}:{self.port}"
        self.start()
        make_certificate(folder)
        self.nginx = PracticeNginx(folder, SETTINGS, [
            ("listen 443", f"listen 127.0.0.1:{self.port}"), ("/etc/ssl/guichet", str(folder)),
            ("127.0.0.1:8391", f"127.0.0.1:{self.server.port}"), ("rate=10r/m", "rate=6000r/m")], self.port)

    def start(self, port: int = 0) -> None:
        self.server = Server(self.place.lists, "--origin", self.origin, "--devices", self.devices, "--log",
                             "--port", str(port))

    def start_anew(self) -> None:
        """The program forgets how many codes were tried lately: it lets ten pass at once, then one a second."""
        port = self.server.port
        self.server.kill()
        self.start(port)

    def stop(self) -> None:
        self.nginx.stop()
        self.server.kill()

    def run(self, *words: str) -> str:
        return subprocess.run([PROGRAMS / "justificatif-guichet", *words, "--devices", self.devices],
                              check=True, capture_output=True, text=True).stdout

    def pair(self, name: str = "Accueil 1") -> str:
        """The code that an administrator reads."""
        return re.search(r"\b(\d{4} \d{4})\b", self.run("pair", "--name", name))[1]

    def identifiers(self) -> list[str]:
        return re.findall(r"^([0-9a-f]{16})  ", self.run("devices"), re.M)

    def forget_all(self) -> None:
        for one in self.identifiers():
            self.run("devices", "--forget", one)

    def ask(self, path: str, body: str | None = None, host: str | None = None, name: str = HOST,
            **fields: str) -> tuple[int, dict]:
        """Over TLS, with the town's authority alone."""
        context = ssl.create_default_context(cafile=self.folder / "ca.pem")
        raw = socket.create_connection(("127.0.0.1", self.port), 30)
        connection = http.client.HTTPConnection(HOST, self.port)
        connection.sock = context.wrap_socket(raw, server_hostname=name)
        given = {"Host": host or f"{HOST}:{self.port}", **fields}
        connection.request("GET" if body is None else "POST", path, body, given)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        is_json = answer.getheader("content-type") == "application/json"
        return answer.status, json.loads(content) if is_json else {"page": content.decode()}

    def device(self) -> str:
        """The token of a device that was just paired."""
        status, answer = self.ask("/v1/pair", self.pair(), Origin=self.origin)
        assert status == 200, answer
        return answer["token"]

    def lists(self, token: str) -> int:
        return self.ask("/v1/lists", Authorization=f"Bearer {token}")[0]


def setUpModule() -> None:
    global folder, box
    if NGINX is None:
        raise unittest.SkipTest(WANTING)
    folder = tempfile.TemporaryDirectory()
    box = Box(pathlib.Path(folder.name))


def tearDownModule() -> None:
    box.stop()
    folder.cleanup()


def code_of(answer: tuple[int, dict]) -> tuple[int, str]:
    return answer[0], answer[1]["error"]["code"]


def another(code: str) -> str:
    return ("1" if code[0] != "1" else "2") + code[1:]


class Defences(unittest.TestCase):
    def setUp(self) -> None:
        box.start_anew()

    def tearDown(self) -> None:
        box.forget_all()

    def test_a_code_gives_one_token_once(self) -> None:
        code = box.pair()
        status, answer = box.ask("/v1/pair", code, Origin=box.origin)
        self.assertEqual((status, answer["name"]), (200, "Accueil 1"))
        self.assertEqual(box.lists(answer["token"]), 200)
        self.assertEqual(code_of(box.ask("/v1/pair", code)), (403, "wrong-code"))
        self.assertEqual(len(box.identifiers()), 1)

    def test_five_wrong_codes_end_the_code(self) -> None:
        code = box.pair()
        for _ in range(5):
            self.assertEqual(code_of(box.ask("/v1/pair", another(code))), (403, "wrong-code"))
        self.assertEqual(code_of(box.ask("/v1/pair", code)), (403, "wrong-code"))
        self.assertEqual(box.identifiers(), [])

    def test_tries_of_all_together_are_few(self) -> None:
        answers = [box.ask("/v1/pair", "0000 0000") for _ in range(30)]
        self.assertIn((429, "too-many"), [code_of(answer) for answer in answers if "error" in answer[1]])

    def test_a_code_that_is_too_old_gives_nothing(self) -> None:
        code = box.pair()
        file = box.devices / "code"
        kept = json.loads(file.read_text("utf-8"))
        for until in ("2026-01-01T00:00:00Z", "2199-01-01T00:00:00Z"):
            file.write_text(json.dumps(kept | {"until": until}), "utf-8")
            self.assertEqual(code_of(box.ask("/v1/pair", code)), (403, "wrong-code"))

    def test_without_a_code_nothing_is_guessed(self) -> None:
        for typed in ("", "0000 0000", "x" * 60):
            self.assertEqual(code_of(box.ask("/v1/pair", typed)), (403, "wrong-code"))
        self.assertEqual(code_of(box.ask("/v1/pair", "0" * 65)), (413, "too-large"))

    def test_a_stolen_token_that_was_forgotten_is_refused(self) -> None:
        token, other = box.device(), box.device()
        self.assertEqual((box.lists(token), box.lists(other)), (200, 200))
        kept = [(box.devices / one).read_text("utf-8") for one in box.identifiers()]
        self.assertFalse(any(token in text for text in kept))
        box.run("devices", "--forget", hashlib.sha256(token.encode()).hexdigest()[:16])
        self.assertEqual((box.lists(token), box.lists(other)), (401, 200))

    def test_a_token_of_no_device_is_refused(self) -> None:
        token = box.device()
        for wrong in ("", "0" * 64, token[:-1], token + "0", token[:-1] + "g", "../" * 10, token.upper()):
            self.assertEqual(box.lists(wrong), 401, wrong)

    def test_only_its_own_name_and_origin_are_taken(self) -> None:
        for host in ("evil.example", f"evil.example:{box.port}", HOST, f"{HOST}:{box.port}.evil.example",
                     f"127.0.0.1:{box.port}"):
            self.assertEqual(box.ask("/v1/lists", host=host)[0], 421, host)
        code = box.pair()
        for origin in ("https://evil.example", "null", f"http://{HOST}:{box.port}", f"https://{HOST}",
                       f"http://127.0.0.1:{box.server.port}"):
            self.assertEqual(code_of(box.ask("/v1/pair", code, Origin=origin)), (403, "wrong-origin"), origin)
        fields = {"Origin": box.origin, "Sec-Fetch-Site": "cross-site"}
        self.assertEqual(code_of(box.ask("/v1/pair", code, **fields)), (403, "wrong-origin"))
        self.assertEqual(box.ask("/v1/pair", code, Origin=box.origin)[0], 200)

    def test_another_name_gets_no_handshake(self) -> None:
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        for name in ("evil.example", None):
            with self.subTest(name), socket.create_connection(("127.0.0.1", box.port), 30) as raw:
                with self.assertRaises(ssl.SSLError):
                    context.wrap_socket(raw, server_hostname=name)

    def test_the_program_itself_stays_on_this_machine_and_its_log_has_no_secret(self) -> None:
        status = box.server.ask("GET", "/health", authorization="")[0]
        self.assertEqual(status, 200)
        listening = pathlib.Path("/proc/net/tcp").read_text("utf-8")
        local = [line.split()[1] for line in listening.splitlines()
                 if line.split()[1].endswith(f":{box.server.port:04X}") and line.split()[3] == "0A"]
        self.assertEqual(local, [f"0100007F:{box.server.port:04X}"])

    def test_folders_that_others_can_look_into_are_refused(self) -> None:
        box.devices.chmod(0o755)
        try:
            with self.assertRaises(subprocess.CalledProcessError) as refused:
                box.run("pair", "--name", "x")
            self.assertIn("[devices-folder]", refused.exception.stderr)
        finally:
            box.devices.chmod(0o700)


@in_each_browser
class Tablet(CounterPageCase):
    """A browser that opens the address of the box for the first time."""

    def setUp(self) -> None:
        box.start_anew()
        rules = [f"--host-resolver-rules=MAP {HOST} 127.0.0.1"] if self.browser_name == "chromium" else []
        started = browser(self.browser_name, *rules)
        self.context = started.new_context(ignore_https_errors=True)
        self.addCleanup(self.context.close)
        self.addCleanup(box.forget_all)
        self.page = self.context.new_page()
        self.page.goto(f"{box.origin}/")
        self.page.locator("#pairing").wait_for()

    def type_code(self, code: str) -> None:
        self.page.fill("#pairing-code", code)
        self.page.click("#pairing button")

    def test_a_page_says_what_to_do_and_a_code_lets_it_in(self) -> None:
        words = self.page.locator("#pairing").inner_text()
        self.assertIn("n’est pas encore relié", words)
        self.assertIn("Demandez un code", words)
        self.assertTrue(self.page.locator("#idle").is_hidden())
        self.assertEqual(self.page.evaluate("document.activeElement.id"), "pairing-code")
        found = Axe().run(self.page).response["violations"]
        self.assertEqual([(one["id"], one["nodes"][0]["html"]) for one in found], [])
        code = box.pair()
        self.type_code(another(code))
        self.page.get_by_text("Ce code est faux").wait_for()
        self.type_code(code)
        self.page.locator(LISTS % "ok").wait_for()
        self.assertTrue(self.page.locator("#pairing").is_hidden())
        self.scan(box.place.text)
        self.page.locator("article[data-code=valid]").wait_for()
        self.assertIn(NAME, self.page.locator(".person").inner_text())

    def test_the_browser_keeps_its_token_until_it_is_forgotten(self) -> None:
        self.type_code(box.pair())
        self.page.locator(LISTS % "ok").wait_for()
        self.page.close()
        self.page = self.context.new_page()
        self.page.goto(f"{box.origin}/")
        self.page.locator(LISTS % "ok").wait_for()
        box.forget_all()
        self.page.locator("#pairing").wait_for()
        self.scan(box.place.text)
        self.page.locator("article[data-code=internal-error]").wait_for()
        self.type_code(box.pair())
        self.page.locator(LISTS % "ok").wait_for()

    def test_a_program_that_was_started_anew_still_knows_it(self) -> None:
        self.type_code(box.pair())
        self.page.locator(LISTS % "ok").wait_for()
        port = box.server.port
        box.server.kill()
        self.page.locator(LISTS % "stale").wait_for()
        box.start(port)
        self.page.locator(LISTS % "ok").wait_for()

    def test_english_words_and_what_was_typed_stay(self) -> None:
        self.page.fill("#pairing-code", "1234")
        self.page.click("#language")
        self.assertIn("not paired yet", self.page.locator("#pairing").inner_text())
        self.assertEqual(self.page.input_value("#pairing-code"), "1234")

    def test_the_camera_may_be_used_because_the_page_came_over_tls(self) -> None:
        self.assertTrue(self.page.evaluate("isSecureContext && navigator.mediaDevices !== undefined"))


if __name__ == "__main__":
    unittest.main()
