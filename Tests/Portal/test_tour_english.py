"""The tour of a person who reads English: the same pages, as good as the French ones."""

import sys
import unittest

from test_tour import PortalTour
from town import ROOT

sys.path.insert(0, str(ROOT / "Web"))
from counter_page import in_each_browser  # noqa: E402


@in_each_browser
class EnglishTour(PortalTour):
    def test_a_person_who_reads_english_asks_refuses_agrees_sends_and_closes(self):
        self.open()
        self.page.goto(self.town.origin + "/")
        self.press("English")
        self.is_at("Prove just one thing", "en-home")
        self.ask()
        self.press("Refuse")
        self.is_at("You refused", "en-refused")
        self.page.goto(self.town.origin + "/")
        self.ask()
        self.press("Accept and sign")
        self.is_at("Your justificatif is ready", "en-ready")
        self.press("Hand it to Ville de Lille")
        self.is_at("Hand it to Ville de Lille", "en-send")
        self.bring(self.town.status.line("cantine", "4838-AYFV-CRAC-0", "received"), "?langue=en")
        self.is_at("An answer to your request", "en-status")
        self.page.goto(self.town.origin + "/mes-justificatifs")
        self.is_at("My justificatifs", "en-mine")
        self.page.goto(self.town.origin + "/mon-espace")
        self.is_at("My space", "en-space")
        self.press("close my space")
        self.is_at("Close my space", "en-closing")
        self.press("Close my space and erase everything")
        self.is_at("Your space is closed", "en-closed")

    def ask(self) -> None:
        self.press("School canteen")
        self.is_at("What do you want to prove?", "en-choose")
        self.choose("Only the bracket")
        self.press("I agree")
        self.log_in()
        self.is_at("What the public bodies answered", "en-decide")

    def test_every_page_of_a_failure_is_as_good_as_any_other(self):
        self.open()
        self.page.goto(self.town.origin + "/?langue=en")
        for name, path in (("no-session", "/donnees"), ("wrong-link", "/choisir?demarche=autre"),
                           ("state-unknown", "/retour?state=x&code=y"), ("no-page", "/x")):
            self.page.goto(self.town.origin + path)
            self.look("en-" + name)
            self.assertIn("on paper", self.page.locator("main").inner_text())
        self.town.data.cases["zoe"] = [{"status": 404, "code": "37003"}]
        self.page.goto(self.town.origin + "/choisir?demarche=cantine")
        self.choose("Only the bracket")
        self.press("I agree")
        self.log_in("Zoé")
        self.is_at("What the public bodies answered", "en-absent")
        self.town.data.cases.clear()


if __name__ == "__main__":
    unittest.main()
