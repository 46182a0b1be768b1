"""A town asks, a person decides, and their own browser hands the proof back (Spec/portal.md 10)."""

import csv
import html
import re
import unittest
import urllib.parse

from town import ROOT, Town
from visitor import Visitor, chosen

from names import folded, is_same_birth  # noqa: E402 - of the town's application

# Of Inès.
BORN = "16/04/1991"

# What an attacker puts where a link has a place for a text of the town's.
EVIL = ("//evil.example", "https://evil.example/", "/\\evil.example", "\\\\evil.example",
        "https://lille.example@evil.example/", "https://xn--evl-fga.example",
        "https://évil.example", "%0d%0aLocation:%20https://evil.example", "%2f%2fevil.example",
        "%252f%252fevil.example",
        "a%00b", "javascript:alert(1)", "\"><form action=//evil.example>", "a" * 129, "a b", "a.b",
        "http://127.0.0.1:1/")


class Canteen(Visitor):
    """The same person's browser, as the town's form sees it."""

    def __init__(self, town):
        super().__init__(town)
        self.cookie = ""

    def open(self, language: str = "") -> str:
        """Opens the form; returns the path of its link to the portal."""
        page = self.show(f"/?langue={language}" if language else "/")
        link = html.unescape(re.search('class="button" href="([^"]*)"', page.text)[1])
        assert link.startswith(self.town.origin + "/choisir?"), link
        return link.removeprefix(self.town.origin)

    def show(self, path: str = "/"):
        page = self.ask("GET", path, port=self.town.canteen_port, Cookie=self.cookie)
        given = "; ".join(field.partition(";")[0] for field in page.all("Set-Cookie"))
        self.cookie = given or self.cookie
        return page

    def send(self, path: str, fields: dict, with_cookie: bool = True):
        return self.ask("POST", path, fields, port=self.town.canteen_port,
                        Cookie=self.cookie if with_cookie else "")


def hand_back(page) -> tuple[str, dict]:
    """The address and the fields of the one form of the page that sends."""
    actions = re.findall('<form method="post" action="([^"]*)"', page.text)
    assert len(actions) == 1, actions
    fields = re.findall('<input type="hidden" name="([^"]*)" value="([^"]*)">', page.text)
    return html.unescape(actions[0]), {name: html.unescape(value) for name, value in fields}


class PartnerTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town(with_canteen=True)
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        self.town.data.cases.clear()
        self.visitor = Visitor(self.town)
        self.canteen = Canteen(self.town)

    def agree(self, link: str, visitor: Visitor | None = None, person: str = "ines"):
        """From the town's link to the page that sends."""
        visitor = visitor or self.visitor
        page = visitor.get(link)
        given = dict(re.findall('<input type="hidden" name="([^"]*)" value="([^"]*)">', page.text))
        begun = visitor.post("/connexion", page.token, but="faire", demarche=given["demarche"],
                             etat=given["etat"], **chosen("tariff_bracket"))
        visitor.get(visitor.at_provider(begun, person))
        accepted = visitor.post("/accepter", visitor.get("/donnees").token)
        self.assertEqual(accepted.location, "/justificatif")
        sent = visitor.post("/envoyer", visitor.get("/justificatif").token)
        self.assertEqual(sent.location, "/envoyer")
        return visitor.get("/envoyer")

    def test_the_person_sees_who_asks_why_on_what_ground_and_what_it_is_not_good_for(self):
        page = self.visitor.get(self.canteen.open())
        for words in ("Ville de Lille", "215 903 501 00017", "Inscription à la cantine",
                      "Délibération imaginaire", "Le prix d’un repas", "L’inscription à l’école",
                      "n’en saura rien"):
            self.assertIn(words, page.text)

    def test_the_town_receives_verifies_and_fills_in_what_the_person_sent(self):
        address, fields = hand_back(self.agree(self.canteen.open()))
        self.assertEqual(address, f"{self.town.canteen}/justificatif")
        self.assertEqual(set(fields), {"statut", "demarche", "etat", "justificatif"})
        self.assertEqual(fields["statut"], "accepted-by-person")
        # Without the town's cookie: browsers do not send it with another site's form.
        back = self.canteen.send("/justificatif", fields, with_cookie=False)
        self.assertEqual((back.status, back.location), (303, "/"))
        form = self.canteen.show().text
        for words in ("Justificatif authentique", "Inès MOREL",
                      "du barème cantine-exemple-2026"):
            self.assertIn(words, form)
        receipt = self.canteen.send("/inscription", {
            "etat": fields["etat"], "parent": "ines morel", "naissance": BORN,
            "enfant": "Léo MOREL"})
        self.assertIn('data-status="accepted"', receipt.text)
        for words in ("<dd>Inès MOREL</dd>", f"<dd>{BORN}</dd>", "Léo MOREL", "Utilisable jusqu’au",
                      "du barème cantine-exemple-2026"):
            self.assertIn(words, receipt.text)

    def test_a_proof_of_another_person_is_not_accepted_and_the_town_says_what_differs(self):
        name, birth = "le nom du parent", "la date de naissance du parent"
        cases = (({"parent": "Zoé MOREL"}, (name,)), ({"parent": "Inès"}, (name,)),
                 ({"naissance": "17/04/1991"}, (birth,)), ({"naissance": "1990"}, (birth,)),
                 ({"parent": "Zoé L’HÉRITIER", "naissance": "01/01/1980"}, (name, birth)))
        for typed, differing in cases:
            with self.subTest(typed):
                canteen = Canteen(self.town)
                _, fields = hand_back(self.agree(canteen.open(), Visitor(self.town)))
                canteen.send("/justificatif", fields, with_cookie=False)
                receipt = canteen.send("/inscription", {
                    "etat": fields["etat"], "parent": "Inès MOREL", "naissance": BORN,
                    "enfant": "Léo MOREL", **typed})
                self.assertIn('data-status="received"', receipt.text)
                self.assertIn("Un agent décidera", receipt.text)
                for words in (name, birth):
                    self.assertEqual(words in receipt.text, words in differing, words)

    def test_names_are_folded_as_the_specification_says(self):
        with open(ROOT / "Spec/folding.csv", encoding="utf-8") as table:
            for row in csv.DictReader(table, delimiter=";"):
                for letter in row["letters"]:
                    self.assertEqual(folded(f"x{letter}x"), f"X{row['folded']}X", letter)
        for typed, same in (("12/05/1990", True), ("1990-05-31", True), ("12/06/1990", False),
                            ("05/1990", False)):
            self.assertEqual(is_same_birth(typed, "1990-05-00"), same, typed)

    def test_the_towns_pages_are_in_english_too(self):
        link = self.canteen.open("en")
        self.assertIn("langue=en", link)
        self.assertIn('<html lang="en">', self.visitor.get(link).text)
        _, fields = hand_back(self.agree(link))
        self.canteen.send("/justificatif", fields, with_cookie=False)
        self.assertIn("Authentic justificatif", self.canteen.show().text)
        for typed, words in (({"parent": ""}, "An answer is missing"),
                             ({"parent": "Zoé"}, "A member of staff will decide")):
            answer = self.canteen.send("/inscription", {
                "etat": fields["etat"], "parent": "Inès MOREL", "naissance": BORN,
                "enfant": "Léo", **typed})
            self.assertIn(words, answer.text)
            self.assertIn('<html lang="en">', answer.text)

    def test_without_a_proof_the_town_takes_a_text_a_file_or_nothing(self):
        link = self.canteen.open()
        state = dict(urllib.parse.parse_qsl(link.partition("?")[2]))["etat"]
        _, fields = hand_back(self.agree(link))
        given = self.canteen.send("/fichier", {"etat": state, "texte": fields["justificatif"]})
        self.assertEqual(given.location, "/")
        self.assertIn("Justificatif authentique", self.canteen.show().text)
        other = Canteen(self.town)
        state = dict(urllib.parse.parse_qsl(other.open().partition("?")[2]))["etat"]
        receipt = other.send("/inscription", {"etat": state, "parent": "A B",
                                              "naissance": BORN, "enfant": "C B"})
        self.assertIn('data-status="missing"', receipt.text)

    def test_a_proof_for_somebody_else_is_not_valid_at_the_town(self):
        state = dict(urllib.parse.parse_qsl(self.canteen.open().partition("?")[2]))["etat"]
        self.canteen.send("/justificatif", {
            "statut": "accepted-by-person", "demarche": "cantine", "etat": state,
            "justificatif": self.visitor.take()[:-8] + "ABCDEFGH"}, with_cookie=False)
        self.assertNotIn("authentique</strong>", self.canteen.show().text)

    def test_08_the_form_and_the_policy_name_the_address_of_the_catalogue_whatever_is_asked(self):
        for evil in EVIL:
            for name in ("etat", "retour", "return", "redirect_uri", "demarche", "partner"):
                quoted = urllib.parse.quote(evil, safe="%")
                visitor = Visitor(self.town)
                link = f"/choisir?demarche=cantine&{name}={quoted}"
                page = visitor.get(link)
                if name in ("etat", "demarche"):
                    self.assertEqual(page.status, 403, link)
                    self.assertIn("wrong-link", page.text)
                self.assertNotIn("evil", page.text + page.location, link)
            # In the form that a page of ours would have sent, too.
            home = self.visitor.get("/")
            begun = self.visitor.post("/connexion", home.token, but="faire", demarche="cantine",
                                      etat=evil, **chosen("tariff_bracket"))
            self.assertEqual(begun.status, 403, evil)
        link = "/choisir?demarche=cantine&etat=" + "A_b-9" * 25
        page = self.agree(link + "&retour=https://evil.example")
        address, fields = hand_back(page)
        self.assertEqual(address, f"{self.town.canteen}/justificatif")
        self.assertEqual(fields["etat"], "A_b-9" * 25)
        policy = page.header("Content-Security-Policy")
        self.assertIn(f"; form-action {self.town.canteen}/justificatif", policy)
        self.assertNotIn("form-action 'self'", policy)
        self.assertEqual(page.header("Referrer-Policy"), "no-referrer")
        for answer in self.visitor.answers:
            allowed = ("/", self.town.provider.issuer)
            self.assertTrue(answer.location.startswith(allowed) or not answer.location)
            self.assertFalse(answer.location.startswith("//"))

    def test_09_nothing_personal_is_in_any_address(self):
        page = self.agree(self.canteen.open(), person="pierre")
        text = hand_back(page)[1]["justificatif"]
        told = " ".join(
            part for answer in self.visitor.answers
            for part in (answer.location, *re.findall('(?:href|action)="([^"]*)"', answer.text)))
        for marker in (text[:30], "JF1", "LEGRAND", "DUVAL", "Pierre", "612",
                       self.town.provider.subject("pierre")):
            self.assertNotIn(marker, told)

    def test_09_refusing_having_none_and_leaving_look_the_same_to_a_town(self):
        """Nothing is sent: no page before an agreement can send anything to a town."""
        cases = {"refuses": ({}, True), "has none": ({"status": 404, "code": "37003"}, False),
                 "unknown": ({"status": 422, "code": "00366"}, False), "leaves": ({}, False)}
        for name, (case, refuses) in cases.items():
            self.town.data.cases["ines"] = [case]
            visitor = Visitor(self.town)
            visitor.log_in(procedure="cantine", fact="tariff_bracket", etat="abc")
            page = visitor.get("/donnees")
            if refuses:
                visitor.post("/refuser", page.token)
                visitor.get("/refus")
            self.assertEqual(visitor.get("/envoyer").location, "/donnees", name)
            ways = set()
            for answer in visitor.answers:
                for field in (answer.location, answer.header("Content-Security-Policy") or ""):
                    self.assertNotIn(self.town.canteen, field, name)
                ways |= set(re.findall(f'[a-z]+="{self.town.canteen}[^"]*"', answer.text))
                self.assertIn(answer.header("Referrer-Policy"), ("same-origin", None))
            # The town's own address, which says nothing, before and after (10.5).
            self.assertEqual(ways, {f'href="{self.town.canteen}/"'}, name)

    def test_a_person_of_whom_nothing_was_obtained_is_led_back_to_the_request_and_the_town(self):
        link = self.canteen.open()
        state = link.partition("etat=")[2].partition("&")[0]
        way = f'href="{self.town.canteen}/"'
        self.assertIn(way, self.visitor.get(link).text)
        for case in ({"status": 404, "code": "37003"}, {"status": 422, "code": "00366"},
                     {"as": "pierre"}):
            self.town.data.cases["ines"] = [case]
            visitor = Visitor(self.town)
            visitor.log_in(procedure="cantine", fact="tariff_bracket", etat=state)
            page = visitor.get("/donnees").text
            self.assertIn(way, page)
            self.assertIn(f"/choisir?demarche=cantine&amp;etat={state}", page)
        self.town.data.cases.clear()
        visitor = Visitor(self.town)
        visitor.log_in(procedure="cantine", fact="tariff_bracket", etat=state)
        self.assertNotIn(way, visitor.get("/donnees").text)

    def test_09_another_persons_browser_cannot_send_nor_show_it(self):
        link = self.canteen.open()
        page = self.agree(link)
        self.assertEqual(Visitor(self.town).get("/envoyer").status, 403)
        _, fields = hand_back(page)
        stranger = Canteen(self.town)
        stranger.open()
        self.canteen.send("/justificatif", fields, with_cookie=False)
        self.assertNotIn("MOREL", stranger.show().text)
        for wrong in ({**fields, "etat": fields["etat"][:-1]}, {**fields, "statut": "refused"},
                      {**fields, "demarche": "autre"}, {}):
            self.assertEqual(stranger.send("/justificatif", wrong).status, 400)

    def test_09_a_justificatif_for_nobody_has_no_way_to_a_town(self):
        self.visitor.take()
        self.assertNotIn("/envoyer", self.visitor.get("/justificatif").text)
        self.assertEqual(self.visitor.get("/envoyer").location, "/donnees")


if __name__ == "__main__":
    unittest.main()
