"""Journeys with the data of DGFIP, France Travail and the Assurance maladie (Spec/portal.md 5)."""

import subprocess
import threading
import time
import unittest
import urllib.parse

from people import days
from town import PROGRAMS, Town
from visitor import Visitor

LYON = {"procedure": "restauration", "fact": "rfr_per_part_at_most"}


class BodiesTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town()
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        for body in self.town.bodies:
            body.cases.clear()
            body.asked.clear()
            body.invalid.clear()
        self.taxes = self.town.taxes
        self.visitor = Visitor(self.town)

    def tearDown(self):
        """What the stand-ins answered has the published form (decisions/0020)."""
        for body in self.town.bodies:
            self.assertEqual(body.invalid, [], type(body).__name__)

    def verdict(self, text: str) -> str:
        done = subprocess.run(
            [PROGRAMS / "justificatif", "verify", "--lists", "lists", "--json", "--recipient",
             "Ville de Lyon", "-"], cwd=self.town.folder, text=True, capture_output=True,
            input=text)
        return done.stdout

    def page(self, person: str = "ines", **choice):
        visitor = Visitor(self.town)
        visitor.log_in(person, **choice)
        return visitor.get("/donnees")

    def test_each_fact_that_is_offered_becomes_a_justificatif_that_a_counter_accepts(self):
        facts = {"rfr": "31842", "rfr,tax_parts": "tax_parts", "registered_on": "registered_on",
                 "registered_since": "registered_since",
                 "base_rights_open_on": "base_rights_open_on",
                 "base_rights_until": "base_rights_until"}
        for fact, part in facts.items():
            verdict = self.verdict(Visitor(self.town).take(fact=fact))
            self.assertIn('"valid"', verdict, fact)
            self.assertIn(part, verdict, fact)

    def test_income_and_parts_become_the_bracket_of_the_town_and_nothing_else(self):
        # 31,842 euros for 2.5 parts are 12,736.80 a part.
        self.visitor.log_in(**LYON)
        page = self.visitor.get("/donnees")
        self.assertEqual(page.states, ["obtenu"])
        for hidden in ("31", "2,5", "MARQUEUR", "35"):
            self.assertNotIn(hidden, page.text.split("<tbody>")[1].split("2026")[0], hidden)
        self.visitor.post("/accepter", page.token)
        verdict = self.verdict(self.visitor.get("/justificatif.txt").text)
        self.assertIn('"valid"', verdict)
        self.assertIn("13000", verdict)
        self.assertNotIn("31842", verdict)
        self.assertEqual(self.visitor.get("/justificatif.pdf").body[:5], b"%PDF-")

    def test_an_amount_a_cent_above_a_bound_is_in_the_next_bracket(self):
        for income, bound in ((32_500, "13000"), (32_501, "18000"), (0, "6000")):
            self.taxes.cases["ines"] = [{"data": {"rfr": income}}]
            self.assertIn(bound, self.verdict(Visitor(self.town).take(**LYON)), income)

    def test_an_income_above_every_bound_is_in_no_bracket(self):
        self.taxes.cases["ines"] = [{"data": {"rfr": 70_000}}]
        page = self.page(**LYON)
        self.assertIn("predicate-false", page.text)
        self.assertNotIn("70", page.text.split("<h2>")[1].split("Sans réponse")[0])

    def test_the_second_declarant_of_a_household_is_one_of_its_persons(self):
        self.taxes.cases["ines"] = [{"data": {"second": "pierre"}}]
        self.visitor.log_in("ines", **LYON)
        page = self.visitor.get("/donnees")
        self.assertIn("MOREL", page.text)
        self.assertNotIn("LEGRAND", page.text)
        self.visitor.post("/accepter", page.token)
        text = self.visitor.get("/justificatif.txt").text
        self.assertIn('"valid"', self.verdict(text))
        self.assertNotIn("LEGRAND", self.verdict(text))

    def test_an_unknown_birth_date_of_the_other_declarant_harms_nobody(self):
        unknown = {"nmNaiDec2": "INCONNU", "prnmDec2": "ALI",
                   "dateNaisDec2": {"jour": "00", "mois": "00", "annee": "0000"}}
        self.taxes.cases["ines"] = [{"data": unknown}]
        self.assertIn('"valid"', self.verdict(self.visitor.take(**LYON)))

    def test_a_birth_date_known_to_the_year_agrees_and_an_unknown_one_does_not(self):
        for date, states in (({"jour": "00", "mois": "00", "annee": "1991"}, "Accepter"),
                             ({"jour": "00", "mois": "00", "annee": "0000"}, "answer-malformed")):
            self.taxes.cases["ines"] = [{"data": {"dateNaisDec1": date}}]
            self.assertIn(states, self.page(fact="rfr").text, date)

    def test_the_household_of_other_declarants_is_never_signed(self):
        before = self.town.rows()
        self.taxes.cases["ines"] = [{"as": "zoe", "data": {"second": "pierre"}}]
        self.visitor.log_in(**LYON)
        page = self.visitor.get("/donnees")
        self.assertIn("identity-mismatch", page.text)
        self.assertNotIn("LEGRAND", page.text)
        self.visitor.post("/accepter", page.token)
        self.assertEqual(self.town.rows(), before)

    def test_dgfip_is_asked_for_both_declarants_and_for_parts_only_where_they_count(self):
        def scopes(fact: str, procedure: str = "") -> set[str]:
            begun = Visitor(self.town).begin(procedure, fact)
            query = urllib.parse.urlsplit(begun.location).query
            return set(urllib.parse.parse_qs(query)["scope"][0].split())

        value = scopes("rfr")
        self.assertTrue({"dgfip_rfr", "dgfip_nmNaiDec1", "dgfip_nmNaiDec2"} <= value)
        self.assertEqual(scopes("rfr,tax_parts") - value, {"dgfip_nbpart"})
        self.assertEqual(scopes(LYON["fact"], "restauration") - value, {"dgfip_nbpart"})
        self.assertFalse({"dgfip_aft", "dgfip_sitfam", "dgfip_pac"} & value)

    def test_the_token_of_the_portal_is_had_once_and_anew_after_it_was_refused(self):
        self.page(fact="rfr")
        before = self.taxes.token_calls
        for _ in range(3):
            self.assertEqual(self.page(fact="rfr").states, ["obtenu"])
        self.assertEqual(self.taxes.token_calls, before)
        self.taxes.issued.clear()
        self.assertEqual(self.page(fact="rfr").states, ["obtenu"])
        self.assertEqual(self.taxes.token_calls, before + 1)

    def test_each_body_has_its_own_states(self):
        cases = [
            (self.taxes, "rfr", "deuxans", {"status": 404, "code": "x"}, "inexistant"),
            (self.taxes, "rfr", "deuxans", {"status": 401, "code": "x"}, "connexion expirée"),
            (self.taxes, "rfr", "deuxans", {"status": 500, "code": "x"}, "à redemander"),
            (self.taxes, "rfr", "deuxans", {"masked": ["rfr"]}, "non transmis"),
            (self.taxes, "rfr", "deuxans", {"data": {"rfr": None}}, "inexistant"),
            (self.town.employment, "registered_on", "statut", {"status": 403, "code": "x"},
             "non transmis"),
            (self.town.employment, "registered_on", "statut",
             {"data": {"dateInscription": None}}, "inexistant"),
            (self.town.employment, "registered_on", "statut",
             {"masked": ["situationInscription"]}, "non transmis"),
            (self.town.health, "base_rights_open_on", "me", {"status": 404, "code": "x"},
             "non identifié"),
            (self.town.health, "base_rights_open_on", "me", {"masked": ["nir"]}, "non transmis"),
            (self.town.health, "base_rights_open_on", "contrats", {"status": 404, "code": "x"},
             "inexistant"),
            (self.town.health, "base_rights_open_on", "contrats", {"data": {"nature": "AMC"}},
             "inexistant"),
            (self.town.health, "base_rights_open_on", "contrats", {"status": 503, "code": "x"},
             "à redemander"),
        ]
        for body, fact, name, case, state in cases:
            body.cases["ines", name] = [case]
            page = self.page(fact=fact)
            self.assertEqual(page.states, [state], (fact, case))
            self.assertIn("sur papier", page.text)
            body.cases.clear()

    def test_every_body_is_asked_at_once_and_one_that_fails_harms_no_other(self):
        self.town.data.cases["ines"] = [{"status": 502, "code": "37999"}]
        self.town.employment.cases["ines"] = [{"delay": 9}]
        page = self.page(fact=["qf", "rfr", "registered_on", "base_rights_open_on"])
        self.assertEqual(page.states, ["à redemander", "obtenu", "à redemander", "obtenu"])

    def test_a_body_that_hangs_for_many_holds_up_nobody_who_does_not_ask_it(self):
        provider = self.town.provider
        before = provider.calls.count("GET /userinfo")
        self.town.employment.cases["pierre"] = [{"delay": 7}]
        others = [threading.Thread(target=lambda: Visitor(self.town).log_in(
            "pierre", fact="registered_on")) for _ in range(50)]
        for other in others:
            other.start()
        # All of them are at the body, or wait for a thread to ask it.
        while provider.calls.count("GET /userinfo") < before + len(others):
            self.assertTrue(any(other.is_alive() for other in others), "some never logged in")
            time.sleep(0.02)
        self.assertEqual(self.page(fact=["c2s_on", "rfr"]).states, ["obtenu"] * 2)
        for other in others:
            other.join()

    def test_a_registration_that_has_ended_is_not_stated_as_open(self):
        self.town.employment.cases["ines"] = [{"data": {"dateCessationInscription": days(-10)}}]
        self.assertIn("predicate-false", self.page(fact="registered_on").text)

    def test_a_person_of_another_name_at_a_body_is_never_signed(self):
        for body, fact in ((self.town.employment, "registered_on"),
                           (self.town.health, "base_rights_open_on")):
            body.cases["ines"] = [{"as": "pierre"}]
            page = self.page(fact=fact)
            self.assertIn("identity-mismatch", page.text, fact)
            self.assertNotIn("LEGRAND", page.text, fact)
            body.cases.clear()

    def test_the_number_of_the_assurance_maladie_is_on_no_page_and_in_no_file(self):
        text = self.visitor.take(fact="base_rights_until")
        marker = "2910475000001"
        self.assertNotIn(marker, text + self.verdict(text))
        for answer in self.visitor.answers:
            self.assertNotIn(marker, answer.text + answer.location)
        for path in self.town.folder.rglob("*"):
            if path.is_file():
                self.assertNotIn(marker.encode(), path.read_bytes(), path.name)

    def test_no_secret_of_the_portal_is_in_a_log_or_on_a_page(self):
        self.visitor.take(fact="rfr")
        told = "".join(answer.text for answer in self.visitor.answers) + self.town.log("portal")
        for secret in (self.taxes.secret, self.town.health.key, *self.taxes.issued):
            self.assertNotIn(secret, told)


if __name__ == "__main__":
    unittest.main()
