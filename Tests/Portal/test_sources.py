"""Journeys in which several data are asked for at once (Spec/portal.md 2 and 5)."""

import subprocess
import unittest
import urllib.parse

from town import PROGRAMS, SIRET, Town
from visitor import Visitor

STUDENT = ["student_on", "grant_holder_on"]


class SourcesTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town()
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        self.town.data.cases.clear()
        self.town.data.invalid.clear()
        self.town.data.asked.clear()
        self.visitor = Visitor(self.town)

    def tearDown(self):
        self.assertEqual(self.town.data.invalid, [], "official OpenAPI of API Particulier")

    def scopes(self, answer) -> set[str]:
        query = urllib.parse.urlsplit(answer.location).query
        identity = {"openid", "identite_pivot", "preferred_username"}
        return set(urllib.parse.parse_qs(query)["scope"][0].split()) - identity

    def verdict(self, text: str) -> str:
        done = subprocess.run(
            [PROGRAMS / "justificatif", "verify", "--lists", "lists", "--json", "--recipient",
             "Ville de Lille", "-"], cwd=self.town.folder, text=True, capture_output=True,
            input=text)
        return done.stdout

    def test_each_fact_that_is_offered_becomes_a_justificatif_that_a_counter_accepts(self):
        facts = {"c2s_on": "c2s_on", "c2s_since": "c2s_since", "student_on": "student_on",
                 "student_until": "student_until", "grant_holder_on": "grant_holder_on",
                 "grant_level": "grant_level"}
        for fact, claim in facts.items():
            verdict = self.verdict(Visitor(self.town).take(fact=fact))
            self.assertIn('"valid"', verdict, fact)
            self.assertIn(claim, verdict, fact)

    def test_each_choice_asks_only_for_the_scopes_it_needs(self):
        needs = {
            "c2s_on": {"complementaire_sante_solidaire"},
            "student_on": {"mesri_admissions", "mesri_admission_inscrit"},
            "grant_holder_on": {"cnous_statut_boursier", "cnous_periode_versement"},
            "grant_level": {"cnous_statut_boursier", "cnous_periode_versement",
                            "cnous_echelon_bourse"},
        }
        for fact, scopes in needs.items():
            self.assertEqual(self.scopes(Visitor(self.town).begin(fact=fact)), scopes, fact)
        both = Visitor(self.town).begin(fact=["c2s_on", "student_on"])
        self.assertEqual(self.scopes(both), needs["c2s_on"] | needs["student_on"])

    def test_only_the_bodies_that_were_chosen_are_asked_each_once(self):
        self.visitor.log_in(fact=STUDENT)
        self.assertEqual(sorted(self.town.data.asked), [
            "/v3/cnous/etudiant_boursier/france_connect",
            "/v3/mesri/statut_etudiant/france_connect"])

    def test_all_that_was_chosen_is_asked_for_at_the_same_time(self):
        self.town.data.cases["ines"] = [{"delay": 1}]
        self.town.data.most_at_once = 0
        self.visitor.log_in(fact=["qf", "c2s_on", *STUDENT])
        self.assertEqual(self.town.data.most_at_once, 4)
        self.assertEqual(self.visitor.get("/donnees").states, ["obtenu"] * 4)

    def test_what_was_obtained_can_be_taken_though_another_failed(self):
        cases = self.town.data.cases
        cases["ines", "quotient_familial"] = [{"status": 404, "code": "37003"}]
        cases["ines", "complementaire_sante_solidaire"] = [{"status": 422, "code": "00366"}]
        cases["ines", "etudiant_boursier"] = [
            {"status": 429, "code": "00429", "headers": {"Retry_After": "40"}}]
        self.visitor.log_in(fact=["qf", "c2s_on", *STUDENT])
        page = self.visitor.get("/donnees")
        self.assertEqual(page.states,
                         ["inexistant", "non identifié", "obtenu", "à redemander"])
        self.assertRegex(page.text, r"à partir de \d+ h \d\d min \d\d s : dans ([1-3]?\d|40) secondes")
        self.assertIn("sur papier", page.text)
        accepted = self.visitor.post("/accepter", page.token, numero="3")
        self.assertEqual(accepted.location, "/justificatif?numero=3")
        self.assertIn('"valid"', self.verdict(
            self.visitor.get("/justificatif.txt?numero=3").text))
        self.assertEqual(self.visitor.get("/justificatif.pdf?numero=3").body[:5], b"%PDF-")

    def test_a_body_that_hangs_does_not_hold_up_the_others(self):
        self.town.data.cases["ines", "statut_etudiant"] = [{"delay": 9}]
        self.visitor.log_in(fact=["c2s_on", "student_on"])
        self.assertEqual(self.visitor.get("/donnees").states, ["obtenu", "à redemander"])

    def test_each_is_accepted_or_refused_by_itself_and_signed_once(self):
        before = self.town.rows()
        self.visitor.log_in(fact=["c2s_on", *STUDENT])
        page = self.visitor.get("/donnees")
        self.assertEqual(self.town.rows(), before)
        for _ in range(3):
            self.visitor.post("/accepter", page.token, numero="1")
        refused = self.visitor.post("/refuser", page.token, numero="2")
        self.assertEqual(refused.location, "/donnees")
        self.visitor.post("/accepter", page.token, numero="2")
        self.visitor.post("/accepter", page.token, numero="3")
        self.assertEqual(self.visitor.get("/donnees").states, ["prêt", "refusé", "prêt"])
        self.assertEqual(self.town.rows(), before + 2)
        texts = {self.visitor.get(f"/justificatif.txt?numero={number}").text for number in (1, 3)}
        self.assertEqual(len(texts), 2)
        self.assertEqual(self.visitor.get("/justificatif.txt?numero=2").status, 404)

    def test_a_number_that_was_not_chosen_is_refused(self):
        self.visitor.log_in(fact="student_on")
        token = self.visitor.get("/donnees").token
        for number in ("0", "2", "-1", "x", "", "99999999999999999999"):
            for path in ("/accepter", "/refuser"):
                self.assertEqual(self.visitor.post(path, token, numero=number).status, 403)
            self.assertEqual(self.visitor.get(f"/justificatif.txt?numero={number}").status, 403)
        self.assertEqual(self.visitor.get("/donnees").states, ["obtenu"])

    def test_a_member_whose_scope_was_not_granted_is_not_transmitted(self):
        masks = {
            "c2s_on": ("complementaire_sante_solidaire", ["est_beneficiaire"]),
            "student_on": ("statut_etudiant", ["est_inscrit"]),
            "student_until": ("statut_etudiant", ["admissions"]),
            "grant_holder_on": ("etudiant_boursier", ["est_boursier"]),
            "grant_level": ("etudiant_boursier", ["periode_versement_bourse"]),
        }
        for fact, (name, masked) in masks.items():
            self.town.data.cases["ines", name] = [{"masked": masked}]
            visitor = Visitor(self.town)
            visitor.log_in(fact=fact)
            self.assertEqual(visitor.get("/donnees").states, ["non transmis"], fact)

    def test_what_a_body_denies_is_never_stated(self):
        denials = {
            "c2s_on": {"est_beneficiaire": False, "avec_participation": None,
                       "date_debut_droit": None},
            "grant_holder_on": {"est_boursier": False},
        }
        before = self.town.rows()
        for fact, data in denials.items():
            self.town.data.cases["ines"] = [{"data": data}]
            visitor = Visitor(self.town)
            visitor.log_in(fact=fact)
            page = visitor.get("/donnees")
            self.assertIn("predicate-false", page.text, fact)
            visitor.post("/accepter", page.token)
        self.assertEqual(self.town.rows(), before)

    def test_who_is_only_admitted_is_not_a_student(self):
        admission = {"date_debut": "2020-09-01", "date_fin": "2099-08-31", "est_inscrit": False}
        self.town.data.cases["ines"] = [{"data": {"admissions": [admission]}}]
        self.visitor.log_in(fact="student_on")
        self.assertIn("predicate-false", self.visitor.get("/donnees").text)

    def test_an_unknown_birth_date_of_the_second_allocataire_harms_nobody(self):
        second = {"nom_naissance": "INCONNU", "nom_usage": None, "prenoms": "ALI",
                  "date_naissance": "0000-00-00", "sexe": "M"}
        self.town.data.cases["ines"] = [{"data": {"second": second}}]
        self.assertIn('"valid"', self.verdict(self.visitor.take(fact="qf")))

    def test_nothing_is_asked_of_anybody_when_nothing_is_chosen(self):
        page = self.visitor.get("/choisir?demarche=cantine&etat=s1")
        answer = self.visitor.post("/connexion", page.token, but="faire", demarche="cantine",
                                   etat="s1")
        self.assertEqual((answer.status, answer.title), (400, "Que voulez-vous prouver ?"))
        self.assertIn("Vous n’avez rien choisi", answer.text)
        self.assertIn('href="/choisir?demarche=cantine&amp;etat=s1&amp;langue=en"', answer.text)
        # The form that was shown again is as good as the first, for the same request.
        self.assertIn('name="etat" value="s1"', answer.text)
        begun = self.visitor.post("/connexion", answer.token, but="faire", demarche="cantine",
                                  etat="s1", **{"quotient-familial": "qf"})
        self.assertEqual(begun.status, 303)

    def test_a_procedure_proposes_what_it_asks_for_and_nothing_else(self):
        page = self.visitor.get("/choisir?demarche=bus").text
        self.assertIn('value="student_on" checked', page)
        self.assertIn('value="grant_holder_on" checked', page)
        self.assertNotIn("quotient", page)
        everything = self.visitor.get("/choisir").text
        self.assertNotIn('_on" checked', everything)
        self.assertEqual(everything.count('value="" checked'), 7)

    def test_no_page_shows_more_of_an_answer_than_will_be_readable(self):
        self.visitor.log_in(fact=["qf", "grant_level", "student_until"])
        page = self.visitor.get("/donnees").text
        for hidden in ("MARQUEUR", "marqueur", "Marqueur", "LÉO"):
            self.assertNotIn(hidden, page)

    def test_the_siret_of_the_body_goes_with_every_call(self):
        self.assertEqual(len(SIRET), 14)
        self.visitor.log_in(fact=["qf", "c2s_on", *STUDENT])
        self.assertEqual(self.visitor.get("/donnees").states, ["obtenu"] * 4)


class HabilitationTests(unittest.TestCase):
    """What the habilitation does not grant is not offered, and cannot be asked for."""

    def test_a_scope_that_is_not_habilitated_is_not_offered(self):
        town = Town(scopes=["openid", "identite_pivot", "complementaire_sante_solidaire",
                            "cnous_statut_boursier"], procedures=[])
        self.addCleanup(town.close)
        visitor = Visitor(town)
        page = visitor.get("/choisir")
        self.assertIn("c2s_on", page.text)
        for absent in ("quotient-familial", "statut-etudiant", "bourse", "nom_usage"):
            self.assertNotIn(absent, page.text)
        for fact in ("qf", "grant_holder_on"):
            self.assertIn("wrong-form", visitor.begin(fact=fact).text)
        begun = visitor.begin(fact="c2s_on", nom_usage="oui")
        self.assertIn("scope=openid%20identite_pivot%20complementaire_sante_solidaire&",
                      begun.location)


if __name__ == "__main__":
    unittest.main()
