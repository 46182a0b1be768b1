#!/usr/bin/env python3
"""A town's canteen form, which takes a proof from a citizen's own browser. See README.md.

    canteen.py --portal https://portail.example --lists /var/lib/justificatif/lists
"""

import argparse
import dataclasses
import email
import http.server
import secrets
import threading
import urllib.parse

from pages import STYLE, Pages
from proof import FILE_LIMIT, TEXT_LIMIT, Verdict, Verifier

FILES_LIMIT = 10_000
NOTHING = Verdict("grey", "nothing", "", {})
PROOFS_LIMIT = 8
LANGUAGES = ("fr", "en")


@dataclasses.dataclass
class File:
    """A form that is being filled in: one browser, one state."""

    state: str
    verdict: Verdict | None = None

    def take(self, verdicts: list[Verdict]) -> None:
        """The first that says what a price depends on, else the first."""
        self.verdict = next((one for one in verdicts if one.is_valid and any(one.tariff)),
                            verdicts[0] if verdicts else None)


@dataclasses.dataclass(frozen=True)
class Request:
    """What a parent typed, and which of it is not what the proof says."""

    parent: str
    birth: str
    child: str
    differences: list[str]

    def status(self, verdict: Verdict | None) -> str:
        """Accepted at once only if the proof names the parent, and says what a price depends on."""
        if verdict is None or verdict.family in ("red", "grey"):
            return "missing"
        is_whole = verdict.is_valid and any(verdict.tariff) and not self.differences
        return "accepted" if is_whole else "received"


class Fields:
    """A form that was sent."""

    def __init__(self, fields: list[tuple[str, bytes]]):
        self.fields = fields

    def all(self, name: str) -> list[bytes]:
        return [value for key, value in self.fields if key == name]

    def only(self, name: str) -> bytes:
        """Empty unless it comes once."""
        values = self.all(name)
        return values[0] if len(values) == 1 else b""


class Canteen(http.server.ThreadingHTTPServer):
    """The forms under way, by the cookie of their browser and by their state."""

    daemon_threads = True

    def __init__(self, port: int, portal: str, procedure: str, verifier: Verifier, signer=None):
        super().__init__(("127.0.0.1", port), Desk)
        self.signer = signer
        self.portal, self.procedure, self.verifier = portal.rstrip("/"), procedure, verifier
        self.files: dict[str, File] = {}
        self.lock = threading.Lock()

    def file(self, cookie: str) -> File | None:
        return self.files.get(cookie)

    def by_state(self, state: bytes) -> File | None:
        with self.lock:
            return next((file for file in self.files.values()
                         if secrets.compare_digest(file.state.encode(), state)), None)

    def open(self) -> tuple[str, File]:
        """A new form; the oldest makes room. The state is opaque, and nobody can guess it."""
        cookie, file = secrets.token_urlsafe(32), File(secrets.token_urlsafe(32))
        with self.lock:
            while len(self.files) >= FILES_LIMIT:
                del self.files[next(iter(self.files))]
            self.files[cookie] = file
        return cookie, file

    def finish(self, cookie: str) -> None:
        with self.lock:
            self.files.pop(cookie, None)


class Desk(http.server.BaseHTTPRequestHandler):
    server: Canteen
    protocol_version = "HTTP/1.1"
    timeout = 15

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == "/style.css":
            return self.say(200, STYLE.encode(), "text/css")
        asked = urllib.parse.parse_qs(query).get("langue", [""])[0]
        language = asked if asked in LANGUAGES else self.language()
        if path != "/":
            return self.say(404, Pages(language).failure("no-page"))
        cookie = self.cookie("cantine")
        file = self.server.file(cookie)
        if file is None:
            cookie, file = self.server.open()
        self.say(200, Pages(language).form(file, self.server.portal, self.server.procedure),
                 cookies={"cantine": cookie, "langue": language})

    def do_POST(self) -> None:
        routes = {"/justificatif": self.handed_back, "/fichier": self.given,
                  "/inscription": self.enrolled}
        route, fields = routes.get(self.path), self.fields()
        if route is None or fields is None:
            return self.say(400, Pages(self.language()).failure("no-form"))
        route(fields)

    def handed_back(self, fields: Fields) -> None:
        """What the portal's page sent, without the cookie: the state tells which form.

        Only a browser that was given the state can show the result, no matter who sent the proof.
        """
        file = self.server.by_state(fields.only("etat"))
        proofs = fields.all("justificatif")
        if (fields.only("statut") != b"accepted-by-person" or file is None
                or fields.only("demarche") != self.server.procedure.encode()
                or not 1 <= len(proofs) <= PROOFS_LIMIT
                or any(len(proof) > TEXT_LIMIT for proof in proofs)):
            return self.say(400, Pages(self.language()).failure("no-state"))
        file.take([self.server.verifier.verdict(proof) for proof in proofs])
        self.go_on()

    def given(self, fields: Fields) -> None:
        """A file or a text that a person gives on the form itself."""
        file = self.own(fields)
        if file:
            given = fields.only("fichier") or fields.only("texte").strip()
            file.take([self.server.verifier.verdict(given) if given else NOTHING])
            self.go_on()

    def enrolled(self, fields: Fields) -> None:
        file = self.own(fields)
        if not file:
            return
        typed = [fields.only(name).decode("utf-8", "replace").strip()
                 for name in ("parent", "naissance", "enfant")]
        if not all(typed):
            return self.say(400, Pages(self.language()).failure("no-name"))
        server, verdict = self.server, file.verdict
        request = Request(*typed, verdict.differences(*typed[:2])
                          if verdict and verdict.is_valid else [])
        status = request.status(verdict)
        server.finish(self.cookie("cantine"))
        line = (server.signer.line(server.procedure, verdict.reference, status)
                if server.signer and verdict and verdict.reference else "")
        self.say(200, Pages(self.language()).receipt(
            secrets.token_hex(4).upper(), status, file, request, server.portal, line))

    def own(self, fields: Fields) -> File | None:
        """The form of this browser. Its state is in the form too: no other site can know it."""
        file = self.server.file(self.cookie("cantine"))
        if file and fields.only("etat") == file.state.encode():
            return file
        self.say(403, Pages(self.language()).failure("old-form"))
        return None

    def go_on(self) -> None:
        self.say(303, location="/")

    def cookie(self, wanted: str) -> str:
        for part in self.headers.get("Cookie", "").split(";"):
            name, _, value = part.strip().partition("=")
            if name == wanted:
                return value
        return ""

    def language(self) -> str:
        """What the browser was shown last; French is first."""
        kept = self.cookie("langue")
        return kept if kept in LANGUAGES else LANGUAGES[0]

    def fields(self) -> Fields | None:
        """The fields of a form of either kind; None if it is too large or no form."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > FILE_LIMIT:
            self.close_connection = True
            return None
        body = self.rfile.read(int(length))
        kind = self.headers.get("Content-Type", "")
        if kind == "application/x-www-form-urlencoded":
            return Fields([(name, value.encode()) for name, value in urllib.parse.parse_qsl(
                body.decode("utf-8", "replace"), keep_blank_values=True)])
        if not kind.startswith("multipart/form-data;"):
            return None
        message = email.message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
        parts = message.get_payload() if message.is_multipart() else []
        return Fields([(part.get_param("name", "", "content-disposition"),
                        part.get_payload(decode=True) or b"") for part in parts])

    def say(self, status: int, body: bytes = b"", kind: str = "text/html; charset=utf-8",
            cookies: dict[str, str] | None = None, location: str = "") -> None:
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind), ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"), ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self' "
             f"{self.server.portal}/suivi; base-uri 'none'; frame-ancestors 'none'"),
            # Lax: it comes again with the page after the portal's form.
            *(("Set-Cookie", f"{name}={value}; Path=/; HttpOnly; SameSite=Lax")
              for name, value in (cookies or {}).items()),
            ("Location", location),
        ):
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_) -> None:
        """Addresses and names of persons are no log."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--port", type=int, default=8500)
    parser.add_argument("--portal", required=True, help="origin of the portal")
    parser.add_argument("--procedure", default="cantine", help="its name in the portal's catalogue")
    parser.add_argument("--recipient", default="Ville de Lille", help="who proofs are made for")
    parser.add_argument("--lists", default="/var/lib/justificatif/lists")
    parser.add_argument("--status-key", help="signs what is told of a request (status.py)")
    parser.add_argument("--program", default="justificatif", help="the verifier")
    options = parser.parse_args()
    verifier = Verifier(options.program, options.lists, options.recipient)
    signer = None
    if options.status_key:
        # Debian's python3-cryptography, which a town without a key does not need.
        from status import StatusSigner
        signer = StatusSigner(options.status_key)
    server = Canteen(options.port, options.portal, options.procedure, verifier, signer)
    print(f"Cantine : http://127.0.0.1:{server.server_address[1]}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
