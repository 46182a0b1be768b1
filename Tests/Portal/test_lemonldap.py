"""Whole journeys with LemonLDAP::NG of Debian, a real identity provider (make test-long)."""

import os
import subprocess
import unittest
import urllib.parse

from lemonldap import LemonLDAP, LemonVisitor, is_installed
from town import PROGRAMS, Town


@unittest.skipUnless(os.environ.get("JUSTIFICATIF_TEST_LONG"), "make test-long")
@unittest.skipUnless(is_installed(), "LemonLDAP::NG is not installed")
class LemonLDAPTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town(provider=LemonLDAP)
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        self.visitor = LemonVisitor(self.town)

    def test_check_config_finds_nothing_wrong(self):
        self.assertIn("Tout répond", self.town.run(
            "justificatif-portail", "check-config", "--config", "portail.json"))

    def test_a_person_takes_a_justificatif_that_a_counter_accepts(self):
        text = self.visitor.take(procedure="cantine", fact="tariff_bracket")
        (self.town.folder / "proof.txt").write_text(text)
        verdict = subprocess.run(
            [PROGRAMS / "justificatif", "verify", "--lists", "lists", "--json", "proof.txt"],
            cwd=self.town.folder, text=True, capture_output=True).stdout
        self.assertIn('"valid"', verdict)
        self.assertIn("MOREL", verdict)

    def test_a_person_finds_theirs_again_and_another_does_not(self):
        self.visitor.take(person="pierre")
        again = LemonVisitor(self.town)
        self.assertEqual(again.find("pierre").location, "/mes-justificatifs")
        self.assertIn("Quotient familial", again.get("/mes-justificatifs").text)
        other = LemonVisitor(self.town)
        other.find("zoe")
        self.assertIn("aucun justificatif", other.get("/mes-justificatifs").text)

    def test_a_logout_here_is_one_there(self):
        self.visitor.take()
        closed = self.visitor.post("/fermer", self.visitor.get("/justificatif").token)
        target = urllib.parse.urlsplit(closed.location)
        self.assertEqual(f"http://{target.netloc}", self.town.provider.issuer)
        answer = self.visitor.ask("GET", f"{target.path}?{target.query}", port=target.port)
        self.assertTrue(answer.location.startswith(f"{self.town.origin}/au-revoir"), answer.text)

    def test_a_code_serves_once(self):
        callback = self.visitor.at_provider(self.visitor.begin(), "ines")
        self.assertEqual(self.visitor.get(callback).location, "/donnees")
        self.assertEqual(self.visitor.get(callback).location, "/donnees")
        stranger = LemonVisitor(self.town)
        stranger.begin()
        self.assertIn("state-unknown", stranger.get(callback).text)

    def test_its_userinfo_is_refused_where_the_settings_do_not_allow_a_bare_one(self):
        strict = type("Strict", (LemonLDAP,), {"settings": {"pkce": True}})
        town = Town(provider=strict)
        self.addCleanup(town.close)
        self.assertIn("token-malformed", LemonVisitor(town).log_in().text)


if __name__ == "__main__":
    unittest.main()
