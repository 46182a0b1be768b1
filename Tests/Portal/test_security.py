"""What an attacker tries against the running portal.

The numbers are those of Spec/portal.md 8.
"""

import hashlib
import hmac
import json
import re
import sqlite3
import subprocess
import time
import unittest
import urllib.parse

from franceconnect import text as base64url
from town import PROGRAMS, Town
from visitor import Visitor, assert_fields


def space_rows(town) -> list[tuple]:
    """Every row of what the portal keeps of persons."""
    with sqlite3.connect(town.folder / "space.db") as file:
        return sorted(file.execute("SELECT holder, id, kind, last_day, sealed FROM entry"))


def held(town, needle: bytes) -> list[str]:
    """The files of a town that hold some bytes."""
    return [path.name for path in town.folder.rglob("*")
            if path.is_file() and needle in path.read_bytes()]


class SecurityTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town()
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        self.town.data.cases.clear()
        self.town.provider.lies.clear()
        self.visitor = Visitor(self.town)

    def tokens_asked(self) -> int:
        return self.town.provider.calls.count("POST /token")

    def refusal_of(self, **lies) -> str:
        """The code of the page after a login at which the provider lies."""
        self.town.provider.lies.update(lies)
        visitor = Visitor(self.town)
        answer = visitor.log_in()
        self.town.provider.lies.clear()
        self.assertIsNone(self.town.portal.poll(), "the portal died")
        found = re.search("<code>(.*?)</code>", answer.text)
        self.assertIsNotNone(found, answer.location)
        self.assertIn("sur papier", answer.text)
        return found[1]

    def test_01_a_chosen_session_id_never_becomes_a_session(self):
        chosen = "A" * 43
        self.visitor.cookies["portail"] = chosen
        begun = self.visitor.begin()
        at_login = self.visitor.cookies["portail"]
        self.assertNotEqual(at_login, chosen)
        self.visitor.get(self.visitor.at_provider(begun, "ines"))
        self.assertNotIn(self.visitor.cookies["portail"], (chosen, at_login))
        for dead in (chosen, at_login):
            thief = Visitor(self.town)
            thief.cookies["portail"] = dead
            self.assertEqual(thief.get("/donnees").status, 403)

    def test_01_the_cookie_has_exactly_these_attributes(self):
        field = self.visitor.get("/").header("Set-Cookie")
        self.assertRegex(field, "^portail=[0-9A-Za-z]{43}; Path=/; HttpOnly; SameSite=Lax$")

    def test_02_the_callback_of_another_browser_is_refused_before_any_call(self):
        attacker = Visitor(self.town)
        callback = attacker.at_provider(attacker.begin(), "pierre")
        before = self.tokens_asked()
        for victim in (Visitor(self.town), self.visitor):
            if victim is self.visitor:
                victim.begin()
            answer = victim.get(callback)
            self.assertEqual(answer.status, 400)
            self.assertIn("state-unknown", answer.text)
        self.assertEqual(self.tokens_asked(), before)
        self.assertEqual(attacker.get(callback).location, "/donnees")

    def test_03_a_callback_that_comes_twice_opens_one_session_and_asks_once(self):
        callback = self.visitor.at_provider(self.visitor.begin(), "ines")
        at_login = dict(self.visitor.cookies)
        before = self.tokens_asked()
        self.assertEqual(self.visitor.get(callback).location, "/donnees")
        again = self.visitor.get(callback)
        self.assertEqual(again.location, "/donnees")
        self.visitor.cookies = at_login
        self.assertEqual(self.visitor.get(callback).location, "/donnees")
        self.assertEqual(self.visitor.get("/donnees").status, 403)
        self.assertEqual(self.tokens_asked(), before + 1)

    def test_03_a_nonce_of_another_login_is_refused(self):
        for nonce in ("A" * 43, "", 7):
            code = self.refusal_of(id_token={"claims": {"nonce": nonce}})
            self.assertIn(code, ("nonce-wrong", "token-malformed"))
        self.assertEqual(
            self.refusal_of(id_token={"claims": {"nonce": "absent"}}), "token-malformed")

    def test_04_another_issuer_in_the_callback_is_refused(self):
        before = self.tokens_asked()
        for issuer in ("https://evil.example", "", None):
            self.assertEqual(self.refusal_of(callback={"iss": issuer}), "issuer-wrong")
        self.assertEqual(self.tokens_asked(), before)

    def test_04_issuer_state_or_code_twice_is_refused(self):
        callback = self.visitor.at_provider(self.visitor.begin(), "ines")
        for extra in ("iss=x", "state=x", "code=x"):
            visitor = Visitor(self.town)
            path = visitor.at_provider(visitor.begin(), "ines")
            self.assertIn("callback-malformed", visitor.get(f"{path}&{extra}").text)
        self.assertEqual(self.visitor.get(callback).location, "/donnees")

    def test_05_every_lie_about_a_token_is_refused_and_none_kills(self):
        now = int(time.time())
        key = self.town.provider.key

        def none(claims):
            head = base64url(json.dumps({"alg": "none", "kid": key.kid}).encode())
            return f"{head}.{base64url(json.dumps(claims).encode())}."

        def hmac_with_the_public_key(claims):
            head = base64url(json.dumps({"alg": "HS256", "kid": key.kid}).encode())
            signed = f"{head}.{base64url(json.dumps(claims).encode())}"
            secret = json.dumps(key.public()).encode()
            return f"{signed}.{base64url(hmac.digest(secret, signed.encode(), hashlib.sha256))}"

        def twice(claims):
            return key.sign(json.dumps(claims)[:-1] + ', "sub": "other"}')

        lies = [
            ({"claims": {"iss": "https://evil.example"}}, "issuer-wrong"),
            ({"claims": {"aud": "them"}}, "audience-wrong"),
            ({"claims": {"aud": []}}, "audience-wrong"),
            ({"claims": {"aud": ["portail-demo", "them"]}}, "audience-wrong"),
            ({"claims": {"azp": "them"}}, "audience-wrong"),
            ({"claims": {"exp": now - 61, "iat": now - 120}}, "token-times"),
            ({"claims": {"iat": now + 120, "exp": now + 180}}, "token-times"),
            ({"claims": {"auth_time": now + 120}}, "token-times"),
            ({"claims": {"acr": "eidas0"}}, "assurance-too-low"),
            ({"claims": {"acr": "absent"}}, "assurance-too-low"),
            ({"claims": {"sub": ""}}, "token-malformed"),
            ({"header": {"alg": "RS256"}}, "token-algorithm"),
            ({"header": {"kid": "other"}}, "key-unknown"),
            ({"header": {"crit": ["exp"]}}, "token-malformed"),
            ({"raw": none}, "token-algorithm"),
            ({"raw": hmac_with_the_public_key}, "token-algorithm"),
            ({"raw": twice}, "token-malformed"),
            ({"raw": lambda claims: json.dumps(claims)}, "token-malformed"),
            ({"token": lambda token: token[:-4] + ("AAAA" if token[-4:] != "AAAA" else "BBBB")},
             "token-signature"),
        ]
        for lie, code in lies:
            with self.subTest(lie=str(lie), code=code):
                self.assertEqual(self.refusal_of(id_token=lie), code)

    def test_05_a_time_with_decimals_is_read(self):
        self.town.provider.lies["id_token"] = {"claims": {"auth_time": time.time() - 1}}
        self.assertEqual(self.visitor.log_in().location, "/donnees")

    def test_05_an_identity_of_another_person_or_unsigned_is_refused(self):
        self.assertEqual(self.refusal_of(userinfo={"claims": {"sub": "other"}}), "subject-differs")
        self.assertEqual(
            self.refusal_of(userinfo={"raw": lambda claims: json.dumps(claims)}), "token-malformed")
        self.assertEqual(self.refusal_of(userinfo={"claims": {"aud": "them"}}), "audience-wrong")

    def test_06_a_thousand_unknown_keys_are_not_a_thousand_fetches(self):
        before = self.town.provider.calls.count("GET /jwks")
        for number in range(20):
            self.assertEqual(
                self.refusal_of(id_token={"header": {"kid": f"k{number}"}}), "key-unknown")
        self.assertLessEqual(self.town.provider.calls.count("GET /jwks"), before + 2)

    def test_07_a_form_without_our_origin_or_token_does_nothing(self):
        before = self.town.rows()
        self.visitor.log_in()
        token = self.visitor.get("/donnees").token
        other = Visitor(self.town)
        other.log_in("pierre")
        foreign = other.get("/donnees").token
        for path in ("/connexion", "/accepter", "/refuser", "/annuler", "/fermer", "/deconnexion",
                     "/mon-espace/garder", "/mon-espace/effacer", "/envoyer", "/redemander"):
            evil = self.visitor.ask("POST", path, {"jeton": token}, Origin="https://evil.example")
            self.assertEqual(evil.status, 403, path)
            null = self.visitor.ask("POST", path, {"jeton": token}, Origin="null")
            self.assertEqual(null.status, 403, path)
            for wrong in (foreign, "", token[:-1]):
                answer = self.visitor.post(path, wrong)
                self.assertEqual(answer.status, 403, path)
                self.assertIn("wrong-form", answer.text)
        self.assertEqual(self.town.rows(), before)
        self.assertIn("Accepter", self.visitor.get("/donnees").text)

    def test_07_no_get_changes_anything(self):
        before = self.town.rows()
        self.visitor.log_in()
        for path in ("/accepter", "/refuser", "/annuler", "/connexion", "/deconnexion",
                     "/mon-espace/garder", "/mon-espace/effacer", "/redemander",
                     "/suivi"):
            self.assertIn(self.visitor.get(path).status, (404, 405), path)
        kept = space_rows(self.town)
        for path in ("/fermer?annuler=oui", "/mon-espace?quoi=journal", "/au-revoir"):
            self.visitor.get(path)
        self.assertEqual(space_rows(self.town), kept)
        self.assertEqual(self.town.rows(), before)
        self.assertIn("Accepter", self.visitor.get("/donnees").text)

    def test_08_a_browser_is_never_sent_where_a_request_says(self):
        for evil in ("//evil.example", "https://evil.example", "/\\evil.example",
                     "%0d%0aLocation:%20x", "https://a@evil.example", "https://xn--evl.example"):
            for name in ("retour", "redirect_uri", "next", "demarche", "url"):
                quoted = urllib.parse.quote(evil, safe="%")
                for path in ("/", "/choisir", "/donnees", "/au-revoir"):
                    location = self.visitor.get(f"{path}?{name}={quoted}").location
                    self.assertNotIn("evil", location)
        begun = self.visitor.begin(fact="qf", retour="https://evil.example")
        self.assertTrue(begun.location.startswith(self.town.provider.issuer))
        self.assertNotIn("evil", begun.location)

    def test_09_a_procedure_that_is_not_in_the_catalogue_is_refused(self):
        self.assertEqual(self.visitor.get("/choisir?demarche=autre").status, 403)
        home = self.visitor.get("/")
        datum = "quotient-familial"
        for form in ({"demarche": "autre", datum: "qf"}, {datum: "qf_at_most"},
                     {"demarche": "cantine", datum: "c2s_on"}, {datum: "qf=1"},
                     {"demarche": "bus", datum: "qf"}):
            answer = self.visitor.post("/connexion", home.token, but="faire", **form)
            self.assertIn("wrong-form", answer.text)

    def test_10_every_answer_has_its_fields_and_names_are_escaped(self):
        self.town.provider.people["ines"]["family_name"] = "MOREL"
        self.visitor.take()
        for path in ("/nulle-part", "/retour", "/portail.css", "/", "/au-revoir"):
            self.visitor.get(path)
        for answer in self.visitor.answers:
            assert_fields(self, answer)
            self.assertNotIn("<script", answer.text)

    def test_11_nothing_may_be_cached(self):
        self.visitor.take()
        for answer in self.visitor.answers:
            self.assertEqual(answer.header("Cache-Control"), "no-store")
            self.assertIsNone(answer.header("ETag"))
            self.assertIsNone(answer.header("Last-Modified"))

    def test_12_nothing_personal_is_in_a_log_a_location_a_cookie_or_a_file(self):
        self.visitor.take(person="pierre", procedure="cantine")
        self.visitor.get("/mes-justificatifs")
        subject = self.town.provider.subject("pierre")
        tokens = list(self.town.provider.tokens)
        markers = ["LEGRAND", "DUVAL", "Pierre", "1969-03-17", subject, *tokens]
        for answer in self.visitor.answers:
            for field in (answer.location, *answer.all("Set-Cookie")):
                for marker in markers:
                    self.assertNotIn(marker, field)
        for path in self.town.folder.rglob("*"):
            if path.is_file() and path.suffix != ".secret":
                held = path.read_bytes()
                for marker in markers:
                    self.assertNotIn(marker.encode(), held, path.name)
        for log in ("portal", "signing"):
            self.assertNotIn("state=", self.town.log(log))

    def test_16_a_redirect_a_flood_or_a_wait_of_the_provider_is_refused(self):
        metadata = "http://169.254.169.254/latest"
        self.assertEqual(self.refusal_of(token={"redirect": metadata}), "provider-refused")
        self.assertEqual(self.refusal_of(token={"padding": 300_000}), "call-too-large")
        self.assertEqual(self.refusal_of(token={"delay": 6}), "call-timeout")

    def test_18_another_host_is_refused(self):
        for host in ("evil.example", "127.0.0.1", f"127.0.0.1:{self.town.port}.evil.example"):
            self.assertEqual(self.visitor.get("/", Host=host).status, 421, host)

    def keep(self, person: str, marker: str) -> None:
        """Leaves lines, a link and a parameter in a person's space."""
        visitor = Visitor(self.town)
        visitor.take(person=person, procedure="cantine")
        kept = visitor.post("/mon-espace/garder", visitor.get("/mon-espace").token,
                            parametre="identifiant-france-travail", valeur=marker, garder="oui")
        self.assertEqual(kept.location, "/mon-espace", kept.text)

    def holder(self, person: str) -> bytes:
        """What a person's rows are found by, computed as Spec/space.md 2 says."""
        secret = (self.town.folder / "space.secret").read_bytes().split(b"\n", 1)[1]
        self.assertEqual(len(secret), 32)
        name = self.town.provider.subject(person).encode()
        message = b"justificatif/space/holder/1" + len(name).to_bytes(2, "big") + name
        return hmac.digest(secret, message, hashlib.sha256)

    def test_19_a_stolen_file_says_nothing_without_the_secret_and_the_person(self):
        self.keep("pierre", "MARQUEUR-IDENTIFIANT")
        for marker in ("MARQUEUR", "LEGRAND", "Ville de Lille", "FranceConnect", "identified",
                       "quotient-familial", self.town.provider.subject("pierre")):
            found = [name for name in held(self.town, marker.encode()) if "space.db" in name]
            self.assertEqual(found, [], marker)
        self.assertIn(self.holder("pierre"), [row[0] for row in space_rows(self.town)])

    def test_19_a_row_that_was_moved_to_another_person_or_day_does_not_open(self):
        self.keep("pierre", "MARQUEUR-DE-PIERRE")
        self.keep("zoe", "MARQUEUR-DE-ZOE")
        pierre, zoe = self.holder("pierre"), self.holder("zoe")
        with sqlite3.connect(self.town.folder / "space.db") as file:
            file.execute("UPDATE entry SET holder = ? WHERE holder = ?", (zoe, pierre))
            file.execute("UPDATE entry SET last_day = last_day + 30 WHERE holder = ? AND "
                         "kind = 'link'", (zoe,))
        visitor = Visitor(self.town)
        visitor.find("zoe")
        page = visitor.get("/mon-espace").text
        self.assertNotIn("MARQUEUR-DE-PIERRE", page)
        self.assertIn("MARQUEUR-DE-ZOE", page)
        self.assertRegex(page, "[1-9][0-9]* éléments ne s’ouvrent pas")
        visitor.find("pierre")
        self.assertIn("Aucun identifiant", visitor.get("/mon-espace").text)

    def test_19_six_months_later_it_is_gone_from_the_raw_file(self):
        self.keep("ines", "MARQUEUR-DE-SIX-MOIS")
        rows = [row for row in space_rows(self.town) if row[0] == self.holder("ines")]
        self.assertGreaterEqual(len(rows), 5)
        for days, left in ((175, {"journal", "parameter"}), (190, set())):
            done = subprocess.run(
                ["faketime", f"{days} days", PROGRAMS / "justificatif-portail", "purge",
                 "--config", "portail.json"], cwd=self.town.folder, capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            for holder, name, kind, day, sealed in rows:
                found = held(self.town, name) + held(self.town, sealed)
                self.assertEqual(bool(found), kind in left, f"{kind} after {days} days")
        self.assertEqual(held(self.town, self.holder("ines")), [])

    def test_20_after_closing_nothing_of_the_person_is_in_any_file(self):
        self.keep("zoe", "MARQUEUR-A-FERMER")
        rows = [row for row in space_rows(self.town) if row[0] == self.holder("zoe")]
        before = self.town.rows()
        visitor = Visitor(self.town)
        visitor.find("zoe")
        visitor.post("/fermer", visitor.get("/fermer").token, annuler="oui")
        self.assertEqual(visitor.get("/au-revoir").title, "Votre espace est fermé")
        name = self.town.provider.subject("zoe").encode()
        secret = (self.town.folder / "space.secret").read_bytes().split(b"\n", 1)[1]
        key = hmac.digest(secret, b"justificatif/space/key/1" + len(name).to_bytes(2, "big") + name,
                          hashlib.sha256)
        needles = [b"MARQUEUR-A-FERMER", name, self.holder("zoe"), key, b"HERITIER",
                   "L’HÉRITIER".encode()]
        for needle in needles + [row[1] for row in rows] + [row[4] for row in rows]:
            self.assertEqual(held(self.town, needle), [])
        # What was issued stays what it is: a number and a fingerprint, now cancelled.
        self.assertEqual(self.town.rows(), before)
        with sqlite3.connect(self.town.folder / "register.db") as register:
            found = register.execute("SELECT count(*) FROM proof WHERE revoked IS NOT NULL")
            self.assertGreaterEqual(found.fetchone()[0], 1)

    def test_21_the_portal_has_no_key(self):
        settings = (self.town.folder / "portail.json").read_text("utf-8")
        for secret in ("caf.key", "office.secret", "register.db", "root.key"):
            self.assertNotIn(secret, settings)


def memory(pid: int, marker: bytes) -> int:
    """How often a marker is in the readable memory of a process."""
    found = 0
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as held:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("rw") or "[vvar" in line:
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            try:
                held.seek(start)
                found += held.read(end - start).count(marker)
            except (OSError, ValueError, OverflowError):
                continue
    return found


class ForgettingTests(unittest.TestCase):
    """13: what was fetched is gone after its time, from the process as well."""

    def setUp(self):
        self.town = Town(kept_seconds=4)
        self.addCleanup(self.town.close)

    def test_13_a_marker_in_memory_is_there_before_and_not_after(self):
        # As the data body writes it, and nobody else.
        marker = "CAMILLE ROSE"
        visitor = Visitor(self.town)
        visitor.log_in()
        self.assertGreater(memory(self.town.portal.pid, marker.encode()), 0)
        time.sleep(7)
        # Other people's requests go through the same buffers.
        for _ in range(40):
            Visitor(self.town).get("/")
        self.assertEqual(visitor.get("/donnees").status, 403)
        self.assertEqual(memory(self.town.portal.pid, marker.encode()), 0)

    def test_13_small_answers_are_gone_as_well_and_the_nir_at_once(self):
        visitor = Visitor(self.town)
        visitor.log_in(fact=["rfr", "registered_on", "base_rights_open_on"])
        self.assertEqual(visitor.get("/donnees").states, ["obtenu"] * 3)
        # As DGFIP and France Travail write them; the NIR is needed for one call.
        markers = [b'"rfr":31842', b"RUE DU MARQUEUR"]
        self.assertGreater(sum(memory(self.town.portal.pid, marker) for marker in markers), 0)
        for _ in range(40):
            Visitor(self.town).get("/")
        self.assertEqual(memory(self.town.portal.pid, b"2910475000001"), 0)
        time.sleep(7)
        for marker in markers:
            self.assertEqual(memory(self.town.portal.pid, marker), 0, marker)


if __name__ == "__main__":
    unittest.main()
