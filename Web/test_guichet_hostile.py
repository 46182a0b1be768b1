"""Requests that nobody means well by: raw bytes, and thousands that schemathesis makes.

    JUSTIFICATIF_TEST_LONG=1    10,000 of each, and not some hundreds
"""

import os
import random
import select
import socket
import subprocess
import sys
import unittest

from guichet_server import Server
from test_guichet_api import DOCUMENT, LIBRARIES, MOST_MEMORY, PlaceCase

IS_LONG = os.environ.get("JUSTIFICATIF_TEST_LONG") == "1"
SEED = 20_261_129
MARKER = b"<img src=x onerror=marker>"
# A stall is what lasts longer; the server's own limit for the head of a request is 10 s.
LONGEST = 30


class Requests:
    """Damaged requests; the same seed gives the same ones."""

    METHODS = [b"GET", b"POST", b"HEAD", b"PUT", b"TRACE", b"CONNECT", b"OPTIONS", b"M-SEARCH", b"get", b"", b"\xff",
               MARKER, b"A" * 9000]
    PATHS = [b"/", b"/v1/verify", b"/v1/lists", b"/health", b"/v1/verify?several", b"*", b"//", b"/../../etc/passwd",
             b"http://evil.example/", b"/%00", b"/%zz", b"/" + MARKER, b"/v1/verify?lang=" + MARKER, b"/?" + b"a" * 9000,
             b"/v1/lists?lang=%3Cimg%3E", b"", b"/ /", b"\xc3\x28", b"/v1/verify/", b"/v1//verify"]
    VERSIONS = [b"HTTP/1.1"] * 6 + [b"HTTP/1.0", b"HTTP/2.0", b"HTTP/9.9", b"HTTP/1.1x", b"", b"ICY"]

    def __init__(self, seed: int, port: int, token: str, proof: bytes) -> None:
        self.random = random.Random(seed)
        self.host = f"127.0.0.1:{port}".encode()
        self.token = token.encode()
        self.proof = proof

    def one(self) -> bytes:
        pick, chance = self.random.choice, self.random.random
        head = b" ".join([pick(self.METHODS[:3] * 4 + self.METHODS), pick(self.PATHS[:5] * 3 + self.PATHS),
                          pick(self.VERSIONS)])
        body = self.body()
        fields = [b"Host: " + self.host] * pick([1] * 8 + [0, 2]) + self.fields() + self.framing(body)
        if chance() < 0.7:
            fields.append(b"Authorization: Bearer " + self.token)
        self.random.shuffle(fields)
        end = b"\r\n" if chance() < 0.95 else b"\n"
        whole = end.join([head, *fields, b"", b""]) + body
        if chance() < 0.15:
            whole = self.damaged(whole)
        return whole * (pick([2, 5]) if chance() < 0.1 else 1)

    def body(self) -> bytes:
        return self.random.choice([
            b"", self.proof, self.proof[:100], MARKER, b"JF1:" + MARKER, b"%PDF-1.7\n" + MARKER,
            self.random.randbytes(200), b"\xff\xd8\xff" + self.random.randbytes(50), b"\0" * 3000, b"JF1:" * 30_000])

    def fields(self) -> list[bytes]:
        some = [b"Content-Type: text/plain", b"Content-Type: image/png", b"Content-Type: application/pdf",
                b"Content-Type: " + MARKER, b"Origin: http://" + self.host, b"Origin: null", b"Origin: " + MARKER,
                b"Accept: text/html", b"Accept: " + MARKER, b"Expect: 100-continue", b"Expect: " + MARKER,
                b"Connection: close", b"Connection: upgrade", b"Upgrade: h2c", b"X: " + b"y" * 20_000,
                b"Cookie: " + MARKER, b"Range: bytes=0-1", b": empty", b"Bad Name: 1", b"X:\x00\x01", b" folded: 1",
                b"Sec-Fetch-Site: cross-site", b"Host: evil.example", b"Authorization: Basic " + MARKER]
        return self.random.sample(some, self.random.randrange(5)) + [b"Y: 1"] * self.random.choice([0] * 9 + [100])

    def framing(self, body: bytes) -> list[bytes]:
        length = b"Content-Length: %d" % len(body)
        return self.random.choice([
            [length], [length], [length], [], [length, length], [length, b"Transfer-Encoding: chunked"],
            [b"Transfer-Encoding: chunked"], [b"Transfer-Encoding: gzip, chunked"], [b"Content-Length: -1"],
            [b"Content-Length: 99999999999999999999"], [b"Content-Length: 33554433"], [b"Content-Length: 0x10"]])

    def damaged(self, whole: bytes) -> bytes:
        place = self.random.randrange(max(1, len(whole)))
        return self.random.choice([
            whole[:place], whole[place:], whole[:place] + self.random.randbytes(4) + whole[place + 4:],
            self.random.randbytes(300), b"\x16\x03\x01" + self.random.randbytes(100), b"\r\n" * 50 + whole])


class Hostile(PlaceCase):
    def exchange(self, data: bytes) -> bytes:
        """What the server says until it ends the connection, for which it is asked by a FIN."""
        answer = b""
        with socket.create_connection(("127.0.0.1", self.server.port), LONGEST) as client:
            try:
                client.sendall(data)
                client.shutdown(socket.SHUT_WR)
                while part := client.recv(65_536):
                    answer += part
            except (ConnectionResetError, BrokenPipeError):
                pass
        return answer

    def assert_well(self) -> None:
        self.assertIsNone(self.server.process.poll())
        self.assertEqual(self.server.verdict(self.place.file("proof.txt"))["verdict"], "valid")

    def test_damaged_requests_neither_end_nor_stall_it_and_come_back_in_no_answer(self) -> None:
        requests = Requests(SEED, self.server.port, self.server.token, self.place.file("proof.txt"))
        for number in range(10_000 if IS_LONG else 400):
            data = requests.one()
            answer = self.exchange(data)
            with self.subTest(number, data=data[:200]):
                self.assertTrue(answer == b"" or answer.startswith(b"HTTP/1.1 "), answer[:100])
                self.assertNotIn(b"HTTP/1.1 500", answer)
                self.assertNotIn(MARKER, answer)
                final = answer.count(b"\r\nx-content-type-options: nosniff\r\n")
                self.assertEqual(answer.count(b"HTTP/1.1 ") - answer.count(b"HTTP/1.1 100 "), final)
        self.assert_well()
        self.assertLess(self.server.memory(), MOST_MEMORY + 60_000)

    def test_slow_clients_leave_room_for_others(self) -> None:
        clients = [socket.create_connection(("127.0.0.1", self.server.port)) for _ in range(200)]
        for number, client in enumerate(clients):
            client.sendall((b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\n")[number % 3])
        self.assert_well()
        for client in clients:
            client.settimeout(LONGEST)
            while client.recv(4096):
                pass
            client.close()
        self.assert_well()

    def test_a_body_that_never_ends_is_cut_off(self) -> None:
        with socket.create_connection(("127.0.0.1", self.server.port), LONGEST) as client:
            client.sendall((f"POST /v1/verify HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\n"
                            f"Authorization: Bearer {self.server.token}\r\nContent-Type: text/plain\r\n"
                            "Content-Length: 5\r\n\r\n1").encode())
            self.assertEqual(client.recv(4096), b"")
        self.assert_well()

    def test_a_body_that_is_too_large_is_refused_and_not_kept(self) -> None:
        chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
        for framing in (b"Content-Length: 83886080", b"Transfer-Encoding: chunked"):
            head = (b"POST /v1/verify HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %b\r\n"
                    b"Content-Type: image/png\r\nConnection: close\r\n%b\r\n\r\n"
                    % (self.server.port, self.server.token.encode(), framing))
            body = (chunk * 80 + b"0\r\n\r\n") if b"chunked" in framing else b"x" * 83_886_080
            with self.subTest(framing):
                self.assertIn(self.exchange(head + body)[:12], (b"HTTP/1.1 413", b""))
        self.assert_well()

    def test_more_inputs_at_once_than_it_holds_are_refused(self) -> None:
        clients = []
        for _ in range(12):
            client = socket.create_connection(("127.0.0.1", self.server.port), LONGEST)
            client.sendall((f"POST /v1/verify HTTP/1.1\r\nHost: 127.0.0.1:{self.server.port}\r\n"
                            f"Authorization: Bearer {self.server.token}\r\nContent-Type: text/plain\r\n"
                            "Content-Length: 3\r\nConnection: close\r\n\r\n").encode())
            clients.append(client)
        refused: list[socket.socket] = []
        while len(refused) < 4:
            refused = select.select(clients, [], [], LONGEST)[0]
        for client in clients:
            if client not in refused:
                client.sendall(b"abc")
        for client in clients:
            status = client.makefile("rb").readline().split()[1]
            self.assertEqual(status, b"429" if client in refused else b"200")
            client.close()
        self.assert_well()

    def test_requests_that_schemathesis_makes_are_answered_as_the_document_says(self) -> None:
        checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
        server = Server(self.place.lists, "--origin", "https://guichet.mairie.example", "--devices",
                        self.folder / "devices")
        self.addCleanup(server.kill)
        done = subprocess.run(
            [sys.executable, "-m", "schemathesis.cli", "run", DOCUMENT,
             "--url", f"http://127.0.0.1:{server.port}", "--checks", checks, "--mode", "all", "--seed", str(SEED),
             "-H", f"Authorization: Bearer {server.token}", "--request-timeout", str(LONGEST), "--rate-limit",
             "80/s", "--max-examples", "4900" if IS_LONG else "40", "--no-color"],
            env={**os.environ, "PYTHONPATH": str(LIBRARIES)},
            cwd=self.folder, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout[-6000:] + done.stderr[-2000:])
        self.assertIsNone(server.process.poll())
        self.assertEqual(server.verdict(self.place.file("proof.txt"))["verdict"], "valid")


if __name__ == "__main__":
    unittest.main()
