"""What the screen says, and to whom: every code, every width, every language."""

import unittest

from axe_playwright_python.sync_playwright import Axe

from counter_page import CODES, TEXT, CounterPageCase, in_each_browser

# What is beyond the edge of the card that it is in.
CUT_OFF = """[...document.querySelectorAll("article *, #practice-band :not(option)")].filter((node) => {
    const card = node.closest("article, #practice-band").getBoundingClientRect();
    const { left, right } = node.getBoundingClientRect();
    const isShown = node.getClientRects().length > 0;
    return isShown && (left < card.left - 1 || right > card.right + 1);
}).map((node) => node.outerHTML)"""


@in_each_browser
class Screens(CounterPageCase):
    def test_each_code_has_a_screen_of_its_family_that_says_what_to_do(self) -> None:
        for code, family in CODES.items():
            with self.subTest(code):
                self.practise(code)
                result = self.page.locator("article.result")
                self.assertIn(family, result.get_attribute("class").split())
                told = "autre justificatif" if family != "green" else "Comparez"
                self.assertIn(told, result.inner_text())
                region, other = ("#said", "#alerted") if family == "green" else ("#alerted", "#said")
                self.assertIn(told, self.page.locator(region).text_content())
                self.assertEqual(self.page.locator(other).text_content(), "")
        self.assertEqual(self.errors, [])

    def test_an_answer_is_announced_as_a_status_or_an_alert(self) -> None:
        self.assertEqual(self.page.locator("#said").get_attribute("role"), "status")
        self.assertEqual(self.page.locator("#alerted").get_attribute("role"), "alert")

    def test_axe_finds_no_violation_on_any_screen_light_or_dark(self) -> None:
        for scheme in ("light", "dark") if self.browser_name == "chromium" else ("light",):
            if self.browser_name == "chromium":
                self.page.emulate_media(color_scheme=scheme)
            for code in ("", "valid", "revoked", "expired", "malformed"):
                with self.subTest(scheme=scheme, code=code):
                    self.practise(code)
                    found = Axe().run(self.page).response["violations"]
                    self.assertEqual([(one["id"], one["nodes"][0]["html"]) for one in found], [])

    def test_it_fits_a_narrow_screen_and_twice_the_text(self) -> None:
        for width, text in ((320, "100%"), (640, "200%"), (1280, "200%"), (3840, "100%")):
            self.page.set_viewport_size({"width": width, "height": 800})
            self.page.evaluate("(size) => { document.documentElement.style.fontSize = size; }", text)
            for code in ("", *CODES):
                with self.subTest(width=width, text=text, code=code):
                    self.practise(code)
                    wide = self.page.evaluate("document.documentElement.scrollWidth")
                    self.assertLessEqual(wide, width)
                    self.assertEqual(self.page.evaluate(CUT_OFF), [])

    def test_a_wide_screen_has_larger_text(self) -> None:
        sizes = []
        for width in (1280, 1920, 3840):
            self.page.set_viewport_size({"width": width, "height": width * 9 // 16})
            sizes.append(self.page.evaluate("getComputedStyle(document.body).fontSize"))
        self.assertEqual(sizes, ["18px", "22.5px", "36px"])

    def test_nothing_moves(self) -> None:
        self.practise("valid")
        style = self.page.evaluate("document.querySelector('style').textContent")
        for word in ("transition", "animation", "scroll-behavior"):
            self.assertNotIn(word, style)
        self.assertEqual(self.page.evaluate("document.getAnimations().length"), 0)

    def test_english_is_the_second_language(self) -> None:
        self.scan(TEXT)
        self.code()
        self.page.click("#language")
        self.assertIn("Authentic", self.page.locator("article h2").inner_text())
        self.assertEqual(self.page.locator("html").get_attribute("lang"), "en")

    def test_all_is_within_reach_of_the_keyboard(self) -> None:
        reached = []
        for _ in range(12):
            self.page.keyboard.press("Tab")
            reached.append(self.page.evaluate("document.activeElement.id || document.activeElement.tagName"))
            if reached[-1] == "SUMMARY":
                self.page.keyboard.press("Enter")
        for wanted in ("language", "open", "camera", "SUMMARY", "green-seconds", "other-seconds",
                       "sound", "practice-start"):
            self.assertIn(wanted, reached)
        self.page.locator("#practice-start").focus()
        self.page.keyboard.press("Enter")
        self.page.locator("#practice-band").wait_for()
        self.page.locator("#practice").focus()
        self.page.keyboard.press("ArrowDown")
        if self.browser_name == "firefox":
            self.page.keyboard.press("Enter")
        self.assertEqual(self.code(), "valid")
        self.page.keyboard.press("Tab")
        self.page.keyboard.press("Enter")
        self.assertTrue(self.page.locator("#practice-band").is_hidden())

    def test_a_sound_is_off_unless_asked_for_and_differs_by_family(self) -> None:
        self.page.evaluate("""() => {
            window.tones = [];
            window.AudioContext = class {
                currentTime = 0;
                createOscillator() {
                    const frequency = { set value(hertz) { window.tones.push(hertz); } };
                    return { frequency, connect() {}, start() {}, stop() {} };
                }
                close() {}
            };
        }""")
        heard = lambda: self.page.evaluate("window.tones.splice(0).join()")
        self.practise("valid")
        self.assertEqual(heard(), "")
        self.page.check("#sound")
        sounds = []
        for code in ("valid", "revoked", "expired", "malformed"):
            self.practise(code)
            sounds.append(heard())
        self.assertNotIn("", sounds)
        self.assertEqual(len(set(sounds)), 4)


class ForcedColours(CounterPageCase, unittest.TestCase):
    """Only Chromium lets a test force colours."""

    browser_name = "chromium"

    def test_shape_words_and_borders_stay_in_forced_colours(self) -> None:
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme, forced_colors="active")
            shapes = set()
            for code in ("valid", "revoked", "expired", "malformed"):
                with self.subTest(code, scheme=scheme):
                    self.practise(code)
                    look = self.page.evaluate("""() => {
                        const style = (selector) => getComputedStyle(document.querySelector(selector));
                        const answer = style(".answer");
                        return { ink: answer.color, ground: answer.backgroundColor,
                            shape: style(".answer path").stroke, card: style(".result").borderTopColor,
                            line: answer.borderBottomWidth };
                    }""")
                    self.assertNotEqual(look["ink"], look["ground"])
                    self.assertEqual(look["shape"], look["ink"])
                    self.assertNotEqual(look["card"], look["ground"])
                    self.assertNotEqual(look["line"], "0px")
                    shapes.add(self.page.get_attribute(".answer path", "d"))
            self.assertEqual(len(shapes), 4)


if __name__ == "__main__":
    unittest.main()
