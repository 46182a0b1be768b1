"""The counter page in each browser, for the tests beside.

    JUSTIFICATIF_PROGRAMS=.build/debug PYTHONPATH=.build/python \\
        /usr/bin/python3 -m unittest discover -s Web
"""

import atexit
import functools
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent
PRACTICE = ROOT / "Vectors" / "practice"
PROGRAM = pathlib.Path(os.environ["JUSTIFICATIF_PROGRAMS"]) / "justificatif"
sys.path.insert(0, str(ROOT / "Vectors"))

TEXT = (PRACTICE / "quotient-familial.txt").read_text("utf-8").strip()
NAME = "LEFÈVRE-DUPRÉ"
NOW = "2026-11-03T10:00:00Z"
BROWSERS = ("chromium", "firefox")
# A name of a box of a town, which the browsers look for on this machine.
BOX = "guichet.mairie.example"
FAMILIES = {
    "green": ["valid", "valid-lists-aging"],
    "red": ["signature-invalid", "issuer-unknown", "out-of-scope", "key-withdrawn", "revoked"],
    "amber": ["expired", "not-yet-valid", "wrong-recipient", "lists-stale", "clock-suspect"],
    "grey": ["malformed", "version-unknown", "foreign-code", "unreadable", "several-codes",
             "internal-error"],
}
CODES = {code: family for family, codes in FAMILIES.items() for code in codes}


@functools.cache
def _playwright():
    started = sync_playwright().start()
    atexit.register(started.stop)
    return started


@functools.cache
def browser(name: str, *arguments: str) -> Browser:
    """Debian's Chromium, or Debian's Firefox by WebDriver BiDi."""
    if name == "chromium":
        return _playwright().chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", *arguments])
    return _playwright().firefox.launch(
        channel="moz-firefox", executable_path="/usr/bin/firefox-esr",
        firefox_user_prefs={"media.navigator.permission.disabled": True,
                            "media.navigator.streams.fake": True,
                            "network.dns.localDomains": BOX})


@functools.cache
def _folder() -> pathlib.Path:
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return pathlib.Path(folder.name)


@functools.cache
def pocket(*lists: str) -> pathlib.Path:
    """The page with these lists of Vectors/practice in it, and with a scale."""
    folder = pathlib.Path(tempfile.mkdtemp(dir=_folder()))
    scale, page = folder / "scale.json", folder / "guichet.html"
    scale.write_text('{"scale": "cantine-exemple-2026", "title": "Restauration scolaire", '
                     '"brackets": [0, 400, 600, 800]}', "utf-8")
    for arguments in (
        ["lists", "init", "--roots", PRACTICE / "roots.pub", "--lists", folder / "lists"],
        *(["lists", "install", PRACTICE / name, "--lists", folder / "lists"] for name in lists),
        ["pocket", "--lists", folder / "lists", "--out", page, "--scale", scale,
         "--practice-sheet", folder / "sheet.html"],
    ):
        subprocess.run([PROGRAM, *arguments], check=True, capture_output=True)
    return page


def without_lists(page: pathlib.Path) -> pathlib.Path:
    """The same page, all of whose lists somebody took out."""
    changed = page.with_name("without.html")
    changed.write_text(re.sub(r'"files":\[[^\]]*\]', '"files":[]', page.read_text("utf-8")), "utf-8")
    return changed


class CounterPageCase:
    """What a test does to the page. `in_each_browser` makes a TestCase of it for each browser."""

    browser_name: str
    context: BrowserContext
    page: Page

    def setUp(self) -> None:
        self.open()

    def open(self, file: pathlib.Path | None = None, now: str = NOW, **options: object) -> None:
        self.context = browser(self.browser_name).new_context(offline=True, **options)
        self.addCleanup(self.context.close)
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page = self.window(file or pocket("trust.cose"), now)

    def window(self, file: pathlib.Path, now: str = NOW) -> Page:
        """One more window of the same browser."""
        page = self.context.new_page()
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.clock.install(time=now)
        page.goto(file.as_uri())
        page.locator("#lists:not(:empty)").wait_for()
        return page

    def scan(self, text: str) -> None:
        """All keys at one instant, however busy this machine is."""
        self.page.evaluate("""(text) => {
            const now = performance.now;
            const instant = performance.now();
            performance.now = () => instant;
            for (const key of [...text, "Enter"]) document.activeElement.dispatchEvent(
                new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
            performance.now = now;
        }""", text)

    def practise(self, code: str = "") -> None:
        """Begins to practise, and chooses an answer."""
        if self.page.locator("#practice-band").is_hidden():
            self.page.evaluate("document.querySelector('details').open = true")
            self.page.click("#practice-start")
            self.page.locator("#practice-band").wait_for()
        if code:
            self.page.select_option("#practice", code)
            self.page.locator(f"article[data-code={code}]").wait_for()
        else:
            self.page.keyboard.press("Escape")

    def code(self) -> str:
        return self.page.locator("article.result").get_attribute("data-code")

    def give_files(self, *files: pathlib.Path | bytes) -> None:
        self.page.set_input_files("#file", [
            {"name": "file", "mimeType": "application/octet-stream",
             "buffer": file if isinstance(file, bytes) else file.read_bytes()} for file in files])

    def notice(self) -> str:
        """What is said once nothing is being read any more."""
        said = self.page.locator("#notice:not(:empty)").filter(has_not_text="Lecture en cours")
        said.wait_for()
        return said.inner_text()


def in_each_browser(tests: type) -> None:
    """Makes a TestCase for each browser, in the module of `tests`."""
    module = sys.modules[tests.__module__]
    for name in BROWSERS:
        case = f"{tests.__name__}In{name.title()}"
        members = {"browser_name": name, "__module__": tests.__module__}
        setattr(module, case, type(case, (tests, unittest.TestCase), members))
