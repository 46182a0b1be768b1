"""A person's whole tour in Chromium and Firefox: town, portal, provider, town again, counter.

With JUSTIFICATIF_SCREENSHOTS=DIR every page is drawn there, 320 and 1,100 pixels wide.
"""

import os
import pathlib
import sys
import unittest

from axe_playwright_python.sync_playwright import Axe

from town import ROOT, Town

sys.path.insert(0, str(ROOT / "Web"))
from counter_page import browser, in_each_browser  # noqa: E402

SCREENSHOTS = os.environ.get("JUSTIFICATIF_SCREENSHOTS")
# As a scanner types, and the counter page hears it.
SCAN = """(text) => { for (const key of [...text, "Enter"]) document.activeElement.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })); }"""


# How many lines a date is on: one has one box.
BROKEN_DATES = r"""() => [...document.querySelectorAll("td")]
    .filter((cell) => /^\d+(er)?\s\S+\s\d{4}$/.test(cell.innerText))
    .filter((cell) => { const range = document.createRange(); range.selectNodeContents(cell);
        return range.getClientRects().length !== 1; }).map((cell) => cell.innerText)"""


class PortalTour:
    """What each way to go about it shares; `browser_name` says in which browser."""

    browser_name: str

    @classmethod
    def setUpClass(cls):
        cls.town = Town(with_canteen=True, with_counter=True)
        cls.addClassCleanup(cls.town.close)

    def open(self, **options) -> None:
        self.context = browser(self.browser_name).new_context(locale="fr-FR", **options)
        self.addCleanup(self.context.close)
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)

    def is_at(self, title: str, name: str = "") -> None:
        """Waits for the page of that title, and looks at it."""
        self.page.get_by_role("heading", level=1, name=title).wait_for()
        if name:
            self.look(name)

    def look(self, name: str) -> None:
        found = Axe().run(self.page).response["violations"]
        self.assertEqual([(one["id"], one["nodes"][0]["html"]) for one in found], [], name)
        for width in (320, 1100):
            self.page.set_viewport_size({"width": width, "height": 900})
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            self.assertLessEqual(wide, width, f"{name} is wider than {width} pixels")
            if SCREENSHOTS:
                self.page.screenshot(full_page=True, path=pathlib.Path(SCREENSHOTS)
                                     / f"{self.browser_name}-{name}-{width}.png")

    def press(self, name: str) -> None:
        """The button or link of that name, by a pointer."""
        button = self.page.get_by_role("button", name=name)
        (button.or_(self.page.get_by_role("link", name=name))).first.click()

    def choose(self, label: str) -> None:
        self.page.get_by_label(label).check()

    def bring(self, line: str, query: str = "") -> None:
        """From a page of another site, which a town's is."""
        # A document's own policy goes on in what takes its place.
        self.page.goto("about:blank")
        self.page.set_content(f"""<form method="post" action="{self.town.origin}/suivi{query}">
            <input name="ligne" value="{line}"><button>Suite</button></form>""")
        self.press("Suite")

    def log_in(self, person: str = "Inès") -> None:
        self.is_at("Double de FranceConnect")
        self.press(person)


@in_each_browser
class Tour(PortalTour):
    def ask(self, look: bool = True) -> None:
        """From the town's form to what will be readable."""
        self.page.goto(self.town.canteen + "/")
        self.is_at("Inscrire un enfant", "1-town" if look else "")
        self.press("Le demander à ma caisse")
        self.is_at("Que voulez-vous prouver", "2-choose" if look else "")
        self.choose("Seulement la tranche")
        self.press("J’accepte et je m’identifie")
        self.log_in()
        self.is_at("Ce que les administrations ont répondu", "3-decide" if look else "")

    def test_a_person_asks_refuses_agrees_prints_sends_comes_back_cancels_and_closes(self):
        self.open()
        self.ask()
        self.press("Refuser")
        self.is_at("Vous avez refusé", "4-refused")
        self.ask(look=False)
        self.dates_are_whole()
        self.press("Accepter et signer")
        self.is_at("Votre justificatif est prêt", "5-ready")
        self.prints()
        text = self.sends()
        self.closes()
        self.comes_back_and_cancels()
        self.is_refused(text)

    def prints(self) -> None:
        with self.page.expect_download() as told:
            self.page.get_by_role("link", name="PDF").click()
        self.assertEqual(pathlib.Path(told.value.path()).read_bytes()[:5], b"%PDF-")
        # Debian's Firefox does not take another medium from a test.
        if self.browser_name == "chromium":
            self.page.emulate_media(media="print")
            self.assertTrue(self.page.get_by_role("button").first.is_hidden())
            self.page.emulate_media(media="screen")

    def sends(self) -> str:
        """Returns the text that the page sent."""
        self.press("Remettre à la Ville de Lille")
        self.is_at("Remettre à la Ville de Lille", "6-send")
        text = self.page.locator("[name=justificatif]").input_value()
        self.press("Envoyer")
        self.is_at("Inscrire un enfant", "7-town-filled")
        self.assertIn("Justificatif authentique", self.page.locator(".verdict").inner_text())
        self.assertEqual(self.page.get_by_label("Parent (prénoms").input_value(), "Inès MOREL")
        self.page.get_by_label("Enfant").fill("Léo MOREL")
        self.press("Envoyer l’inscription")
        self.is_at("Votre inscription est enregistrée", "8-town-receipt")
        self.assertIn("Acceptée", self.page.locator("main").inner_text())
        self.keeps()
        return text

    def keeps(self) -> None:
        """Keeps what the town answered, in two clicks."""
        self.press("Garder cette réponse")
        self.is_at("Une réponse à votre demande", "8-town-answer")
        self.press("Garder dans mon espace")
        self.is_at("Mon espace", "8-space-answer")
        self.assertIn("demande acceptée", self.page.locator("main").inner_text())

    def closes(self) -> None:
        self.page.goto(self.town.origin + "/mon-espace")
        self.is_at("Mon espace", "8-space")
        self.press("fermer mon espace")
        self.is_at("Fermer mon espace", "9-closing")
        self.press("Fermer mon espace et tout effacer")
        self.is_at("Votre espace est fermé", "9-closed")
        self.page.go_back()
        self.assertNotIn("MOREL", self.page.content())

    def comes_back_and_cancels(self) -> None:
        self.page.goto(self.town.origin + "/")
        self.is_at("Prouver une seule chose", "10-home")
        self.press("S’identifier avec FranceConnect")
        self.log_in()
        self.is_at("Mes justificatifs", "11-mine")
        self.choose("Il ne pourra plus servir")
        self.press("Annuler ce justificatif")
        self.page.get_by_text("Annulé le").first.wait_for()
        self.look("12-cancelled")
        self.press("fermer mon espace")
        self.is_at("Fermer mon espace")
        self.press("Fermer mon espace et tout effacer")
        self.is_at("Votre espace est fermé")

    def is_refused(self, text: str) -> None:
        """By the counter of the town, once what was cancelled is published; not before."""
        self.assertEqual(self.at_counter(text), "valid")
        self.assertIn("Annulations connues au", self.page.locator(".known").inner_text())
        self.town.publish()
        self.assertEqual(self.at_counter(text), "revoked")

    def at_counter(self, text: str) -> str:
        self.page.set_viewport_size({"width": 1100, "height": 900})
        self.page.goto(self.town.counter)
        self.page.locator("#lists:not(:empty)").wait_for()
        self.page.evaluate(SCAN, text.strip())
        self.page.locator("article.result").wait_for()
        return self.page.locator("article.result").get_attribute("data-code")

    def dates_are_whole(self) -> None:
        """No date of the table on the page is on two lines, however wide the page is."""
        for width in (320, 1100):
            self.page.set_viewport_size({"width": width, "height": 900})
            broken = self.page.evaluate(BROKEN_DATES)
            self.assertEqual(broken, [], f"{width} pixels")

    def test_every_page_of_a_failure_is_as_good_as_any_other(self):
        self.open()
        for name, path in (("no-session", "/donnees"), ("wrong-link", "/choisir?demarche=autre"),
                           ("state-unknown", "/retour?state=x&code=y")):
            self.page.goto(self.town.origin + path)
            self.look(name)
            self.assertIn("sur papier", self.page.locator("main").inner_text())
        for name, case in (("absent", {"status": 404, "code": "37003"}),
                           ("unknown", {"status": 422, "code": "00366"}),
                           ("busy", {"status": 502, "code": "37999"})):
            self.town.data.cases["zoe"] = [case]
            self.page.goto(self.town.origin + "/choisir?demarche=cantine")
            self.choose("Seulement la tranche")
            self.press("J’accepte et je m’identifie")
            self.log_in("Zoé")
            self.page.get_by_text("sur papier").first.wait_for()
            self.look(name)
        self.town.data.cases.clear()

    def test_what_a_town_answers_is_shown_to_a_person_who_is_not_logged_in(self):
        self.open()
        line = self.town.status.line("cantine", "4838-AYFV-CRAC-0", "missing")
        self.bring(line)
        self.is_at("Une réponse à votre demande", "status-elsewhere")
        self.press("Garder dans mon espace")
        self.is_at("Une réponse à votre demande", "status-unknown")
        self.press("S’identifier avec FranceConnect")
        self.log_in()
        self.is_at("Cette réponse n’est pas gardée", "status-another")
        self.press("English")
        self.is_at("This answer was not kept", "en-status-another")
        self.bring(line[1:], "?langue=en")
        self.is_at("This answer was not kept", "en-status-malformed")

    def test_it_works_without_script(self):
        self.open(java_script_enabled=False)
        self.ask(look=False)
        self.press("Accepter et signer")
        self.is_at("Votre justificatif est prêt")
        self.press("Remettre à la Ville de Lille")
        self.is_at("Remettre à la Ville de Lille")
        self.press("Envoyer")
        self.is_at("Inscrire un enfant")
        self.page.get_by_text("Justificatif authentique").wait_for()
        self.page.get_by_label("Enfant").fill("Léo MOREL")
        self.press("Envoyer l’inscription")
        self.is_at("Votre inscription est enregistrée")


@in_each_browser
class KeyboardTour(PortalTour):
    """Tab, space, arrows and Enter: a pointer is never used."""

    FOCUSED = """() => { const one = document.activeElement;
        return (one.labels && one.labels.length ? one.labels[0] : one).innerText || ""; }"""
    RING = "() => getComputedStyle(document.activeElement).outlineStyle"

    def reach(self, words: str) -> None:
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if words in self.page.evaluate(self.FOCUSED):
                ring = self.page.evaluate(self.RING)
                self.assertNotEqual(ring, "none", f"{words}: no focus seen")
                return
        self.fail(f"the keyboard does not reach: {words}")

    def press(self, name: str) -> None:
        self.reach(name)
        self.page.keyboard.press("Enter")

    def choose(self, label: str) -> None:
        """A group of radio buttons is one stop; arrows go on in it."""
        radio = self.page.get_by_label(label)
        group = radio.get_attribute("name")
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("() => document.activeElement.name") == group:
                break
        for _ in range(12):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        self.fail(f"the keyboard does not choose: {label}")

    def test_the_keyboard_is_enough(self):
        self.open()
        self.page.goto(self.town.canteen + "/")
        self.is_at("Inscrire un enfant")
        self.press("Le demander à ma caisse")
        self.is_at("Que voulez-vous prouver")
        self.page.keyboard.press("Tab")
        self.assertEqual(self.page.evaluate(self.FOCUSED), "Aller au contenu")
        self.page.keyboard.press("Enter")
        self.choose("Seulement la tranche")
        self.press("J’accepte et je m’identifie")
        self.log_in()
        self.is_at("Ce que les administrations ont répondu")
        self.press("Accepter et signer")
        self.is_at("Votre justificatif est prêt")
        self.press("Remettre à la Ville de Lille")
        self.is_at("Remettre à la Ville de Lille")
        self.press("Envoyer")
        self.is_at("Inscrire un enfant")
        self.reach("Enfant")
        self.page.keyboard.type("Léo MOREL")
        self.page.keyboard.press("Enter")
        self.is_at("Votre inscription est enregistrée")
        self.page.goto(self.town.origin + "/justificatif")
        self.press("fermer mon espace")
        self.is_at("Fermer mon espace")
        self.press("Fermer mon espace et tout effacer")
        self.is_at("Votre espace est fermé")


if __name__ == "__main__":
    unittest.main()
