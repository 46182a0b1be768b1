"""Logins at Canaille, the second real identity provider (make test-long)."""

import os
import unittest
import urllib.parse

from canaille import Canaille, CanailleVisitor, is_installed
from town import Town


@unittest.skipUnless(os.environ.get("JUSTIFICATIF_TEST_LONG"), "make test-long")
@unittest.skipUnless(is_installed(), "Canaille is not installed")
class CanailleTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town(provider=Canaille)
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        self.visitor = CanailleVisitor(self.town)

    def test_check_config_finds_nothing_wrong(self):
        self.assertIn("Tout répond", self.town.run(
            "justificatif-portail", "check-config", "--config", "portail.json"))

    def test_a_person_is_identified_by_tokens_signed_with_es256_and_logs_out(self):
        self.assertEqual(self.visitor.find("zoe").location, "/mes-justificatifs")
        page = self.visitor.get("/mes-justificatifs")
        self.assertIn("aucun justificatif", page.text)
        left = self.visitor.post("/deconnexion", page.token)
        self.assertEqual(urllib.parse.urlsplit(left.location).netloc,
                         f"127.0.0.1:{self.town.provider.port}")

    def test_an_identity_without_a_birth_date_is_signed_for_nobody(self):
        rows = self.town.rows()
        self.assertEqual(self.visitor.log_in(procedure="cantine", fact="qf").location, "/donnees")
        page = self.visitor.get("/donnees")
        self.assertIn("identity-incomplete", page.text)
        self.visitor.post("/accepter", page.token)
        self.assertEqual(self.town.rows(), rows)

    def test_a_code_serves_once_and_another_browser_has_no_use_of_it(self):
        callback = self.visitor.at_provider(self.visitor.begin(fact="qf"), "ines")
        self.assertEqual(self.visitor.get(callback).location, "/donnees")
        self.assertEqual(self.visitor.get(callback).location, "/donnees")
        stranger = CanailleVisitor(self.town)
        stranger.begin()
        self.assertIn("state-unknown", stranger.get(callback).text)

    def test_a_provider_that_says_nothing_of_assurance_is_refused_where_it_is_asked(self):
        strict = type("Strict", (Canaille,), {"settings": {"pkce": True}})
        town = Town(provider=strict)
        self.addCleanup(town.close)
        self.assertIn("assurance-too-low", CanailleVisitor(town).find().text)

    def test_an_empty_audience_is_refused_and_ends_no_process(self):
        """What it sends for a client without an audience: `"aud": []`."""
        bare = type("Bare", (Canaille,), {"has_audience": False})
        town = Town(provider=bare)
        self.addCleanup(town.close)
        self.assertIn("audience-wrong", CanailleVisitor(town).find().text)
        self.assertIsNone(town.portal.poll())


if __name__ == "__main__":
    unittest.main()
