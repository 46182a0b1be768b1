"""What an attacker tries against every address of the running portal, and through its neighbours.

The numbers are those of Spec/portal.md 8, as in test_security.py.
"""

import concurrent.futures
import http.client
import itertools
import json
import os
import pathlib
import re
import subprocess
import time
import unittest
import urllib.parse

from people import PEOPLE
from server import Handler, Server
from test_memory import may_read_others
from test_security import held, space_rows
from town import PROGRAMS, ROOT, Town
from visitor import Visitor, assert_fields, chosen

ROUTES = "".join(path.read_text("utf-8")
                 for path in sorted((ROOT / "Sources/PortalService").glob("PortalRoutes*.swift")))
PAGES = sorted(set(re.findall(r'router\.get\("([^"]*)"', ROUTES)))
FORMS = sorted(set(re.findall(r'router\.post\("([^"]*)"', ROUTES)))
# The only form that another site may send; it changes nothing (Spec/portal.md 10.4).
OPEN_FORMS = {"/suivi"}


class Slow(Handler):
    """A neighbour that answers a byte a second, a redirect, or without an end."""

    def do_GET(self) -> None:
        self.double.calls += 1
        if self.route.startswith("/redirect"):
            return self.say(302, Location="http://169.254.169.254/latest")
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        piece, pause = (b" ", 1) if self.route.startswith("/slow") else (b" " * 65_536, 0)
        for _ in range(20 if pause else 1 << 14):
            try:
                self.wfile.write(piece)
                self.wfile.flush()
            except OSError:
                return
            self.double.sent += len(piece)
            time.sleep(pause)
        self.close_connection = True


class Neighbour:
    def __init__(self):
        self.calls, self.sent = 0, 0
        self.server = Server(self, Slow)
        self.address = f"http://127.0.0.1:{self.server.port}"


class Client(Visitor):
    """Each request from a network of its own, so that no limit of one client is met."""

    numbers = itertools.count(1)

    def ask(self, method, path, form=None, port=None, **headers):
        if port is None:
            headers.setdefault("X_Real_IP", f"2001:db8:{next(self.numbers):x}::1")
        return super().ask(method, path, form, port, **headers)


class AttackTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town(client_field="X-Real-IP")
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        self.town.data.cases.clear()
        self.town.provider.lies.clear()
        self.visitor = Client(self.town)

    def status_of(self, head: str) -> int:
        """Of a request that no library of ours would send."""
        connection = http.client.HTTPConnection("127.0.0.1", self.town.port, timeout=20)
        connection.connect()
        connection.sock.sendall(head.encode())
        answer = http.client.HTTPResponse(connection.sock)
        answer.begin()
        connection.close()
        return answer.status

    def test_03_the_nonce_of_an_earlier_login_is_refused(self):
        first = self.visitor.begin()
        nonce = urllib.parse.parse_qs(urllib.parse.urlsplit(first.location).query)["nonce"][0]
        self.assertEqual(len(nonce), 43)
        self.assertEqual(
            self.visitor.get(self.visitor.at_provider(first, "ines")).location, "/donnees")
        self.town.provider.lies["id_token"] = {"claims": {"nonce": nonce}}
        self.assertIn("nonce-wrong", self.visitor.log_in().text)

    def test_07_every_form_of_the_program_wants_our_origin_and_a_token(self):
        self.assertGreaterEqual(len(FORMS), 11)
        self.visitor.log_in(procedure="cantine", fact="tariff_bracket")
        token = self.visitor.get("/donnees").token
        before = space_rows(self.town), self.town.rows()
        for path in FORMS:
            for fields in ({"Origin": "https://evil.example"}, {"Origin": "null"},
                           {"Origin": "", "Sec-Fetch-Site": "cross-site"}):
                if path not in OPEN_FORMS:
                    answer = self.visitor.ask("POST", path, {"jeton": token}, **fields)
                    self.assertEqual(answer.status, 403, (path, fields))
            for wrong in ({}, {"jeton": ""}, {"jeton": token[:-1]}, {"jeton": "A" * 43}):
                answer = self.visitor.ask("POST", path, wrong)
                self.assertIn(answer.status, (400, 403), path)
                self.assertRegex(answer.text, "wrong-form|status-malformed", path)
        self.assertEqual((space_rows(self.town), self.town.rows()), before)
        self.assertIn("Accepter", self.visitor.get("/donnees").text)

    def test_07_no_get_of_the_program_changes_anything(self):
        self.assertGreaterEqual(len(PAGES), 15)
        self.visitor.log_in(procedure="cantine", fact="tariff_bracket")
        self.visitor.get("/donnees")
        before = space_rows(self.town), self.town.rows()
        for path in PAGES + FORMS:
            for query in ("", "?numero=1&accepter=oui&annuler=oui&quoi=journal&garder=oui&but=faire"):
                self.visitor.get(path + query)
                self.visitor.ask("HEAD", path + query)
        self.assertEqual((space_rows(self.town), self.town.rows()), before)
        self.assertIn("Accepter", self.visitor.get("/donnees").text)

    def test_10_every_address_and_every_refusal_has_its_fields(self):
        visitor = self.visitor
        visitor.take(procedure="cantine", fact="tariff_bracket")
        seen = set()
        for path in (*PAGES, *FORMS, "/nulle-part", "/choisir/x", "/choisir?demarche=x", "/retour?code=x"):
            for method in ("GET", "HEAD", "POST", "DELETE", "OPTIONS"):
                seen.add(visitor.ask(method, path, {"jeton": "x"} if method == "POST" else None).status)
        seen.add(visitor.ask("GET", "/", Host="evil.example").status)
        seen.add(visitor.ask("POST", "/suivi", {"ligne": "x" * 20_000}).status)
        seen.add(visitor.ask("POST", "/accepter", {"jeton": "x"}, Origin="https://evil.example").status)
        signing = self.town.signing
        os.kill(signing.pid, 19)
        try:
            self.assertEqual(visitor.get("/mes-justificatifs").status, 503)
        finally:
            os.kill(signing.pid, 18)
        with concurrent.futures.ThreadPoolExecutor(32) as crowd:
            seen |= set(crowd.map(lambda _: visitor.ask(
                "GET", "/portail.css", X_Real_IP="192.0.2.9").status, range(400)))
        self.assertLessEqual({200, 303, 400, 403, 404, 405, 413, 421, 429}, seen)
        for answer in visitor.answers:
            assert_fields(self, answer)

    def test_10_what_others_say_is_never_a_tag(self):
        """Names at the provider, answers of a body, and whatever a person types."""
        evil = "<b onmouseover=alert(1)>\"'&MARQUEUR"
        people = {**PEOPLE, "evil": {**PEOPLE["zoe"], "given_name": evil, "family_name": evil,
                                     "given_name_array": [evil], "preferred_username": evil}}
        self.addCleanup(setattr, self.town.provider, "people", self.town.provider.people)
        self.town.provider.people = people
        for fact in ("qf", "student_on", "rfr", "registered_on"):
            visitor = Client(self.town)
            visitor.log_in("evil", fact=fact)
            page = visitor.get("/donnees")
            visitor.post("/accepter", page.token)
            for path in ("/justificatif", "/mon-espace", "/mes-justificatifs", "/fermer"):
                visitor.get(path)
            space = visitor.get("/mon-espace")
            visitor.post("/mon-espace/garder", space.token, garder="oui", valeur=evil,
                         parametre="identifiant-france-travail")
            visitor.get("/mon-espace")
            visitor.get("/retour?" + urllib.parse.urlencode({"error": evil, "state": evil}))
            visitor.get("/choisir?" + urllib.parse.urlencode({"demarche": evil}))
            visitor.get("/?" + urllib.parse.urlencode({"langue": evil}))
            visitor.post("/suivi", "", ligne=evil)
            for answer in visitor.answers:
                for tag in ("<b onmouse", "<script", "MARQUEUR\">", "alert(1)>"):
                    self.assertNotIn(tag, answer.text)
        self.assertIsNone(self.town.portal.poll())

    def test_12_nothing_that_a_client_sends_is_written_anywhere(self):
        marker = "MARQUEUR-DANS-TOUT"
        visitor = self.visitor
        page = visitor.get(f"/?x={marker}", User_Agent=marker, Referer=f"https://{marker}.example",
                           X_Real_IP=marker, Accept_Language=marker, Cookie=f"portail={marker}")
        fields = {name: marker for name in (
            "but", "demarche", "etat", "numero", "reference", "ligne", "parametre", "valeur", "garder",
            "quoi", "annuler", "accepter", *chosen("qf"))}
        for path in (*PAGES, *FORMS, f"/{marker}", f"/choisir/{marker}"):
            query = urllib.parse.urlencode({**fields, "code": marker, "state": marker, "iss": marker})
            visitor.get(f"{path}?{query}")
            visitor.post(path, page.token, **fields)
            visitor.post(path, marker, **fields)
        visitor.log_in(procedure="cantine", etat=marker)
        visitor.post("/accepter", visitor.get("/donnees").token)
        self.status_of(f"GET /{marker} HTTP/1.1\r\nHost: {marker}\r\n{marker}: {marker}\r\n\r\n")
        self.status_of(f"{marker} / HTTP/1.1\r\nHost: 127.0.0.1:{self.town.port}\r\n\r\n")
        self.assertEqual(held(self.town, marker.encode()), [])
        for pid in (self.town.portal.pid, self.town.signing.pid):
            self.assertNotIn(marker, pathlib.Path(f"/proc/{pid}/cmdline").read_text())

    def test_16_a_body_that_redirects_trickles_or_never_ends_costs_its_datum_and_nothing_else(self):
        neighbour, town = Neighbour(), self.town
        self.addCleanup(neighbour.server.close)
        file = town.folder / "portail.json"
        settings = json.loads(file.read_text("utf-8"))
        self.addCleanup(town.restart)
        self.addCleanup(town.kill, "portal")
        self.addCleanup(file.write_text, json.dumps(settings), "utf-8")
        for body, path in (("impot_particulier", "/redirect"), ("france_travail", "/slow"),
                           ("assurance_maladie", "/endless")):
            settings[body]["address"] = neighbour.address + path
        file.write_text(json.dumps(settings), "utf-8")
        town.kill("portal")
        town.restart()
        began = time.monotonic()
        self.visitor.log_in(fact=["qf", "rfr", "registered_on", "base_rights_open_on"])
        took = time.monotonic() - began
        page = self.visitor.get("/donnees")
        self.assertEqual(page.states, ["obtenu"] + ["à redemander"] * 3)
        # 8 s for all of it (Spec/portal.md 5), and room for a machine that is busy.
        self.assertLess(took, 20)
        accepted = self.visitor.post("/accepter", page.token, numero="1")
        self.assertEqual(accepted.location, "/justificatif")
        self.assertGreaterEqual(neighbour.calls, 3)
        # What a socket holds more than the 262,144 bytes that are read at most.
        self.assertLess(neighbour.sent, 32 << 20)

    def test_18_no_host_two_hosts_and_another_are_refused(self):
        ours = f"Host: 127.0.0.1:{self.town.port}\r\n"
        for name, fields in (("none", ""), ("two", ours + ours), ("another first", "Host: a.example\r\n" + ours),
                             ("another last", ours + "Host: a.example\r\n"),
                             ("a name that points here", f"Host: rebound.example:{self.town.port}\r\n")):
            self.assertIn(self.status_of(f"GET / HTTP/1.1\r\n{fields}\r\n"), (400, 421), name)

    @unittest.skipUnless(may_read_others(), "needs root, to try as another account")
    def test_21_another_account_reads_neither_key_nor_register_nor_secret(self):
        """The portal has an account of its own: tried as one that owns nothing."""
        self.town.folder.chmod(0o755)

        def read(name: str) -> int:
            return subprocess.run(
                ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "cat",
                 self.town.folder / name], capture_output=True).returncode

        self.assertEqual(read("roots.pub"), 0, "what anybody may read can be read")
        for name in ("caf.key", "caf-revocations.key", "root.key", "office.secret", "register.db",
                     "space.db", "space.secret"):
            self.assertNotEqual(read(name), 0, name)
        for pid in (self.town.signing.pid, self.town.portal.pid):
            opened = subprocess.run(
                ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "head",
                 "-c1", f"/proc/{pid}/mem"], capture_output=True)
            self.assertNotEqual(opened.returncode, 0)

    @unittest.skipUnless(may_read_others(), "needs root, to try as another account")
    def test_21_the_signing_service_answers_no_other_account(self):
        self.town.folder.chmod(0o755)
        (self.town.folder / "sign.sock").chmod(0o777)
        script = ("import socket, sys\n"
                  "s = socket.socket(socket.AF_UNIX); s.settimeout(10); s.connect(sys.argv[1])\n"
                  "try: print(s.recv(4096).decode())\n"
                  "except OSError: pass")
        done = subprocess.run(
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all",
             "/usr/bin/python3", "-c", script, self.town.folder / "sign.sock"],
            capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertNotIn("proof", done.stdout)
        refused = [line for line in self.town.log("signing").splitlines() if "peer-refused" in line]
        self.assertIn('"uid":65534', refused[-1].replace(" ", ""))


class MixUpTests(unittest.TestCase):
    """4: what the provider publishes leads to its own origin and nowhere else."""

    def test_04_a_provider_whose_document_leads_elsewhere_is_refused_before_anybody_logs_in(self):
        town = Town()
        self.addCleanup(town.close)
        neighbour = Neighbour()
        self.addCleanup(neighbour.server.close)
        for name in ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri",
                     "end_session_endpoint", "issuer"):
            town.provider.lies["discovery"] = {name: neighbour.address + "/x"}
            answer = Visitor(town).begin()
            self.assertEqual(answer.status, 503, name)
            self.assertIn("provider-metadata", answer.text)
            done = subprocess.run(
                [PROGRAMS / "justificatif-portail", "check-config", "--config", "portail.json"],
                cwd=town.folder, capture_output=True, text=True)
            self.assertIn("provider-metadata", done.stderr)
            self.assertEqual(done.returncode, 78, done.stderr)
        self.assertEqual(neighbour.calls, 0)
        town.provider.lies.clear()
        self.assertEqual(Visitor(town).log_in().location, "/donnees")


if __name__ == "__main__":
    unittest.main()
