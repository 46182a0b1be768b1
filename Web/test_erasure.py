"""What is left of a justificatif once its result was erased: nothing."""

import json
import unittest

from counter_page import NAME, TEXT, CounterPageCase, in_each_browser

TRACES = (NAME, "LEFEVRE", "Élodie", "1987-03-09", "mars 1987", TEXT[4:40], "4838-AYFV")


@in_each_browser
class Erasure(CounterPageCase):
    def left(self) -> str:
        return self.page.content() + self.page.title() + self.page.url + self.page.evaluate("""
            JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, history.length,
                [...document.querySelectorAll("input")].map(({ value }) => value), document.cookie])""")

    def test_a_result_is_erased_and_nothing_of_it_is_left(self) -> None:
        self.scan(TEXT)
        self.assertEqual(self.code(), "valid")
        self.page.locator("#compare-name").fill("Lefevre Dupre")
        self.page.clock.run_for(28_000)
        self.assertIn(NAME, self.left())
        self.page.clock.run_for(3_000)
        self.assertEqual(self.page.locator("article.result").count(), 0)
        left = self.left()
        for trace in TRACES:
            self.assertNotIn(trace, left)
        self.assertIn("valid", self.page.locator("#counts").inner_html())

    def test_the_next_scan_and_a_reload_leave_nothing_either(self) -> None:
        for away in (lambda: self.scan("https://justificatif.example/"), self.page.reload):
            self.scan(TEXT)
            self.assertEqual(self.code(), "valid")
            away()
            self.page.locator("article[data-code=valid]").wait_for(state="detached")
            for trace in TRACES:
                self.assertNotIn(trace, self.left())

    def test_the_countdown_is_in_sight_and_goes_by_the_clock(self) -> None:
        self.scan(TEXT)
        self.code()
        self.assertIn("30 s", self.page.locator("#left").inner_text())
        self.page.clock.run_for(10_000)
        self.assertIn("s", self.page.locator("#left").inner_text())
        self.page.clock.fast_forward(60_000)
        self.page.locator("article.result").wait_for(state="detached")

    def test_space_holds_the_countdown_and_escape_ends_it(self) -> None:
        self.scan(TEXT)
        self.code()
        self.page.keyboard.press(" ")
        self.page.clock.run_for(120_000)
        self.assertEqual(self.code(), "valid")
        self.page.keyboard.press("Escape")
        self.assertEqual(self.page.locator("article.result").count(), 0)

    def test_seconds_are_set_within_5_to_120_and_kept(self) -> None:
        self.page.evaluate("document.querySelector('details').open = true")
        for typed, seconds in (("1", "5"), ("500", "120"), ("", "30"), ("45", "45")):
            self.page.evaluate("""(seconds) => {
                const field = document.querySelector("#green-seconds");
                field.value = seconds;
                field.dispatchEvent(new Event("change"));
            }""", typed)
            self.assertEqual(self.page.input_value("#green-seconds"), seconds)
        self.page.reload()
        self.page.locator("#lists:not(:empty)").wait_for()
        self.scan(TEXT)
        self.code()
        self.assertIn("45 s", self.page.locator("#left").inner_text())

    def test_the_control_line_has_no_name_and_no_value(self) -> None:
        self.scan(TEXT)
        self.code()
        self.page.click("#copy")
        self.page.locator("#copied:not(:empty)").wait_for()
        self.page.locator("#compare-name").focus()
        self.page.keyboard.press("ControlOrMeta+v")
        line = self.page.input_value("#compare-name")
        self.assertRegex(line, r"^2026-11-03T10:\d\d:\d\dZ · valid · 4838-AYFV-CRAC-0$")

    def test_the_comparing_aid_folds_names_and_takes_dates_as_on_a_card(self) -> None:
        self.scan(TEXT)
        self.code()
        for field, typed, said in (
            ("name", "lefevre dupre", "Même"), ("name", "lefevre", "différent"), ("name", "", ""),
            ("birth", "09/03/1987", "Même"), ("birth", "09.03.1987", "Même"),
            ("birth", "1987-03-09", "Même"), ("birth", "09031987", "Même"),
            ("birth", "03/09/1987", "différente"), ("birth", "9/3", ""),
        ):
            with self.subTest(typed):
                self.page.locator(f"#compare-{field}").fill(typed)
                output = self.page.locator(f"output[for=compare-{field}]").inner_text()
                self.assertTrue(said in output if said else output == "", output)


class Heap(CounterPageCase, unittest.TestCase):
    """The heap snapshot of Chromium; typed as a scanner types, so that no test script holds the text."""

    browser_name = "chromium"

    def strings(self) -> list[str]:
        session = self.context.new_cdp_session(self.page)
        chunks: list[str] = []
        session.on("HeapProfiler.addHeapSnapshotChunk", lambda event: chunks.append(event["chunk"]))
        session.send("HeapProfiler.enable")
        session.send("HeapProfiler.collectGarbage")
        session.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
        session.detach()
        return json.loads("".join(chunks))["strings"]

    def test_no_name_and_no_text_is_left_in_the_memory_of_the_page(self) -> None:
        self.page.clock.pause_at("2026-11-03T11:00:00Z")
        for key in TEXT:
            self.page.keyboard.press(f"Shift+{key}" if key.isalpha() else key)
        self.page.clock.run_for(200)
        self.assertEqual(self.code(), "valid")
        held = self.strings()
        self.assertTrue(any(NAME in string for string in held))
        self.page.clock.run_for(31_000)
        self.page.locator("article.result").wait_for(state="detached")
        left = self.strings()
        for trace in TRACES:
            self.assertEqual([string for string in left if trace in string], [], trace)


if __name__ == "__main__":
    unittest.main()
