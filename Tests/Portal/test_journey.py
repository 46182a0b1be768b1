"""Whole journeys of persons through the running portal (Spec/portal.md 2 and 5)."""

import re
import subprocess
import unittest
import urllib.parse

from town import PROGRAMS, Town
from visitor import Visitor


class JourneyTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town()
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        self.town.data.cases.clear()
        self.town.provider.lies.clear()
        self.visitor = Visitor(self.town)

    def tearDown(self):
        self.assertEqual(self.town.data.invalid, [], "official OpenAPI of API Particulier")

    def verdict(self, text: str) -> str:
        path = self.town.folder / "proof.txt"
        path.write_text(text)
        done = subprocess.run(
            [PROGRAMS / "justificatif", "verify", "--lists", "lists", "--json", "--recipient",
             "Ville de Lille", "proof.txt"], cwd=self.town.folder, text=True, capture_output=True)
        return done.stdout

    def test_an_address_that_leads_nowhere_is_told_on_a_page_with_a_way_on(self):
        for path in ("/nulle-part", "/mes-justificatif"):
            answer = self.visitor.get(path)
            self.assertEqual((answer.status, answer.title), (404, "Cette page n’existe pas"))
            self.assertIn('href="/"', answer.text)

    def test_a_person_takes_a_justificatif_that_a_counter_accepts(self):
        before = self.town.rows()
        text = self.visitor.take(procedure="cantine", fact="tariff_bracket")
        self.assertTrue(text.startswith("JF1:"))
        verdict = self.verdict(text)
        self.assertIn('"valid"', verdict)
        self.assertIn("cantine-exemple-2026", verdict)
        self.assertEqual(self.town.rows(), before + 1)

    def test_the_value_is_not_in_a_justificatif_that_states_a_bound(self):
        self.visitor.log_in(procedure="cantine", fact="qf_at_most")
        page = self.visitor.get("/donnees")
        self.assertIn("800", page.text)
        self.assertNotIn("612", page.text)

    def test_the_page_before_signing_says_every_thing_that_will_be_readable(self):
        self.visitor.log_in(procedure="cantine", fact="qf")
        page = self.visitor.get("/donnees")
        for part in ("MOREL", "Inès", "612", "Ville de Lille", "Accepter", "Refuser"):
            self.assertIn(part, page.text)
        self.assertNotIn("LÉO", page.text)
        self.assertNotIn("MARQUEUR", page.text)

    def test_a_person_without_a_usage_name_who_wants_it_shown_is_told_so_and_gets_theirs(self):
        text = self.visitor.take(fact="qf", nom_usage="oui")
        page = next(one.text for one in self.visitor.answers if "Accepter et signer" in one.text)
        self.assertIn("aucun nom d’usage", page)
        self.assertIn('"valid"', self.verdict(text))
        self.visitor.log_in("pierre", fact="qf", nom_usage="oui")
        page = self.visitor.get("/donnees").text
        self.assertIn("DUVAL", page)
        self.assertNotIn("aucun nom d’usage", page)

    def test_nothing_is_signed_before_the_person_agrees(self):
        before = self.town.rows()
        self.visitor.log_in()
        page = self.visitor.get("/donnees")
        self.visitor.get("/donnees")
        self.assertEqual(self.town.rows(), before)
        refused = self.visitor.post("/refuser", page.token)
        self.assertEqual(refused.location, "/refus")
        self.assertIn("Rien n’a été signé", self.visitor.get("/refus").text)
        self.visitor.post("/accepter", page.token)
        self.assertEqual(self.town.rows(), before)

    def test_a_reload_never_signs_twice(self):
        before = self.town.rows()
        self.visitor.log_in()
        token = self.visitor.get("/donnees").token
        for _ in range(3):
            self.assertIn(self.visitor.post("/accepter", token).location,
                          ("/justificatif", "/donnees"))
        texts = {self.visitor.get("/justificatif.txt").text for _ in range(2)}
        self.assertEqual(len(texts), 1)
        self.assertEqual(self.town.rows(), before + 1)

    def test_the_justificatif_comes_as_pdf_html_png_and_text(self):
        text = self.visitor.take()
        for ending, kind, start in (("pdf", "application/pdf", b"%PDF-"),
                                    ("png", "image/png", b"\x89PNG"),
                                    ("html", "text/html; charset=utf-8", b"<!")):
            answer = self.visitor.get(f"/justificatif.{ending}")
            self.assertEqual(answer.status, 200, ending)
            self.assertEqual(answer.header("Content-Type"), kind)
            self.assertTrue(answer.body.lower().startswith(start.lower()), ending)
        self.assertIn(text[:40], self.visitor.get("/justificatif.html").text)

    def test_a_person_who_comes_back_finds_theirs_and_cancels_it(self):
        text = self.visitor.take(person="pierre")
        again = Visitor(self.town)
        self.assertEqual(again.find("pierre").location, "/mes-justificatifs")
        page = again.get("/mes-justificatifs")
        self.assertIn("Quotient familial", page.text)
        reference = re.search('name="reference" value="([^"]*)"', page.text)[1]
        again.post("/annuler", page.token, reference=reference, accepter="oui")
        self.assertIn("Annulé le", again.get("/mes-justificatifs").text)
        self.town.publish()
        self.assertIn('"revoked"', self.verdict(text))

    def test_nobody_sees_or_cancels_those_of_another(self):
        self.visitor.take(person="ines", procedure="cantine")
        mine = self.visitor.get("/mes-justificatifs")
        reference = re.search('name="reference" value="([^"]*)"', mine.text)[1]
        other = Visitor(self.town)
        other.find("zoe")
        page = other.get("/mes-justificatifs")
        self.assertNotIn(reference, page.text)
        answer = other.post("/annuler", page.token, reference=reference, accepter="oui")
        self.assertIn("holder-unknown-proof", answer.text)
        self.assertNotIn("Annulé le", self.visitor.get("/mes-justificatifs").text)

    def test_each_answer_of_the_data_body_has_its_own_words(self):
        cases = [
            ("inexistant", {"status": 404, "code": "37003"}),
            ("non identifié", {"status": 422, "code": "00366"}),
            ("non transmis", {"status": 403, "code": "00100"}),
            ("non transmis", {"masked": ["quotient_familial"]}),
            ("non transmis", {"masked": ["allocataires"]}),
            ("connexion expirée", {"status": 401, "code": "50002"}),
            ("à redemander", {"status": 502, "code": "37999"}),
            ("à redemander", {"status": 409, "code": "00015"}),
        ]
        for title, case in cases:
            self.town.data.cases["ines"] = [case]
            visitor = Visitor(self.town)
            visitor.log_in()
            page = visitor.get("/donnees")
            self.assertIn(f"<h2>Quotient familial : {title}</h2>", page.text, case)
            self.assertIn("sur papier", page.text)
        self.town.data.invalid.clear()

    def test_a_short_wait_is_waited_once_and_a_long_one_is_told(self):
        busy = {"status": 429, "code": "00429", "headers": {"Retry_After": "1"}}
        self.town.data.cases["ines"] = [busy, {}]
        self.visitor.log_in()
        self.assertIn("Accepter", self.visitor.get("/donnees").text)
        busy = {"status": 429, "code": "00429", "headers": {"Retry_After": "40"}}
        self.town.data.cases["ines"] = [busy, {}]
        visitor = Visitor(self.town)
        visitor.log_in()
        self.assertRegex(visitor.get("/donnees").text,
                         r"à partir de \d+ h \d\d min \d\d s : dans ([1-3]?\d|40) secondes")

    def test_the_answer_about_another_person_is_never_signed(self):
        before = self.town.rows()
        self.town.data.cases["ines"] = [{"as": "pierre"}]
        self.visitor.log_in()
        page = self.visitor.get("/donnees")
        self.assertIn("identity-mismatch", page.text)
        self.assertNotIn("LEGRAND", page.text)
        self.visitor.post("/accepter", page.token)
        self.assertEqual(self.town.rows(), before)

    def test_a_quotient_of_zero_is_not_signed(self):
        self.town.data.cases["ines"] = [{"data": {"value": 0}}]
        self.visitor.log_in()
        self.assertIn("zero-not-confirmed", self.visitor.get("/donnees").text)

    def test_only_the_scopes_that_the_choice_needs_are_asked(self):
        scope = {"cnaf_quotient_familial", "cnaf_allocataires", "openid", "identite_pivot",
                 "preferred_username"}
        def asked(answer):
            query = urllib.parse.urlsplit(answer.location).query
            return set(urllib.parse.parse_qs(query)["scope"][0].split())

        self.assertEqual(asked(self.visitor.begin()), scope)
        home = self.visitor.get("/")
        found = self.visitor.post("/connexion", home.token, but="retrouver")
        self.assertEqual(asked(found), {"openid"})

    def test_a_person_who_goes_back_is_told_so_and_shown_the_paper_road(self):
        back = self.visitor.get(self.visitor.at_provider(self.visitor.begin(), ""))
        self.assertEqual(back.status, 200)
        self.assertEqual(back.title, "Vous n’êtes pas identifié")
        self.assertIn("sur papier", back.text)

    def test_closing_wipes_everything_and_logs_out_at_the_provider(self):
        self.visitor.take()
        page = self.visitor.get("/justificatif")
        old = dict(self.visitor.cookies)
        closed = self.visitor.post("/fermer", page.token)
        self.assertTrue(closed.location.startswith(self.town.provider.issuer + "/session/end?"))
        self.assertEqual(closed.header("Clear-Site-Data"), '"cache", "storage"')
        self.assertNotEqual(self.visitor.cookies, old)
        self.visitor.cookies = old
        for path in ("/donnees", "/justificatif.txt", "/mes-justificatifs"):
            self.assertEqual(self.visitor.get(path).status, 403, path)

    def test_new_keys_of_the_provider_are_fetched_once(self):
        self.visitor.log_in()
        self.town.provider.rotate("pkcs11:ES256:hsm-2")
        fetched = self.town.provider.calls.count("GET /jwks")
        for _ in range(5):
            Visitor(self.town).log_in()
        self.assertLessEqual(self.town.provider.calls.count("GET /jwks"), fetched + 1)


if __name__ == "__main__":
    unittest.main()
