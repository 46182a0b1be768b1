"""Practice: real judging of fictional proofs, which cannot be mistaken for the real thing."""

import base64
import re
import subprocess
import unittest

from counter_page import CODES, TEXT, CounterPageCase, in_each_browser, pocket
from VectorMaker import practice_sheet

SHEET = practice_sheet.texts()


@in_each_browser
class Practice(CounterPageCase):
    def test_each_code_of_the_sheet_is_judged_to_be_what_it_is(self) -> None:
        self.practise()
        for code, text in SHEET.items():
            with self.subTest(code):
                self.scan(text)
                shown = self.code()
                if shown == "scan-again":
                    self.scan(text)
                self.page.locator(f"article[data-code={code}]").wait_for()

    def test_every_verdict_can_be_seen(self) -> None:
        for code in CODES:
            self.practise(code)
            self.assertEqual(self.code(), code)

    def test_the_screen_is_marked_and_nothing_is_counted(self) -> None:
        self.practise("valid")
        self.assertIn("EXERCICE", self.page.locator("#practice-band").inner_text())
        self.assertEqual(self.page.locator("article").get_attribute("data-mark"), "EXERCICE")
        self.assertIn("exercice", self.page.locator("#lists").inner_text())
        self.assertEqual(self.page.locator("#counts").inner_html(), "")
        self.page.click("#copy")
        self.page.locator("#copied:not(:empty)").wait_for()
        self.page.locator("#compare-name").focus()
        self.page.keyboard.press("ControlOrMeta+v")
        self.assertRegex(self.page.input_value("#compare-name"), "^EXERCICE · .* à moins de ")

    def test_a_real_justificatif_is_not_judged_by_practice_lists(self) -> None:
        self.practise()
        self.scan(TEXT)
        self.assertEqual(self.code(), "not-practice")
        self.assertIn("Quittez", self.page.locator(".answer").inner_text())
        self.page.click("#practice-end")
        self.scan(TEXT)
        self.assertEqual(self.code(), "valid")
        self.assertIsNone(self.page.locator("article").get_attribute("data-mark"))

    def test_a_practice_code_is_worth_nothing_outside_of_practice(self) -> None:
        for code in ("valid", "valid-lists-aging", "expired"):
            self.scan(SHEET[code])
            self.assertNotIn("green", self.page.locator("article.result").get_attribute("class"))

    def test_practice_that_was_forgotten_ends_by_itself(self) -> None:
        self.practise("valid")
        self.page.clock.run_for(9 * 60_000)
        self.assertTrue(self.page.locator("#practice-band").is_visible())
        self.scan(SHEET["expired"])
        self.code()
        self.page.clock.run_for(9 * 60_000)
        self.assertTrue(self.page.locator("#practice-band").is_visible())
        self.page.clock.run_for(2 * 60_000)
        self.assertTrue(self.page.locator("#practice-band").is_hidden())
        self.assertEqual(self.page.locator("article.result").count(), 0)


class Sheet(unittest.TestCase):
    def test_every_code_on_the_sheet_can_be_scanned(self) -> None:
        page = pocket("trust.cose").with_name("sheet.html").read_text("utf-8")
        images = re.findall(r"data:image/png;base64,([^\"]+)", page)
        read = set()
        for image in images:
            larger = subprocess.run(["convert", "png:-", "-scale", "400%", "png:-"],
                                    input=base64.b64decode(image), capture_output=True, check=True)
            done = subprocess.run(["zbarimg", "--quiet", "--raw", "-"], input=larger.stdout,
                                  capture_output=True, check=True)
            read.add(done.stdout.decode().strip())
        self.assertEqual(read, set(SHEET.values()))


if __name__ == "__main__":
    unittest.main()
