"""Several logins under way: tabs of one browser, and one client among many (Spec/portal.md 3.6)."""

import concurrent.futures
import html
import time
import unittest

from town import Town
from visitor import Visitor, chosen

CANTEEN = html.escape("/choisir?demarche=cantine&etat=tab-1")
BUS = html.escape("/choisir?demarche=bus&etat=tab-2")


class TabTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town()
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        # Two tabs of one browser have one jar of cookies.
        self.browser = Visitor(self.town)

    def form(self, link: str):
        return self.browser.get(html.unescape(link))

    def begin(self, page, procedure: str, fact: str, state: str):
        begun = self.browser.post("/connexion", page.token, but="faire", demarche=procedure,
                                  etat=state, **chosen(fact))
        self.assertEqual(begun.status, 303, begun.text)
        return begun

    def begin_both(self) -> list[str]:
        """Both pages are open before either is sent; returns the callbacks of the two logins."""
        pages = [self.form(CANTEEN), self.form(BUS)]
        begun = [self.begin(pages[0], "cantine", "tariff_bracket", "tab-1"),
                 self.begin(pages[1], "bus", "student_on", "tab-2")]
        return [self.browser.at_provider(one, "ines") for one in begun]

    def test_both_callbacks_find_their_login_in_either_order(self):
        for order in ((0, 1), (1, 0)):
            callbacks = self.begin_both()
            for place in order:
                arrived = self.browser.get(callbacks[place])
                self.assertEqual(arrived.location, "/donnees")
                page = self.browser.get("/donnees")
                self.assertEqual(page.states, ["obtenu"])
                self.assertIn(("Quotient familial", "Statut d’étudiant")[place], page.text)

    def test_the_first_is_taken_to_its_end_before_the_second_comes_back(self):
        callbacks = self.begin_both()
        for callback in callbacks:
            self.browser.get(callback)
            accepted = self.browser.post("/accepter", self.browser.get("/donnees").token)
            self.assertEqual(accepted.location, "/justificatif")
            self.assertTrue(self.browser.get("/justificatif.txt").text.startswith("JF1:"))

    def test_the_tab_whose_visit_another_ended_says_so_and_leads_to_both(self):
        callbacks = self.begin_both()
        self.browser.get(callbacks[0])
        first = self.browser.get("/donnees")
        self.browser.get(callbacks[1])
        refused = self.browser.post("/accepter", first.token)
        self.assertEqual((refused.status, refused.title), (403, "Cette visite est terminée"))
        for words in ("visit-ended", "autre onglet", 'href="/donnees"', f'href="{CANTEEN}"'):
            self.assertIn(words, refused.text)
        # One click, and it goes on: the link, then the form that it leads to.
        again = self.begin(self.form(CANTEEN), "cantine", "tariff_bracket", "tab-1")
        self.browser.get(self.browser.at_provider(again, "ines"))
        self.assertIn("Quotient familial", self.browser.get("/donnees").text)

    def test_a_callback_that_comes_again_leads_to_the_present_visit_and_asks_nothing(self):
        callbacks = self.begin_both()
        for callback in callbacks:
            self.browser.get(callback)
        before = list(self.town.provider.calls)
        for callback in callbacks:
            self.assertEqual(self.browser.get(callback).location, "/donnees")
        self.assertEqual(self.town.provider.calls, before)
        self.assertIn("Statut d’étudiant", self.browser.get("/donnees").text)

    def test_one_that_is_abandoned_leaves_the_other_as_it_is(self):
        pages = [self.form(CANTEEN), self.form(BUS)]
        left = self.begin(pages[0], "cantine", "tariff_bracket", "tab-1")
        other = self.begin(pages[1], "bus", "student_on", "tab-2")
        self.browser.get(self.browser.at_provider(other, "ines"))
        back = self.browser.get(self.browser.at_provider(left, ""))
        self.assertIn("login-abandoned", back.text)
        self.assertIn(CANTEEN, back.text)
        self.assertIn("Statut d’étudiant", self.browser.get("/donnees").text)

    def test_a_ninth_tab_ends_the_first_whose_page_leads_on(self):
        begun = [self.begin(self.form(CANTEEN), "cantine", "tariff_bracket", f"s{number}")
                 for number in range(9)]
        for number in (0, 8, 1):
            arrived = self.browser.get(self.browser.at_provider(begun[number], "ines"))
            if number:
                self.assertEqual(arrived.location, "/donnees")
            else:
                self.assertIn("state-unknown", arrived.text)
                self.assertNotIn('href="/donnees"', arrived.text)
        begun = [self.begin(self.form(CANTEEN), "cantine", "tariff_bracket", f"s{number}")
                 for number in range(9)]
        self.browser.get(self.browser.at_provider(begun[8], "ines"))
        dropped = self.browser.get(self.browser.at_provider(begun[0], "ines"))
        self.assertEqual(dropped.status, 400)
        for words in ("state-unknown", "dix minutes", 'href="/donnees"', 'href="/"'):
            self.assertIn(words, dropped.text)
        self.assertEqual(self.browser.get("/donnees").states, ["obtenu"])

    def test_after_a_logout_no_callback_of_this_browser_opens_anything(self):
        callbacks = self.begin_both()
        self.browser.get(callbacks[0])
        self.browser.post("/deconnexion", self.browser.get("/donnees").token)
        before = self.town.provider.calls.count("POST /token")
        for callback in callbacks:
            self.assertIn("state-unknown", self.browser.get(callback).text)
        self.assertEqual(self.town.provider.calls.count("POST /token"), before)

    def test_callbacks_that_come_at_once_leave_one_visit(self):
        callbacks = self.begin_both()
        jar = dict(self.browser.cookies)

        def come(callback: str) -> Visitor:
            tab = Visitor(self.town)
            tab.cookies = dict(jar)
            assert tab.get(callback).location == "/donnees"
            return tab

        with concurrent.futures.ThreadPoolExecutor(2) as crowd:
            tabs = list(crowd.map(come, callbacks))
        statuses = sorted(tab.get("/donnees").status for tab in tabs)
        self.assertEqual(statuses, [200, 403])


class ClientTests(unittest.TestCase):
    """One client begins as much as it may; others go on."""

    LIMIT = 256

    def setUp(self):
        self.town = Town(client_field="X-Real-IP")
        self.addCleanup(self.town.close)

    def begin(self, count: int, address: str) -> list[int]:
        """So many logins from one address, eight a browser; 429 of the server's rate is waited."""
        statuses: list[int] = []
        form = {"but": "faire", **chosen("qf")}
        while len(statuses) < count:
            browser = Visitor(self.town)
            page = self.patiently(browser, "GET", "/choisir", None, address)
            for _ in range(min(8, count - len(statuses))):
                begun = self.patiently(
                    browser, "POST", "/connexion", {"jeton": page.token, **form}, address)
                statuses.append(begun.status)
        return statuses

    def patiently(self, browser: Visitor, method: str, path: str, form, address: str):
        while True:
            answer = browser.ask(method, path, form, X_Real_IP=address)
            if "too-many" not in answer.text or "logins-too-many" in answer.text:
                return answer
            self.assertEqual(answer.header("Retry-After"), "1")
            time.sleep(0.1)

    def test_17_one_prefix_begins_256_logins_and_takes_no_place_of_others(self):
        one = self.begin(self.LIMIT, "2001:db8:1:2::1")
        self.assertEqual(set(one), {303})
        # Of the same 64 bits, and so the same client.
        browser = Visitor(self.town)
        page = self.patiently(browser, "GET", "/choisir", None, "2001:db8:1:2::99")
        refused = self.patiently(
            browser, "POST", "/connexion", {"jeton": page.token, "but": "faire", **chosen("qf")},
            "2001:db8:1:2::99")
        self.assertEqual(refused.status, 429)
        for words in ("logins-too-many", "dix minutes", "sur papier"):
            self.assertIn(words, refused.text)
        for other in ("2001:db8:1:3::1", "192.0.2.7"):
            self.assertEqual(self.begin(1, other), [303])


if __name__ == "__main__":
    unittest.main()
