"""Every page in French and in English, and none with a sentence of both (Spec/portal.md 2.2)."""

import html
import re
import unittest

from town import Town
from visitor import Answer, Visitor

# Words that no sentence is without, and that the other language does not have.
FRENCH = set("le la les des du une un est sont vous votre vos pour avec que qui dans sur pas aux "
             "au et ou ce cette ces nous il elle ne en à par rien".split())
ENGLISH = set("the of you your is are and for with this that to it was be in not we nothing at by "
              "from on will".split())
# Names of offices, which have no English.
NAMES = ("Caisse d’allocations familiales (démonstration)", "Ville de Lille", "Ville de Lyon",
         "Complémentaire santé solidaire")


def sentences(page: Answer) -> list[str]:
    """The texts of a page but for what it says to be in another language."""
    other = "fr" if 'lang="en"' in page.text[:60] else "en"
    text = re.sub(rf'<(span|a)[^>]* lang="{other}".*?</\1>', "", page.text, flags=re.S)
    text = re.sub(r"<code>.*?</code>|<style.*?</style>", "", text, flags=re.S)
    text = html.unescape(text)
    for name in NAMES:
        text = text.replace(name, "")
    # Marks within a sentence do not end it.
    text = re.sub(r"</?(strong|span|a)\b[^>]*>", "", text)
    return [" ".join(part.split()) for part in re.split(r"<[^>]*>", text) if part.strip()]


def mixed(page: Answer, words: set[str]) -> list[str]:
    """The sentences with two words or more of a language."""
    return [one for one in sentences(page)
            if sum(word in words for word in re.findall(r"[a-zà-ÿ]+", one.lower())) > 1]


class LanguageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town()
        cls.addClassCleanup(cls.town.close)

    def walk(self, language: str) -> list[tuple[str, Answer]]:
        """Every page of a whole visit in a language, by its address."""
        visitor, pages = Visitor(self.town), []

        def look(path: str) -> Answer:
            pages.append((path, visitor.get(path)))
            return pages[-1][1]

        def send(path: str, token: str, **fields: str) -> Answer:
            pages.append((path, visitor.post(path, token, **fields)))
            return pages[-1][1]

        look(f"/?langue={language}")
        for path in ("/choisir", "/choisir?demarche=cantine", "/choisir?demarche=bus",
                     "/choisir?demarche=autre", "/mon-espace", "/donnees", "/retour?state=a&code=b",
                     "/nulle-part", "/fermer", "/mes-justificatifs"):
            look(path)
        home = look("/")
        send("/connexion", home.token, but="faire", demarche="")
        send("/connexion", "wrong")
        pages.append(("/retour", visitor.get(visitor.at_provider(visitor.begin(), ""))))
        # What a town answered: from its page, from ours, and after a login (10.4).
        line = self.town.status.line("cantine", "4838-AYFV-CRAC-0", "accepted")
        for origin, text in (("null", line), (self.town.origin, line), ("null", line[1:])):
            pages.append(("/suivi", visitor.ask("POST", "/suivi", {"ligne": text}, Origin=origin)))
        begun = visitor.post("/connexion", pages[-2][1].token, but="retrouver", ligne=line)
        pages.append(("/retour", visitor.get(visitor.get(visitor.at_provider(begun, "ines")).location)))
        look("/erreur?code=wrong-form")
        facts = ["qf", "c2s_on", "student_on", "grant_holder_on", "rfr", "registered_on",
                 "base_rights_open_on"]
        cases = [{"status": 404, "code": "37003"}, {"status": 422, "code": "00366"},
                 {"status": 403, "code": "00100"}, {"status": 401, "code": "50002"},
                 {"status": 502, "code": "37999"}, {"as": "pierre"}, {"data": {"value": 0}}, {}]
        for case in cases:
            self.town.data.cases["ines"] = [case] * 4
            visitor.log_in(fact=facts)
            page = look("/donnees")
        self.town.data.cases.clear()
        visitor.log_in(procedure="cantine")
        page = look("/donnees")
        send("/refuser", page.token)
        look("/refus")
        visitor.log_in(procedure="cantine")
        send("/accepter", look("/donnees").token)
        ready = look("/justificatif")
        for path in ("/envoyer", "/mes-justificatifs", "/mon-espace", "/fermer"):
            look(path)
        send("/mon-espace/garder", ready.token, parametre="identifiant-france-travail", valeur="a")
        send("/annuler", ready.token, reference="0")
        visitor.post("/mon-espace/garder", ready.token, parametre="identifiant-france-travail",
                     valeur="abc", garder="oui")
        reference = re.search('name="reference" value="([^"]*)"',
                              visitor.get("/mes-justificatifs").text)[1]
        visitor.post("/annuler", ready.token, reference=reference)
        for path in ("/mes-justificatifs", "/mon-espace"):
            look(path)
        visitor.post("/fermer", ready.token)
        look("/au-revoir")
        visitor.log_in()
        visitor.post("/deconnexion", look("/donnees").token)
        look("/au-revoir")
        return [(path, page) for path, page in pages if page.text]

    def test_no_page_in_english_has_a_french_sentence(self):
        for path, page in self.walk("en"):
            with self.subTest(path=path, title=page.title):
                self.assertIn('<html lang="en">', page.text)
                self.assertIn(">Français</a>", page.text)
                self.assertEqual(mixed(page, FRENCH), [])
                self.assertNotEqual(mixed(page, ENGLISH), [])

    def test_no_page_in_french_has_an_english_sentence(self):
        for path, page in self.walk("fr"):
            with self.subTest(path=path, title=page.title):
                self.assertIn('<html lang="fr">', page.text)
                self.assertIn(">English</a>", page.text)
                self.assertEqual(mixed(page, ENGLISH), [])
                self.assertNotEqual(mixed(page, FRENCH), [])

    def test_the_justificatif_itself_is_in_french(self):
        visitor = Visitor(self.town)
        visitor.get("/?langue=en")
        visitor.take()
        page = visitor.get("/justificatif.html").text
        self.assertIn('lang="fr"', page)
        self.assertIn("Ce document prouve une seule chose", page)

    def test_french_is_first_and_a_cookie_remembers_another_choice(self):
        visitor = Visitor(self.town)
        self.assertIn('lang="fr"', visitor.get("/", Accept_Language="en").text[:60])
        chosen = visitor.get("/choisir?demarche=bus&langue=en")
        self.assertIn("langue=en; Path=/; HttpOnly; SameSite=Lax", chosen.all("Set-Cookie"))
        self.assertIn('lang="en"', visitor.get("/").text[:60])
        self.assertIn('lang="fr"', visitor.get("/?langue=fr").text[:60])
        self.assertIn('lang="fr"', visitor.get("/").text[:60])

    def test_an_address_or_cookie_of_no_language_of_ours_changes_nothing(self):
        visitor = Visitor(self.town)
        for value in ("de", "EN", "", "en&langue=fr", "%3Cb%3E"):
            page = visitor.get(f"/?langue={value}")
            self.assertIn('lang="fr"', page.text[:60], value)
            self.assertFalse([one for one in page.all("Set-Cookie") if one.startswith("langue")])
        visitor.cookies["langue"] = "\"><b>"
        self.assertIn('lang="fr"', visitor.get("/").text[:60])

    def test_the_link_leads_to_the_same_page_with_what_it_is_about(self):
        visitor = Visitor(self.town)
        page = visitor.get("/choisir?demarche=cantine&etat=a_b&autre=x")
        self.assertIn('href="?demarche=cantine&amp;etat=a_b&amp;langue=en"', page.text)
        page = visitor.get("/choisir?demarche=cantine&etat=a_b&langue=en")
        self.assertIn("School canteen", page.text)
        self.assertIn('name="etat" value="a_b"', page.text)

    def test_the_link_repeats_nothing_of_a_callback_or_a_form_but_the_code_of_a_failure(self):
        visitor = Visitor(self.town)
        line = self.town.status.line("cantine", "4838-AYFV-CRAC-0", "accepted")
        told = visitor.ask("POST", "/suivi", {"ligne": line}, Origin="null")
        self.assertIn('href="/?langue=en"', told.text)
        for page, code in ((visitor.get("/retour?code=marker&state=marker"), "state-unknown"),
                           (visitor.post("/connexion", "marker"), "wrong-form"),
                           (visitor.post("/donnees", "marker"), "method-not-allowed"),
                           (visitor.post("/marker", "marker"), "page-unknown"),
                           (visitor.ask("POST", "/suivi", {"ligne": "marker"}),
                            "status-malformed")):
            self.assertIn(f'href="/erreur?code={code}&amp;langue=en"', page.text)
            self.assertNotIn("marker", page.text)
            english = Visitor(self.town).get(f"/erreur?code={code}&langue=en")
            self.assertEqual(english.status, page.status)
            self.assertIn(f"<code>{code}</code>", english.text)
            self.assertIn(f'href="/erreur?code={code}&amp;langue=fr"', english.text)
        for code in ("", "marker", "%3Cb%3E", "call-marker", "wrong-form&code=wrong-form"):
            page = visitor.get(f"/erreur?code={code}")
            self.assertEqual((page.status, page.title), (404, "Cette page n’existe pas"), code)

    def test_a_form_that_a_service_did_not_answer_is_told_again_and_not_sent_again(self):
        visitor = Visitor(self.town)
        visitor.log_in(procedure="cantine")
        page = visitor.get("/donnees")
        self.town.kill("signing")
        try:
            away = visitor.post("/accepter", page.token)
        finally:
            self.town.restart()
        self.assertEqual((away.status, away.title), (503, "Le service ne répond pas"))
        self.assertIn('href="/donnees"', away.text)
        link = html.unescape(re.search('href="([^"]*)" lang="en"', away.text)[1])
        self.assertEqual(link, "/erreur?code=signing-unreachable&langue=en")
        rows = self.town.rows()
        english = visitor.get(link)
        self.assertEqual((english.status, english.title), (503, "The service is not answering"))
        self.assertIn('href="/donnees"', english.text)
        self.assertEqual(self.town.rows(), rows)
        self.assertIn("Accept and sign", visitor.get("/donnees").text)

    def test_the_link_of_a_page_that_answers_a_form_leads_to_the_page_of_that_form(self):
        visitor = Visitor(self.town)
        self.town.data.cases["ines"] = [{"data": {"value": 0}}]
        visitor.log_in()
        self.town.data.cases.clear()
        token = visitor.get("/donnees").token
        for path, before, fields in (
                ("/accepter", "/donnees", {}),
                ("/annuler", "/mes-justificatifs", {"reference": "4838-AYFV-CRAC-0", "accepter": "oui"}),
                ("/mon-espace/garder", "/mon-espace",
                 {"parametre": "identifiant-france-travail", "valeur": "a"})):
            answer = visitor.post(path, token, **fields)
            self.assertEqual(answer.status, 200, path)
            self.assertIn(f'href="{before}?langue=en"', answer.text)
            self.assertEqual(visitor.get(f"{before}?langue=fr").status, 200)

    def test_a_provider_that_is_away_keeps_what_a_login_was_for(self):
        visitor = Visitor(self.town)
        begun = visitor.begin(procedure="cantine", etat="a_b")
        back = visitor.at_provider(begun, "ines")
        self.town.provider.lies["token"] = {"padding": 300_000}
        try:
            away = visitor.get(back)
        finally:
            self.town.provider.lies.clear()
        self.assertIn('href="/choisir?demarche=cantine&amp;etat=a_b"', away.text)
        self.assertIn('href="/erreur?code=call-too-large&amp;demarche=cantine&amp;etat=a_b&amp;langue=en"',
                      away.text)

    def test_a_failed_login_keeps_what_it_was_for_in_the_other_language(self):
        visitor = Visitor(self.town)
        gone = visitor.get(visitor.at_provider(visitor.begin(procedure="cantine", etat="a_b"), ""))
        link = html.unescape(re.search('href="(/erreur[^"]*)"', gone.text)[1])
        self.assertEqual(link, "/erreur?code=login-abandoned&demarche=cantine&etat=a_b&langue=en")
        self.assertIn('href="/choisir?demarche=cantine&amp;etat=a_b"', visitor.get(link).text)

    def test_french_breaks_no_line_before_a_sign(self):
        for path, page in self.walk("fr"):
            text = re.sub("<[^>]*>", "<>", page.body.decode())
            with self.subTest(path=path, title=page.title):
                self.assertNotRegex(text, " [:;?!»€]|« ")
        home = self.walk("en")[0][1].body.decode()
        # Beside a number only.
        self.assertNotRegex(re.sub('<span lang="fr">.*?</span>', "", home),
                            "(?<![0-9])\u00a0(?![0-9])")

    def test_what_a_body_wrote_in_french_only_is_marked_as_french(self):
        visitor = Visitor(self.town)
        visitor.get("/?langue=en")
        page = visitor.get("/choisir?demarche=restauration")
        self.assertIn('<span lang="fr">Tarif de restauration scolaire</span>', page.text)


if __name__ == "__main__":
    unittest.main()
