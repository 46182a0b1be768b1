"""justificatif-guichet as other software asks it, against Spec/guichet.openapi.json."""

import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

from jsonschema import Draft202012Validator, RefResolver

from guichet_server import PROGRAMS, ROOT, Place, Server, programs_with_reader

# Apart from the other tests' libraries: they want other versions of the same.
LIBRARIES = ROOT / ".build" / "python-api"
DOCUMENT = ROOT / "Spec" / "guichet.openapi.json"
API = json.loads(DOCUMENT.read_text("utf-8"))
MOST_MEMORY = 60_000


def validator_of(schema: dict) -> Draft202012Validator:
    """Checks against a schema of the document; the verdict's is that of Spec/verdict.schema.json."""
    verdict = json.loads((ROOT / "Spec" / "verdict.schema.json").read_text("utf-8"))
    store = {"verdict.schema.json": verdict, verdict["$id"]: verdict}
    whole = {"$id": "guichet.openapi.json", "components": API["components"], **schema}
    return Draft202012Validator(whole, resolver=RefResolver("guichet.openapi.json", whole, store))


class PlaceCase(unittest.TestCase):
    """One place and one server for all tests of a class."""

    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        (cls.folder / "place").mkdir()
        cls.place = Place(cls.folder / "place")
        cls.server = Server(cls.place.lists)
        cls.addClassCleanup(cls.server.kill)


class DocumentCase(PlaceCase):
    def checked(self, method: str, path: str, body: bytes | None = None, query: str = "", **fields: str
                ) -> tuple[int, object]:
        """The status and body of an answer that is in the document, as the document has it."""
        status, told, content = self.server.ask(method, path + query, body, **fields)
        answers = API["paths"][path][method.lower()]["responses"]
        self.assertIn(str(status), answers)
        answer = answers[str(status)]
        if "$ref" in answer:
            answer = API["components"]["responses"][answer["$ref"].rsplit("/", 1)[1]]
        kind = told["content-type"].split(";")[0]
        self.assertIn(kind, answer["content"])
        if kind != "application/json":
            return status, content
        value = json.loads(content)
        validator_of(answer["content"][kind]["schema"]).validate(value)
        return status, value


class WhatTheDocumentSays(DocumentCase):
    def test_the_document_is_valid(self) -> None:
        done = subprocess.run([sys.executable, "-m", "openapi_spec_validator", DOCUMENT], check=False,
                              env={**os.environ, "PYTHONPATH": str(LIBRARIES)}, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_every_path_answers_as_it_says(self) -> None:
        png = "image/png"
        cases = [
            ("GET", "/", None, "", {}, 200), ("GET", "/health", None, "", {"authorization": ""}, 200),
            ("GET", "/v1/lists", None, "", {}, 200), ("GET", "/v1/lists", None, "?lang=en", {}, 200),
            ("GET", "/v1/lists", None, "", {"authorization": ""}, 401),
            ("GET", "/v1/lists", None, "?lang=de", {}, 400),
            ("GET", "/v1/lists", None, "", {"host": "evil.example"}, 421),
            ("POST", "/v1/verify", self.place.file("proof.txt"), "", {"content_type": "text/plain"}, 200),
            ("POST", "/v1/verify", self.place.file("proof.png"), "?several", {"content_type": png}, 200),
            ("POST", "/v1/verify", self.place.file("proof.pdf"), "?several=1&lang=en",
             {"content_type": "application/pdf"}, 200),
            ("POST", "/v1/verify", b"", "", {"content_type": "image/jpeg"}, 200),
            ("POST", "/v1/verify", b"\0\1", "", {"content_type": "application/octet-stream"}, 200),
            ("POST", "/v1/verify", b"x", "", {"content_type": "text/html"}, 415),
            ("POST", "/v1/verify", b"x", "", {}, 415),
            ("POST", "/v1/verify", b"x" * 65_537, "", {"content_type": "text/plain"}, 413),
            ("POST", "/v1/verify", b"x", "", {"content_type": png, "origin": "http://evil.example"}, 403),
            ("POST", "/v1/verify", b"x", "", {"content_type": png, "authorization": "Bearer no"}, 401),
        ]
        for method, path, body, query, fields, status in cases:
            with self.subTest(f"{method} {path}{query} {fields}"):
                self.assertEqual(self.checked(method, path, body, query, **fields)[0], status)

    def test_a_verdict_is_that_of_the_command(self) -> None:
        for name, kind in (("proof.txt", "text/plain"), ("proof.png", "image/png"),
                           ("proof.pdf", "application/pdf"), ("trust.cose", "application/octet-stream")):
            with self.subTest(name):
                told = self.server.verdict(self.place.file(name), kind)
                done = subprocess.run(
                    [PROGRAMS / "justificatif", "verify", "--json", "--lists", self.place.lists, "-"],
                    input=self.place.file(name), capture_output=True, check=False)
                expected = json.loads(done.stdout)
                expected["checked_at"] = told["checked_at"]
                self.assertEqual(told, expected)

    def test_a_language_changes_words_only(self) -> None:
        french = self.server.verdict(self.place.file("proof.txt"))
        english = self.server.verdict(self.place.file("proof.txt"), query="?lang=en")
        self.assertEqual(french["headline"], "Justificatif authentique")
        self.assertEqual(english["headline"], "Authentic")
        self.assertEqual(french["claims"], english["claims"])


class WhatTheDocumentSaysOfPairing(DocumentCase):
    """POST /v1/pair, of a program that lets browsers of other machines in (Spec/guichet.md 6.3)."""

    ORIGIN = "https://guichet.mairie.example"

    def setUp(self) -> None:
        # Anew for each test: it lets ten codes be tried at once.
        devices = self.folder / self.id()
        self.options = ("--devices", devices)
        self.server = Server(self.place.lists, "--origin", self.ORIGIN, *self.options)
        self.addCleanup(self.server.kill)

    def code(self) -> bytes:
        done = subprocess.run([PROGRAMS / "justificatif-guichet", "pair", "--name", "Accueil", *self.options],
                              capture_output=True, text=True, check=True)
        return re.search(r"\b\d{4} \d{4}\b", done.stdout)[0].encode()

    def test_a_code_gives_a_token_that_serves_as_the_document_says(self) -> None:
        host = self.ORIGIN.removeprefix("https://")
        status, told = self.checked(
            "POST", "/v1/pair", self.code(), authorization="", host=host, origin=self.ORIGIN)
        self.assertEqual((status, told.get("name")), (200, "Accueil"))
        bearer = f"Bearer {told['token']}"
        self.assertEqual(self.checked("GET", "/v1/lists", authorization=bearer)[0], 200)
        self.assertEqual(self.checked("GET", "/v1/lists", authorization=bearer, host=host)[0], 200)

    def test_what_it_refuses_is_in_the_document(self) -> None:
        code = self.code()
        for body, fields, status, reason in (
            (b"0000 000", {}, 403, "wrong-code"), (b"", {}, 403, "wrong-code"),
            (b"0" * 65, {}, 413, "too-large"), (code, {"origin": "https://evil.example"}, 403, "wrong-origin"),
            (code, {"host": "evil.example"}, 421, "wrong-host"), (code, {}, 200, None),
            (code, {}, 403, "wrong-code"),
        ):
            with self.subTest(reason, body=body[:9]):
                found, told = self.checked("POST", "/v1/pair", body, authorization="", **fields)
                self.assertEqual((found, told.get("error", {}).get("code")), (status, reason))

    def test_too_many_tries_are_in_the_document(self) -> None:
        statuses = {self.checked("POST", "/v1/pair", b"0", authorization="")[0] for _ in range(30)}
        self.assertEqual(statuses, {403, 429})

    def test_a_folder_that_cannot_be_written_is_in_the_document(self) -> None:
        code = self.code()
        file = self.options[1] / "code"
        file.write_text("{", "utf-8")
        status, told = self.checked("POST", "/v1/pair", code, authorization="")
        self.assertEqual((status, told["error"]["code"]), (503, "unavailable"))

    def test_without_a_name_for_other_machines_there_is_no_such_path(self) -> None:
        self.server = type(self).server
        status, told = self.checked("POST", "/v1/pair", b"0")
        self.assertEqual((status, told["error"]["code"]), (404, "no-page"))


class HowItRuns(PlaceCase):
    def test_it_has_given_up_its_rights(self) -> None:
        status = pathlib.Path(f"/proc/{self.server.process.pid}/status").read_text("utf-8")
        self.assertIn("Seccomp:\t2", status)
        self.assertIn("NoNewPrivs:\t1", status)

    def test_it_takes_little_memory(self) -> None:
        self.server.verdict(self.place.file("proof.png"), "image/png")
        self.assertLess(self.server.memory(), MOST_MEMORY)

    def test_it_listens_on_this_machine_only(self) -> None:
        rows = pathlib.Path("/proc/net/tcp").read_text("utf-8").split("\n")[1:]
        ours = [row.split()[1] for row in rows if row and row.split()[1].endswith(f":{self.server.port:04X}")]
        self.assertEqual({address.split(":")[0] for address in ours}, {"0100007F"})

    def test_a_port_that_is_taken_is_said(self) -> None:
        done = subprocess.run([PROGRAMS / "justificatif-guichet", "--lists", self.place.lists,
                               "--port", str(self.server.port)], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 78)
        self.assertIn("[port-taken]", done.stderr)

    def test_a_stop_lets_an_answer_end(self) -> None:
        server = Server(self.place.lists)
        with socket.create_connection(("127.0.0.1", server.port)) as client:
            client.sendall((f"POST /v1/verify HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
                            f"Authorization: Bearer {server.token}\r\nContent-Type: image/png\r\n"
                            "Expect: 100-continue\r\n"
                            f"Content-Length: {len(self.place.file('proof.png'))}\r\n\r\n").encode())
            self.assertIn(b"100 Continue", client.recv(65_536))
            server.process.send_signal(signal.SIGTERM)
            client.sendall(self.place.file("proof.png"))
            self.assertIn(b"HTTP/1.1 200", client.recv(65_536))
        self.assertEqual(server.stop(), 0)

    def test_systemd_may_hand_the_socket_over(self) -> None:
        for host, status in (("127.0.0.1", None), ("0.0.0.0", 78)):
            with self.subTest(host), socket.create_server((host, 0)) as listener:
                process = subprocess.Popen(
                    ["/bin/sh", "-c", 'LISTEN_PID=$$ LISTEN_FDS=1 exec "$0" --lists "$1" 3<&"$2"',
                     PROGRAMS / "justificatif-guichet", self.place.lists, str(listener.fileno())],
                    pass_fds=(listener.fileno(),), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                if status is None:
                    self.assertIn(f":{listener.getsockname()[1]}/", process.stdout.readline())
                    process.terminate()
                    self.assertEqual(process.wait(20), 0)
                else:
                    self.assertEqual(process.wait(20), status)
                    self.assertIn("[not-loopback]", process.stderr.read())
                process.stdout.close()
                process.stderr.close()

    def test_a_token_of_a_file_stays_and_is_its_owners_alone(self) -> None:
        path = self.folder / "token"
        for _ in range(2):
            server = Server(self.place.lists, "--token-file", path)
            self.assertIsNone(server.token)
            token = path.read_text("utf-8").strip()
            self.assertEqual((path.stat().st_mode & 0o777, len(token)), (0o600, 64))
            self.assertNotIn(token, server.said)
            self.assertEqual(server.ask("GET", "/v1/lists", authorization=f"Bearer {token}")[0], 200)
            self.assertEqual(server.stop(), 0)
        path.chmod(0o644)
        with self.assertRaisesRegex(AssertionError, "token-file"):
            Server(self.place.lists, "--token-file", path)

    def test_its_log_has_nothing_that_a_client_chose(self) -> None:
        server = Server(self.place.lists, "--log")
        server.verdict(self.place.file("proof.txt"), query="?several&lang=fr&secret=1")
        server.ask("GET", "/secret?secret=2", user_agent="secret")
        self.assertEqual(server.stop(), 0)
        self.assertRegex(server.errors, r"POST /v1/verify 200 \d+ ms\nGET - 404 \d+ ms\n")
        for word in ("secret", "several", server.token, self.place.text[:20]):
            self.assertNotIn(word, server.errors)


class WhatHappensMeanwhile(PlaceCase):
    def test_lists_that_go_and_come_back_are_told_and_used(self) -> None:
        away = self.place.lists.with_name("away")
        self.place.lists.rename(away)
        self.assertEqual(self.server.verdict(self.place.file("proof.txt"))["verdict"], "valid")
        self.assertEqual(len(self.server.lists()["faults"]), 1)
        away.rename(self.place.lists)
        self.assertEqual(self.server.lists()["faults"], [])

    def test_damaged_lists_are_told_and_the_old_ones_go_on(self) -> None:
        state = self.place.lists / "state.json"
        content = state.read_bytes()
        state.write_bytes(b"{")
        self.assertEqual(len(self.server.lists()["faults"]), 1)
        self.assertEqual(self.server.verdict(self.place.file("proof.txt"))["verdict"], "valid")
        state.write_bytes(content)
        self.assertEqual(self.server.lists()["faults"], [])

    def test_lists_installed_meanwhile_decide(self) -> None:
        self.place.issue("lost")
        self.assertEqual(self.server.verdict(self.place.file("lost.txt"))["verdict"], "valid")
        self.place.revoke("lost")
        self.assertEqual(self.server.verdict(self.place.file("lost.txt"))["verdict"], "revoked")
        self.assertEqual(self.server.verdict(self.place.file("proof.txt"))["verdict"], "valid")

    def test_a_reader_that_dies_costs_one_answer(self) -> None:
        programs = programs_with_reader(self.folder / "programs")
        server = Server(self.place.lists, programs=programs)
        self.addCleanup(server.kill)
        reader = programs / "justificatif-reader"
        good = reader.rename(programs / "good")
        reader.write_text("#!/bin/sh\nkill -9 $$\n", "utf-8")
        reader.chmod(0o755)
        told = server.verdict(self.place.file("proof.png"), "image/png")
        self.assertEqual((told["verdict"], told["reason"]), ("internal-error", "reader-crashed"))
        self.assertEqual(server.verdict(self.place.file("proof.txt"))["verdict"], "valid")
        good.rename(reader)
        self.assertEqual(server.verdict(self.place.file("proof.png"), "image/png")["verdict"], "valid")


if __name__ == "__main__":
    unittest.main()
