"""The counter page in Chromium: every screen, every way in, and nothing left behind.

    JUSTIFICATIF_PROGRAMS=.build/debug PYTHONPATH=.build/python \\
        /usr/bin/python3 -m unittest discover -s Web
"""

import os
import pathlib
import subprocess
import tempfile
import unittest

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
PRACTICE = ROOT / "Vectors" / "practice"
PROGRAM = pathlib.Path(os.environ["JUSTIFICATIF_PROGRAMS"]) / "justificatif"
TEXT = (PRACTICE / "quotient-familial.txt").read_text("utf-8").strip()
NAME = "LEFÈVRE-DUPRÉ"
NOW = "2026-11-03T10:00:00Z"
FAMILIES = {
    "green": ["valid", "valid-lists-aging"],
    "red": ["signature-invalid", "issuer-unknown", "out-of-scope", "key-withdrawn", "revoked"],
    "amber": ["expired", "not-yet-valid", "wrong-recipient", "lists-stale", "clock-suspect"],
    "grey": ["malformed", "version-unknown", "foreign-code", "unreadable", "several-codes",
             "internal-error"],
}
TO_AZERTY = str.maketrans("AQWZM:0123456789", "QAZW?Mà&é\"'(-è_ç")


def pocket(folder: str) -> pathlib.Path:
    """The page with the practice lists in it."""
    lists, page = f"{folder}/lists", f"{folder}/guichet.html"
    for arguments in (
        ["lists", "init", "--roots", str(PRACTICE / "roots.pub"), "--lists", lists],
        ["lists", "install", str(PRACTICE / "trust.cose"), "--lists", lists],
        ["pocket", "--lists", lists, "--out", page],
    ):
        subprocess.run([PROGRAM, *arguments], check=True, capture_output=True)
    return pathlib.Path(page)


class CounterPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        cls.page_file = pocket(cls.folder.name)
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls) -> None:
        cls.browser.close()
        cls.playwright.stop()
        cls.folder.cleanup()

    def setUp(self) -> None:
        self.open()

    def open(self, **options: object) -> None:
        self.context = self.browser.new_context(offline=True, **options)
        self.addCleanup(self.context.close)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.clock.install(time=NOW)
        self.page.goto(self.page_file.as_uri())
        self.page.locator("#lists:not(:empty)").wait_for()

    def scan(self, text: str) -> None:
        """All keys at once, as the page hears them."""
        self.page.evaluate(
            """(text) => { for (const key of [...text, "Enter"]) document.activeElement.dispatchEvent(
                new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })); }""", text)

    def type_as_scanner(self, text: str, milliseconds: int) -> None:
        """Real keys, on the page's own clock: how busy this machine is does not matter."""
        for key in text:
            self.page.keyboard.press(f"Shift+{key}" if key.isalpha() else key)
            self.page.clock.run_for(milliseconds)
        self.page.clock.run_for(100)

    def practise(self, code: str) -> None:
        self.page.evaluate("document.querySelector('details').open = true")
        self.page.select_option("#practice", code)

    def code(self) -> str:
        return self.page.locator("article.result").get_attribute("data-code", timeout=5000)

    def give_file(self, name: str, content: bytes) -> None:
        self.page.set_input_files(
            "#file", {"name": name, "mimeType": "application/octet-stream", "buffer": content})

    def test_each_code_has_a_screen_of_its_family_that_says_what_to_do(self) -> None:
        for family, codes in FAMILIES.items():
            for code in codes:
                with self.subTest(code):
                    self.practise(code)
                    result = self.page.locator("article.result")
                    self.assertIn(family, result.get_attribute("class").split())
                    text = result.inner_text()
                    told = "autre justificatif" if family != "green" else "Comparez"
                    self.assertIn(told, text)
                    role = "status" if family == "green" else "alert"
                    self.assertEqual(
                        self.page.locator(".answer").get_attribute("role"), role)
        self.assertEqual(self.errors, [])

    def test_axe_finds_no_violation_on_any_screen_light_or_dark(self) -> None:
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            for code in ("", "valid", "revoked", "expired", "malformed"):
                with self.subTest(scheme=scheme, code=code):
                    self.practise(code)
                    found = Axe().run(self.page).response["violations"]
                    self.assertEqual([(one["id"], one["nodes"][0]["html"]) for one in found], [])

    def test_a_scanner_is_heard_slow_and_fast_wherever_the_focus_is(self) -> None:
        self.page.clock.pause_at("2026-11-03T11:00:00Z")
        for milliseconds, focus in ((5, "#open"), (30, "#language"), (30, "body")):
            with self.subTest(milliseconds=milliseconds, focus=focus):
                self.page.locator(focus).focus()
                self.type_as_scanner(TEXT, milliseconds)
                self.assertEqual(self.code(), "valid")
                self.assertEqual(self.page.locator("html").get_attribute("lang"), "fr")
                self.page.keyboard.press("Escape")

    def test_a_scanner_in_a_field_leaves_nothing_in_it(self) -> None:
        self.practise("valid")
        self.page.locator("#compare").fill("Lefe")
        self.page.evaluate("window.field = document.querySelector('#compare')")
        self.scan(TEXT)
        self.assertEqual(self.code(), "valid")
        self.assertEqual(self.page.evaluate("window.field.value"), "Lefe")

    def test_a_scanner_set_to_another_keyboard_is_understood(self) -> None:
        self.scan(TEXT.translate(TO_AZERTY))
        self.assertEqual(self.code(), "valid")

    def test_a_first_failure_of_a_typed_text_asks_for_a_second_scan(self) -> None:
        bad = TEXT[:-3] + ("A" if TEXT[-3] != "A" else "E") + TEXT[-2:]
        self.scan(bad)
        self.assertEqual(self.code(), "scan-again")
        self.scan(bad)
        self.assertEqual(self.code(), "signature-invalid")

    def test_paste_file_and_drop_are_ways_in(self) -> None:
        give = "(text) => { const data = new DataTransfer(); data.setData('text/plain', text);"
        self.page.evaluate(give + "document.body.dispatchEvent(new ClipboardEvent('paste', "
                           "{ clipboardData: data, bubbles: true, cancelable: true })); }", TEXT)
        self.assertEqual(self.code(), "valid")
        self.page.keyboard.press("Escape")
        self.give_file("code.txt", TEXT.encode())
        self.assertEqual(self.code(), "valid")
        self.page.keyboard.press("Escape")
        self.page.evaluate(give + "document.body.dispatchEvent(new DragEvent('drop', "
                           "{ dataTransfer: data, bubbles: true, cancelable: true })); }", TEXT)
        self.assertEqual(self.code(), "valid")

    def test_a_picture_that_cannot_be_read_here_is_not_refused_but_said(self) -> None:
        self.page.evaluate("delete globalThis.BarcodeDetector")
        self.give_file("scan.png", (PRACTICE / "pictures" / "valid.png").read_bytes())
        self.assertEqual(self.code(), "unreadable")

    def test_a_result_is_erased_and_nothing_of_it_is_left(self) -> None:
        self.scan(TEXT)
        self.assertEqual(self.code(), "valid")
        self.assertIn(NAME, self.page.content())
        self.page.clock.run_for(29_000)
        self.assertIn(NAME, self.page.content())
        self.page.clock.run_for(2_000)
        self.assertEqual(self.page.locator("article.result").count(), 0)
        left = self.page.content() + self.page.title() + self.page.url + self.page.evaluate(
            "JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])")
        for trace in (NAME, "Élodie", "1987", TEXT[4:40], "4838-AYFV"):
            self.assertNotIn(trace, left)
        self.assertIn('valid', self.page.locator("#counts").inner_html())

    def test_space_holds_the_countdown_and_escape_ends_it(self) -> None:
        self.scan(TEXT)
        self.code()
        self.page.keyboard.press(" ")
        self.page.clock.run_for(120_000)
        self.assertEqual(self.code(), "valid")
        self.page.keyboard.press("Escape")
        self.assertEqual(self.page.locator("article.result").count(), 0)

    def test_the_comparing_aid_folds_names(self) -> None:
        self.practise("valid")
        self.page.locator("#compare").fill("exemple fictif")
        self.assertIn("Même", self.page.locator("output").inner_text())
        self.page.locator("#compare").fill("exemple")
        self.assertIn("différent", self.page.locator("output").inner_text())

    def test_newer_lists_are_taken_and_older_ones_refused_even_after_a_reload(self) -> None:
        newer = (PRACTICE / "pictures" / "trust.cose").read_bytes()
        self.give_file("trust.cose", newer)
        self.page.locator("#notice:not(:empty)").wait_for()
        first = self.page.locator("#notice").inner_text()
        self.page.reload()
        self.page.locator("#lists:not(:empty)").wait_for()
        self.give_file("trust.cose", (PRACTICE / "trust.cose").read_bytes())
        self.page.locator("#notice:not(:empty)").wait_for()
        second = self.page.locator("#notice").inner_text()
        self.assertIn("installées", first)
        self.assertIn("lower-sequence", second)

    def test_nothing_is_asked_of_a_network_and_no_other_script_runs(self) -> None:
        self.scan(TEXT)
        self.code()
        self.assertEqual(self.requests, [self.page_file.as_uri()])
        self.page.evaluate("""() => {
            const script = document.createElement("script");
            script.textContent = "window.injected = true";
            document.body.append(script);
        }""")
        self.assertIsNone(self.page.evaluate("window.injected ?? null"))

    def test_it_fits_a_narrow_screen_and_twice_the_text(self) -> None:
        for width in (320, 640, 3840):
            self.page.set_viewport_size({"width": width, "height": 800})
            for code in ("", "valid", "wrong-recipient"):
                with self.subTest(width=width, code=code):
                    self.practise(code)
                    wide = self.page.evaluate("document.documentElement.scrollWidth")
                    self.assertLessEqual(wide, width)

    def test_english_is_the_second_language(self) -> None:
        self.scan(TEXT)
        self.code()
        self.page.click("#language")
        self.assertIn("Authentic", self.page.locator("h2").last.inner_text())


if __name__ == "__main__":
    unittest.main()
