"""Lists of the page: how old they are, newer ones, damaged ones, and what the browser keeps of them."""

import unittest

from counter_page import PRACTICE, TEXT, CounterPageCase, in_each_browser, pocket, without_lists
from VectorMaker import practice, practice_sheet

NEWER = (PRACTICE / "pictures" / "trust.cose", PRACTICE / "pictures" / "revocations.cose")
OLDER = PRACTICE / "trust.cose"
CANCELLING = practice.texts()["lists-stale"][0]
KEPT = "Object.keys(localStorage).find((name) => name.includes('lists.'))"


@in_each_browser
class ListsOfThePage(CounterPageCase):
    def setUp(self) -> None:
        self.open(now="2026-11-21T10:00:00Z")

    def state(self) -> str:
        return self.page.locator("#lists").get_attribute("data-state")

    def hint(self) -> str:
        return self.page.locator("#hint").inner_text()

    def open_newer(self, now: str) -> None:
        self.context.close()
        self.open(pocket("pictures/trust.cose", "pictures/revocations.cose"), now)

    def test_their_age_is_in_sight_and_decides(self) -> None:
        for now, state, words, code in (
            ("2026-11-21T10:00:00Z", "ok", "20 j", "valid"),
            ("2026-12-05T10:00:00Z", "aging", "à renouveler", "valid-lists-aging"),
            ("2027-01-10T10:00:00Z", "stale", "trop anciennes", "lists-stale"),
        ):
            with self.subTest(now):
                self.open_newer(now)
                self.assertEqual(self.state(), state)
                self.assertIn(words, self.page.locator("#lists").inner_text())
                self.assertEqual("nouvelles listes" in self.hint(), state == "stale")
                self.scan(CANCELLING)
                self.assertEqual(self.code(), code)

    def test_a_green_answer_says_of_what_day_the_cancellations_are(self) -> None:
        known = self.page.locator(".answer .known")
        self.scan(TEXT)
        self.assertEqual(self.code(), "valid")
        # This issuer names no list of them.
        self.assertEqual(known.count(), 0)
        self.open_newer("2026-11-21T10:00:00Z")
        known = self.page.locator(".answer .known")
        self.scan(CANCELLING)
        self.assertRegex(known.inner_text(), "^Annulations connues au [0-9er]+\u00a0novembre 2026$")
        self.page.click("#language")
        self.assertRegex(known.inner_text(), "^Cancellations known as of [0-9]+\u00a0November 2026$")
        self.page.keyboard.press("Escape")
        self.practise("revoked")
        self.assertEqual(known.count(), 0)

    def test_they_age_while_the_page_is_open(self) -> None:
        self.open_newer("2026-11-29T23:00:00Z")
        self.assertEqual(self.state(), "ok")
        self.page.clock.fast_forward("24:00:00")
        self.page.locator("#lists[data-state=aging]").wait_for()

    def test_a_clock_that_is_behind_is_said_before_any_scan(self) -> None:
        for now, day, code in (("2016-01-01T10:00:00Z", "1er\u00a0janvier 2016", "lists-stale"),
                               ("2026-10-31T12:00:00Z", "31\u00a0octobre 2026", "clock-suspect")):
            with self.subTest(now):
                self.context.close()
                self.open(now=now)
                self.assertEqual(self.state(), "clock")
                self.assertIn(day, self.hint())
                self.assertTrue(self.page.locator("#clock-right").is_hidden())
                self.scan(TEXT)
                self.assertEqual(self.code(), code)
        self.assertIn(day, self.page.locator(".answer p").inner_text())

    def test_a_clock_that_was_ahead_once_can_be_accepted(self) -> None:
        self.context.close()
        self.open(now="2026-12-20T10:00:00Z")
        self.scan(TEXT)
        self.assertEqual(self.code(), "expired")
        self.page.clock.set_system_time("2026-11-21T10:00:00Z")
        self.page.reload()
        self.page.locator("#lists[data-state=clock]").wait_for()
        self.page.click("#clock-right")
        self.assertEqual((self.state(), self.hint()), ("ok", ""))
        self.assertTrue(self.page.locator("#clock-right").is_hidden())
        self.scan(TEXT)
        self.assertEqual(self.code(), "valid")

    def test_a_page_without_lists_says_so_and_recovers_by_lists_dropped_onto_it(self) -> None:
        self.context.close()
        self.open(without_lists(pocket("trust.cose")), "2026-11-21T10:00:00Z")
        self.assertIn("Aucune liste", self.page.locator("#lists").inner_text())
        self.assertIn("Déposez leurs fichiers ici", self.hint())
        self.scan(TEXT)
        self.assertEqual(self.code(), "lists-stale")
        self.give_files(OLDER)
        self.assertIn("installées", self.notice())
        self.scan(TEXT)
        self.assertEqual(self.code(), "valid")

    def test_newer_lists_are_taken_together_in_any_order(self) -> None:
        self.give_files(*reversed(NEWER))
        self.assertIn("installées", self.notice())
        self.assertEqual(self.state(), "ok")

    def test_older_ones_are_refused_even_after_a_reload(self) -> None:
        self.give_files(*NEWER)
        self.notice()
        self.page.reload()
        self.page.locator("#lists:not(:empty)").wait_for()
        self.give_files(OLDER)
        self.assertIn("plus anciennes", self.notice())
        self.assertEqual(self.state(), "ok")

    def test_lists_of_others_and_lists_that_do_not_belong_together_change_nothing(self) -> None:
        damaged = bytearray(NEWER[0].read_bytes())
        damaged[-1] ^= 1
        for file, code in ((practice_sheet.lists()[0], "not-signed-enough"),
                           (NEWER[1], "unknown-list-id"), (bytes(damaged), "not-signed-enough")):
            with self.subTest(code):
                self.give_files(file)
                self.assertIn(code, self.notice())
                self.assertEqual(self.state(), "ok")
                self.scan(TEXT)
                self.assertEqual(self.code(), "valid")

    def test_another_window_takes_up_what_one_was_given(self) -> None:
        other = self.window(pocket("trust.cose"), "2026-11-21T10:00:00Z")
        self.give_files(*NEWER)
        self.notice()
        self.page = other
        self.page.wait_for_function(f"JSON.parse(localStorage[{KEPT}]).trust.sequence === '2'")
        self.give_files(OLDER)
        self.assertIn("plus anciennes", self.notice())

    def test_a_damaged_storage_is_as_good_as_none(self) -> None:
        for damage in ("{", "5", "null", '{"trust":{"sequence":"x"}}', '{"revocations":[{}],"files":[]}',
                       '{"trust":{"sequence":"1"},"revocations":[],"files":["%"]}'):
            with self.subTest(damage):
                self.page.evaluate(f"(text) => {{ localStorage[{KEPT}] = text; }}", damage)
                self.page.reload()
                self.page.locator("#lists:not(:empty)").wait_for()
                self.scan(TEXT)
                self.assertEqual(self.code(), "valid")
        self.assertEqual(self.errors, [])

    def test_a_browser_that_keeps_nothing_still_judges(self) -> None:
        self.context.add_init_script(
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });")
        self.page.reload()
        self.page.locator("#lists:not(:empty)").wait_for()
        self.scan(TEXT)
        self.assertEqual(self.code(), "valid")
        self.assertIn("valid", self.page.locator("#counts").inner_html())


if __name__ == "__main__":
    unittest.main()
