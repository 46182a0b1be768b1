"""Nobody is left without a next step: wrong addresses, two tabs, refusals (Spec/portal.md 2)."""

import html
import json
import re
import unittest

from test_partners import Canteen
from town import Town
from visitor import Visitor


class WaysOnTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town(with_canteen=True, published_hours=6)
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        self.visitor = Visitor(self.town)

    def test_an_address_below_one_of_ours_is_a_page_with_a_way_on(self):
        for path in ("/choisir/x", "/justificatif/1", "/mon-espace/x", "/x/y/z", "/fermer/../x"):
            answer = self.visitor.get(path)
            self.assertEqual((answer.status, answer.title), (404, "Cette page n’existe pas"), path)
            self.assertIn('href="/"', answer.text)
            self.assertIn("page-unknown", answer.text)

    def test_an_address_of_a_form_says_which_methods_it_takes(self):
        for path in ("/accepter", "/refuser", "/annuler", "/connexion", "/deconnexion",
                     "/mon-espace/effacer"):
            answer = self.visitor.get(path)
            self.assertEqual((answer.status, answer.header("Allow")), (405, "POST"), path)
            self.assertIn("method-not-allowed", answer.text)
            self.assertIn('href="/"', answer.text)
        answer = self.visitor.post("/choisir", "x")
        self.assertEqual((answer.status, answer.header("Allow")), (405, "GET, HEAD"))
        answer = self.visitor.ask("DELETE", "/fermer", Origin=self.town.origin)
        self.assertEqual((answer.status, answer.header("Allow")), (405, "GET, HEAD, POST"))
        self.assertEqual(self.visitor.ask("HEAD", "/choisir").status, 200)

    def test_the_first_page_leads_a_person_who_is_logged_in_to_their_visit(self):
        self.assertIn("S’identifier avec FranceConnect", self.visitor.get("/").text)
        self.visitor.log_in()
        home = self.visitor.get("/").text
        self.assertNotIn("S’identifier avec FranceConnect", home)
        for way in ('href="/donnees"', 'href="/mes-justificatifs"', 'action="/deconnexion"'):
            self.assertIn(way, home)
        missing = self.visitor.get("/justificatif")
        self.assertEqual((missing.status, missing.title), (404, "Ce justificatif n’est pas là"))
        self.assertIn('href="/donnees"', missing.text)
        self.assertNotIn("identifié", missing.text.partition("<footer>")[0])

    def test_all_are_cancelled_at_once_by_a_box_and_a_button_and_each_is_in_the_journal(self):
        texts = [self.visitor.take(person="zoe", procedure=name) for name in ("", "cantine")]
        self.assertEqual(len(set(texts)), 2)
        page = self.visitor.get("/mes-justificatifs")
        self.assertIn("Annuler tous mes justificatifs", page.text)
        live = page.text.count("Annuler ce justificatif")
        self.assertGreaterEqual(live, 2)
        refused = self.visitor.post("/annuler", page.token, tous="oui")
        self.assertIn("not-confirmed", refused.text)
        self.assertIn('href="/mes-justificatifs"', refused.text)
        for wrong in ({"tous": "non"}, {"tous": "oui", "reference": "x"}):
            answer = self.visitor.post("/annuler", page.token, accepter="oui", **wrong)
            self.assertIn("wrong-form", answer.text)
        done = self.visitor.post("/annuler", page.token, tous="oui", accepter="oui")
        self.assertEqual(done.location, "/mes-justificatifs")
        page = self.visitor.get("/mes-justificatifs").text
        self.assertNotIn("Annuler ce justificatif", page)
        self.assertNotIn("Annuler tous", page)
        lines = json.loads(self.visitor.get("/mon-espace/journal.json").text)["lines"]
        self.assertEqual(sum(line["act"] == "cancel" for line in lines), live)

    def test_a_grant_is_called_one_in_the_journal_and_in_the_list(self):
        visitor = Visitor(self.town)
        visitor.take(person="pierre", fact="grant_holder_on")
        self.assertIn("<strong>Bourse d’enseignement supérieur</strong>",
                      visitor.get("/mes-justificatifs").text)
        self.assertIn(": bourse d’enseignement supérieur", visitor.get("/mon-espace").text)
        self.assertIn("Justificatif de bourse", visitor.get("/justificatif.html").text)

    def test_a_form_of_a_tab_before_another_login_says_so_and_leads_to_the_present_visit(self):
        self.visitor.log_in()
        first = self.visitor.get("/donnees")
        self.visitor.log_in()
        refused = self.visitor.post("/accepter", first.token)
        self.assertEqual(refused.status, 403)
        self.assertIn("autre onglet", refused.text)
        self.assertIn('href="/donnees"', refused.text)
        self.assertIn("Accepter", self.visitor.get("/donnees").text)

    def test_a_person_who_refuses_or_leaves_is_led_back_to_the_request(self):
        link = html.escape("/choisir?demarche=cantine&etat=s1")
        self.visitor.log_in(procedure="cantine", etat="s1")
        self.visitor.post("/refuser", self.visitor.get("/donnees").token)
        self.assertIn(link, self.visitor.get("/refus").text)
        left = Visitor(self.town)
        begun = left.begin(procedure="cantine", etat="s1")
        self.assertIn(link, left.get(left.at_provider(begun, "")).text)
        failed = Visitor(self.town)
        begun = failed.begin(procedure="cantine", etat="s1")
        back = failed.at_provider(begun, "ines")
        self.town.provider.lies["userinfo"] = {"claims": {"sub": "another"}}
        try:
            self.assertIn(link, failed.get(back).text)
        finally:
            self.town.provider.lies.clear()

    def test_a_person_whom_the_signing_service_refuses_is_led_back_to_who_asked(self):
        # Of a quotient of 0 nothing is stated (Spec/issuing.md 4).
        self.town.data.cases["ines"] = [{"data": {"value": 0}}]
        self.visitor.log_in(procedure="cantine", etat="s1")
        self.town.data.cases.clear()
        refused = self.visitor.post("/accepter", self.visitor.get("/donnees").token)
        self.assertEqual(refused.title, "Ce justificatif ne peut pas être fait")
        self.assertIn(html.escape("/choisir?demarche=cantine&etat=s1"), refused.text)
        self.assertIn(f'<a href="{self.town.canteen}/">Revenir à la Ville de Lille</a>', refused.text)

    def test_the_list_says_for_whom_each_was_made_and_when_a_cancellation_is_known(self):
        self.visitor.take(person="zoe", procedure="cantine")
        page = self.visitor.get("/mes-justificatifs")
        self.assertIn("pour la <strong>Ville de Lille</strong>", page.text)
        self.assertIn("toutes les 6 heures", page.text)
        self.assertIn("toutes les 6 heures", self.visitor.get("/fermer").text)

    def test_the_journal_is_in_the_time_of_paris(self):
        self.visitor.log_in()
        self.visitor.get("/mon-espace")
        lines = json.loads(self.visitor.get("/mon-espace/journal.json").text)["lines"]
        for line in lines:
            self.assertRegex(line["at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$")

    def test_the_town_speaks_to_the_person_also_of_an_empty_file_or_a_bad_text(self):
        canteen = Canteen(self.town)
        state = re.search("etat=([^&]*)", canteen.open())[1]
        canteen.send("/fichier", {"etat": state, "texte": " "})
        self.assertIn("Vous n’avez rien donné", canteen.show().text)
        canteen.send("/fichier", {"etat": state, "texte": "bonjour"})
        self.assertIn("Aucun justificatif n’a été lu", canteen.show().text)
        canteen.send("/fichier", {"etat": state, "texte": self.visitor.take()})
        self.assertIn("Nous avons rempli le formulaire", canteen.show().text)


if __name__ == "__main__":
    unittest.main()
