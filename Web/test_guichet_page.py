"""The counter page of justificatif-guichet in each browser: its ways in, its defences, its recovery."""

import datetime
import http.server
import os
import pathlib
import shutil
import signal
import tempfile
import threading
import unittest

from axe_playwright_python.sync_playwright import Axe

from counter_page import CounterPageCase, browser, in_each_browser
from guichet_server import NAME, Place, Server, programs_with_reader
from test_ways_in import GIVE, video_of

LISTS = "#lists[data-state=%s]"


def setUpModule() -> None:
    global folder, place, server
    folder = tempfile.TemporaryDirectory()
    place = Place(pathlib.Path(folder.name))
    server = Server(place.lists)


def tearDownModule() -> None:
    server.kill()
    folder.cleanup()


class ServedPageCase(CounterPageCase):
    """The page as a person at the counter opens it, on the machine's own clock."""

    def setUp(self) -> None:
        self.open_at(server.address)

    def open_at(self, address: str, **options: object) -> None:
        self.context = browser(self.browser_name).new_context(**options)
        self.addCleanup(self.context.close)
        self.requests, self.errors = [], []
        self.page = self.context.new_page()
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.goto(address)
        self.page.locator("#lists:not(:empty)").wait_for()

    def assert_code(self, code: str) -> None:
        self.page.locator(f"article[data-code={code}]").wait_for(timeout=20_000)

    def words(self) -> str:
        return self.page.locator("#lists").inner_text()


@in_each_browser
class WaysInToTheProgram(ServedPageCase):
    def test_a_typed_text_gives_the_same_screen_as_elsewhere(self) -> None:
        self.assertIn("Listes du", self.words())
        self.scan(place.text)
        self.assert_code("valid")
        self.assertIn(NAME, self.page.locator(".person").inner_text())
        self.assertIn("Quotient familial", self.page.locator(".main-fact").inner_text())
        self.page.locator("#compare-name").fill("Terrassier")
        self.page.locator("output:not(:empty)").wait_for()

    def test_pictures_documents_and_texts_are_read(self) -> None:
        for name in ("proof.png", "proof.pdf", "proof.txt"):
            with self.subTest(name):
                self.give_files(place.folder / name)
                self.assert_code("valid")
                self.page.keyboard.press("Escape")

    def test_paste_and_drop_are_ways_in(self) -> None:
        self.page.evaluate(GIVE + """const event = new ClipboardEvent("paste",
            { clipboardData: data, bubbles: true, cancelable: true });
            Object.defineProperty(event, "clipboardData", { value: data });
            document.body.dispatchEvent(event); }""", place.text)
        self.assert_code("valid")
        self.page.keyboard.press("Escape")
        self.page.evaluate(
            """(bytes) => { const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], "scan.png", { type: "image/png" }));
            document.body.dispatchEvent(new DragEvent("drop",
                { dataTransfer: data, bubbles: true, cancelable: true })); }""",
            list(place.file("proof.png")))
        self.assert_code("valid")

    def test_what_is_no_justificatif_is_told_as_elsewhere(self) -> None:
        bad = place.text[:-3] + ("A" if place.text[-3] != "A" else "E") + place.text[-2:]
        self.scan(bad)
        self.assert_code("scan-again")
        self.scan(bad)
        self.assert_code("signature-invalid")
        for content, code in ((b"https://example.org", "foreign-code"), (b"\0\1", "unreadable"),
                              (place.text[:40].encode(), "malformed"), (b"%PDF-1.7", "unreadable"),
                              (b"x" * 70_000, "unreadable"), (b"\x89PNG\r\n\x1a\n", "unreadable")):
            with self.subTest(content=content[:20]):
                self.page.keyboard.press("Escape")
                self.give_files(content)
                self.assert_code(code)

    def test_a_file_that_is_not_read_is_told_why_in_both_languages(self) -> None:
        too_long = place.folder / "too-long"
        with too_long.open("wb") as file:
            file.truncate(33_554_433)
        for content, french, english in ((b"x" * 70_000, "trop long", "too long"),
                                         (too_long, "trop long", "too long"),
                                         (b"\x89PNG\r\n\x1a\n", "abîmé", "damaged"),
                                         (b"\0\1", "format n’est pas lu", "format is not read")):
            with self.subTest(french, is_file=isinstance(content, pathlib.Path)):
                self.page.keyboard.press("Escape")
                if isinstance(content, bytes):
                    self.give_files(content)
                else:
                    self.page.set_input_files("#file", content)
                words = self.page.locator("article[data-code=unreadable] .answer p")
                words.filter(has_text=french).wait_for()
                self.assertNotIn("Approchez", words.inner_text())
                self.page.click("#language")
                words.filter(has_text=english).wait_for()
                self.page.click("#language")

    def test_a_result_is_erased_and_nothing_of_it_stays(self) -> None:
        self.scan(place.text)
        self.assert_code("valid")
        self.page.keyboard.press("Escape")
        self.assertNotIn(NAME, self.page.content())
        kept = self.page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
        self.assertNotIn(NAME, kept)
        self.assertNotIn(place.text[:20], kept)

    def test_practice_is_the_pages_own(self) -> None:
        self.practise("revoked")
        self.scan(place.text)
        self.assert_code("not-practice")
        self.page.click("#practice-end")
        self.scan(place.text)
        self.assert_code("valid")

    def test_a_revocation_installed_meanwhile_decides(self) -> None:
        name = f"lost-{self.browser_name}"
        place.issue(name)
        self.give_files(place.folder / f"{name}.png")
        self.assert_code("valid")
        place.revoke(name)
        self.page.keyboard.press("Escape")
        self.give_files(place.folder / f"{name}.png")
        self.assert_code("revoked")
        # Firefox tells of the icon of the site, which the policy forbids to look for.
        self.assertEqual([error for error in self.errors if "favicon.ico" not in error], [])


@in_each_browser
class Recovery(ServedPageCase):
    def test_the_token_leaves_the_address_and_a_reload_keeps_it(self) -> None:
        self.assertEqual(self.page.url, f"http://127.0.0.1:{server.port}/")
        self.page.reload()
        self.page.locator(LISTS % "ok").wait_for()
        self.scan(place.text)
        self.assert_code("valid")

    def test_without_the_token_it_says_how_to_open_it(self) -> None:
        self.context.close()
        self.open_at(f"http://127.0.0.1:{server.port}/")
        self.assertIn("adresse que le programme affiche", self.words())
        self.scan(place.text)
        self.assert_code("internal-error")
        self.assertIn("no-token", self.page.locator("article").inner_text())
        self.page.evaluate("(token) => { location.hash = token; }", server.token)
        self.page.locator(LISTS % "ok").wait_for()
        self.scan(place.text)
        self.assert_code("valid")

    def test_a_program_that_ends_and_comes_back_is_told_and_used(self) -> None:
        token = place.folder / f"token-{self.browser_name}"
        first = Server(place.lists, "--token-file", token)
        self.context.close()
        self.open_at(f"{first.address}#{token.read_text('utf-8').strip()}")
        first.kill()
        self.page.locator(LISTS % "stale").wait_for()
        self.assertIn("ne répond pas", self.words())
        self.scan(place.text)
        self.assert_code("internal-error")
        self.page.keyboard.press("Escape")
        second = Server(place.lists, "--token-file", token, "--port", str(first.port))
        self.addCleanup(second.kill)
        self.page.locator(LISTS % "ok").wait_for()
        self.scan(place.text)
        self.assert_code("valid")

    def test_lists_that_go_and_come_back_are_told(self) -> None:
        away = place.lists.with_name("away")
        place.lists.rename(away)
        try:
            self.page.locator(LISTS % "stale").wait_for()
            self.assertIn("Celles d’avant servent", self.words())
            self.scan(place.text)
            self.assert_code("valid")
        finally:
            away.rename(place.lists)
        self.page.locator(LISTS % "ok").wait_for()


    def place(self, *published: str) -> Place:
        """A place of this test's own, and the page of a program for it."""
        own = tempfile.TemporaryDirectory()
        self.addCleanup(own.cleanup)
        made = Place(pathlib.Path(own.name), *published)
        self.start(made)
        return made

    def start(self, place: Place, **options: object) -> None:
        self.server = Server(place.lists, **options)
        self.addCleanup(self.server.kill)
        self.context.close()
        self.open_at(self.server.address)

    def test_lists_that_age_and_that_are_too_old_are_told_and_newer_ones_taken(self) -> None:
        before = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=3)).date()
        for refuse, state, code in (("45", "aging", "valid-lists-aging"), ("2", "stale", "lists-stale")):
            with self.subTest(state):
                own = self.place("--at", f"{before}", "--warn-days", "1", "--refuse-days", refuse)
                self.page.locator(LISTS % state).wait_for()
                self.assertRegex(self.words(), "il y a [23] jours|avant-hier")
                self.scan(own.text)
                self.assert_code(code)
                own.publish()
                self.page.keyboard.press("Escape")
                self.page.locator(LISTS % "ok").wait_for()
                self.assertIn("aujourd’hui", self.words())
                self.scan(own.text)
                self.assert_code("valid")

    def test_lists_of_another_place_among_ours_are_told_and_not_used(self) -> None:
        own = self.place()
        self.page.locator(LISTS % "ok").wait_for()
        with tempfile.TemporaryDirectory() as other:
            foreign = next(Place(pathlib.Path(other)).lists.glob("trust-*.cose")).read_bytes()
        ours = next(own.lists.glob("trust-*.cose"))
        content, state = ours.read_bytes(), own.lists / "state.json"
        for bytes_now, wanted in ((foreign, "stale"), (content, "ok")):
            with self.subTest(wanted):
                ours.write_bytes(bytes_now)
                replaced = state.with_name("state.new")
                shutil.copy(state, replaced)
                replaced.rename(state)
                self.page.locator(LISTS % wanted).wait_for()
                self.assertEqual("Celles d’avant servent" in self.words(), wanted == "stale")
                self.scan(own.text)
                self.assert_code("valid")
                self.page.keyboard.press("Escape")

    def test_a_reader_that_is_killed_in_the_middle_costs_one_answer(self) -> None:
        with tempfile.TemporaryDirectory() as own:
            programs = programs_with_reader(pathlib.Path(own) / "programs")
            self.start(place, programs=programs)
            reader = programs / "justificatif-reader"
            good = reader.rename(programs / "good")
            reader.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
            reader.chmod(0o755)
            self.give_files(place.folder / "proof.png")
            self.page.get_by_text("Lecture en cours").wait_for()
            for child in children(self.server.process.pid):
                os.kill(child, signal.SIGKILL)
            self.assert_code("internal-error")
            self.assertIn("reader-crashed", self.page.locator("article").inner_text())
            good.rename(reader)
            self.give_files(place.folder / "proof.png")
            self.assert_code("valid")

    def test_an_answer_that_comes_late_is_not_shown_to_the_next_person(self) -> None:
        with tempfile.TemporaryDirectory() as own:
            programs = programs_with_reader(pathlib.Path(own) / "programs")
            self.start(place, programs=programs)
            reader = programs / "justificatif-reader"
            reader.unlink()
            reader.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
            reader.chmod(0o755)
            self.give_files(place.folder / "proof.png")
            self.page.get_by_text("Lecture en cours").wait_for()
            self.scan(place.text)
            self.assert_code("valid")
            for child in children(self.server.process.pid):
                os.kill(child, signal.SIGKILL)
            self.page.wait_for_timeout(1000)
            self.assertEqual(self.code(), "valid")


def children(parent: int) -> list[int]:
    """The processes that a process started and that run."""
    found = []
    for status in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            number, rest = status.read_text("utf-8").split(" (", 1)
        except OSError:
            continue
        if int(rest.rsplit(") ", 1)[1].split()[1]) == parent:
            found.append(int(number))
    return found


@in_each_browser
class ServedScreens(ServedPageCase):
    def test_axe_finds_no_violation_on_any_screen(self) -> None:
        looks: list[dict] = [{}]
        if self.browser_name == "chromium":
            looks = [{"color_scheme": scheme, "forced_colors": forced}
                     for scheme in ("light", "dark") for forced in ("none", "active")]
        for look in looks:
            if look:
                self.page.emulate_media(**look)
            self.scan(place.text)
            self.assert_code("valid")
            self.assert_axe_content(look, "real")
            self.page.keyboard.press("Escape")
            for code in ("", "valid-lists-aging", "revoked", "expired", "malformed"):
                self.practise(code)
                self.assert_axe_content(look, code)
            self.page.click("#practice-end")

    def assert_axe_content(self, look: dict, code: str) -> None:
        with self.subTest(code, **look):
            found = Axe().run(self.page).response["violations"]
            self.assertEqual([(one["id"], one["nodes"][0]["html"]) for one in found], [])

    def test_a_screen_begins_at_its_top_and_its_end_is_in_sight(self) -> None:
        for width, height in ((1366, 768), (1366, 620), (360, 740)):
            with self.subTest(width=width, height=height):
                self.page.set_viewport_size({"width": width, "height": height})
                self.page.evaluate("document.querySelector('details').open = true; scrollTo(0, 9999)")
                self.scan(place.text)
                self.assert_code("valid")
                self.page.wait_for_function("scrollY === 0")
                for name in ("article h2", "#next", "#left"):
                    seen = self.page.evaluate(
                        "(name) => { const { top, bottom } = document.querySelector(name)"
                        ".getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }", name)
                    self.assertTrue(seen, name)


@in_each_browser
class Defences(ServedPageCase):
    def test_no_other_script_runs_and_nothing_is_asked_of_others(self) -> None:
        self.page.evaluate("""() => {
            const script = document.createElement("script");
            script.textContent = "window.injected = true";
            document.body.append(script);
            const picture = new Image();
            picture.onload = () => { window.injected = true; };
            picture.src = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
            document.body.append(picture);
        }""")
        self.assertEqual(self.page.evaluate("fetch('http://127.0.0.1:9/').then(() => 1, () => 0)"), 0)
        self.assertIsNone(self.page.evaluate("window.injected ?? null"))
        mine = f"http://127.0.0.1:{server.port}/"
        self.assertEqual({url for url in self.requests if not url.startswith((mine, "data:"))}
                         - {"http://127.0.0.1:9/"}, set())

    def test_a_page_of_another_origin_can_neither_ask_nor_frame_it(self) -> None:
        with OtherSite(f"http://127.0.0.1:{server.port}") as other:
            page = self.context.new_page()
            page.goto(other.address)
            for options in ("{}", "{ mode: 'no-cors' }",
                            "{ method: 'POST', mode: 'no-cors', body: 'JF1:' }",
                            "{ method: 'POST', body: 'JF1:', headers: { Authorization: 'Bearer x' } }"):
                with self.subTest(options):
                    told = page.evaluate(
                        "([address, options]) => fetch(address + '/v1/verify', options)"
                        ".then(async (answer) => answer.type + (await answer.text()), () => 'refused')",
                        [other.target, page.evaluate(f"({options})")])
                    self.assertIn(told, ("refused", "opaque"))
            self.assertIsNone(page.evaluate(
                "document.querySelector('iframe').contentDocument?.querySelector('#lists') ?? null"))
            frames = [frame for frame in page.frames if frame != page.main_frame]
            self.assertFalse(any("Contrôle" in frame.content() for frame in frames if frame.url))


class Rebinding(ServedPageCase, unittest.TestCase):
    """A name of somebody else's that is made to point here; only Chromium can be told so."""

    browser_name = "chromium"

    def setUp(self) -> None:
        pass

    def test_a_foreign_name_that_points_here_gets_nothing(self) -> None:
        started = browser("chromium", "--host-resolver-rules=MAP evil.example 127.0.0.1")
        self.addCleanup(started.close)
        page = started.new_page()
        answer = page.goto(f"http://evil.example:{server.port}/#{server.token}")
        self.assertEqual(answer.status, 421)
        told = page.evaluate(
            "(token) => fetch('/v1/lists', { headers: { Authorization: `Bearer ${token}` } })"
            ".then((answer) => answer.status, () => 'refused')", server.token)
        self.assertIn(told, (421, "refused"))


class FakeCamera(ServedPageCase, unittest.TestCase):
    """A fake camera that sees a rendered justificatif; only Chromium has one that shows a file."""

    browser_name = "chromium"

    def setUp(self) -> None:
        video = place.folder / "camera.y4m"
        video.write_bytes(video_of(place.text))
        started = browser("chromium", "--use-fake-ui-for-media-stream",
                          "--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={video}")
        self.addCleanup(started.close)
        self.page = started.new_page()
        self.page.goto(server.address)
        self.page.locator(LISTS % "ok").wait_for()

    def test_the_camera_is_read_by_the_program_and_a_code_told_once(self) -> None:
        self.assertTrue(self.page.evaluate("globalThis.BarcodeDetector === undefined"))
        self.page.click("#camera")
        self.assert_code("valid")
        self.page.keyboard.press("Escape")
        self.page.wait_for_timeout(1500)
        self.assertEqual(self.page.locator("article.result").count(), 0)
        self.page.click("#camera")
        self.page.locator("#preview").wait_for(state="hidden")


class OtherSite:
    """A page of another origin, with the counter page in a frame."""

    def __init__(self, target: str) -> None:
        self.target = target
        content = f"<!doctype html><iframe src='{target}/'></iframe>".encode()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *words: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://localhost:{self.server.server_port}/"

    def __enter__(self) -> "OtherSite":
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *words: object) -> None:
        self.server.shutdown()
        self.server.server_close()


if __name__ == "__main__":
    unittest.main()
