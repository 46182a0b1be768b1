"""What Chromium keeps of the portal, and whom it shows it to: 10 and 11 of Spec/portal.md 8."""

import pathlib
import sys
import tempfile
import time
import unittest

from server import Handler, Server
from town import ROOT, Town

sys.path.insert(0, str(ROOT / "Web"))
from counter_page import browser  # noqa: E402


class Framing(Handler):
    """A page of another site that shows an address in a frame."""

    def do_GET(self) -> None:
        self.say(200, f'<!doctype html><title>x</title><iframe src="{self.double.shown}"></iframe>'.encode())


class Other:
    def __init__(self):
        self.shown = ""
        self.server = Server(self, Framing)
        self.origin = f"http://localhost:{self.server.port}"


class BrowserTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town()
        cls.addClassCleanup(cls.town.close)

    def go(self, page) -> str:
        """From the choice to the justificatif; returns its text."""
        page.goto(self.town.origin + "/choisir?demarche=cantine")
        page.get_by_label("Seulement la tranche").check()
        page.get_by_role("button", name="J’accepte et je m’identifie").click()
        page.get_by_role("button", name="Inès").click()
        page.get_by_role("button", name="Accepter et signer").click()
        page.get_by_role("heading", level=1, name="Votre justificatif est prêt").wait_for()
        self.assertIn("MOREL", page.content())
        return page.context.request.get(self.town.origin + "/justificatif.txt").text()

    def test_10_no_page_is_shown_in_a_frame_of_another_site(self):
        other = Other()
        self.addCleanup(other.server.close)
        context = browser("chromium").new_context(locale="fr-FR")
        self.addCleanup(context.close)
        shown = {}
        for name, address in (("provider", self.town.provider.issuer + "/jwks"),
                              ("first page", self.town.origin + "/"),
                              ("choice", self.town.origin + "/choisir"),
                              ("failure", self.town.origin + "/donnees")):
            other.shown = address
            page = context.new_page()
            page.goto(other.origin + "/")
            page.wait_for_load_state("networkidle")
            shown[name] = page.main_frame.child_frames[0].url
            page.close()
        self.assertEqual(shown.pop("provider"), self.town.provider.issuer + "/jwks",
                         "a frame shows what does not forbid it")
        self.assertEqual(set(shown.values()), {"chrome-error://chromewebdata/"})

    def test_11_after_a_logout_neither_back_nor_the_profile_on_disk_has_anything(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        context = browser("chromium").browser_type.launch_persistent_context(
            folder.name, executable_path="/usr/bin/chromium", args=["--no-sandbox"], locale="fr-FR")
        try:
            page = context.pages[0]
            page.set_default_timeout(20_000)
            text = self.go(page)
            page.goto(self.town.origin + "/mon-espace")
            page.get_by_role("button", name="Me déconnecter").click()
            page.get_by_role("heading", level=1, name="Vous êtes déconnecté").wait_for()
            ours = 0
            for _ in range(4):
                page.go_back()
                # The double's own page has the names of the people it offers.
                if page.url.startswith(self.town.origin):
                    ours += 1
                    for marker in ("MOREL", "Inès", text[:40]):
                        self.assertNotIn(marker, page.content())
            self.assertGreaterEqual(ours, 2)
            time.sleep(2)
        finally:
            context.close()
        content = {path: path.read_bytes() for path in pathlib.Path(folder.name).rglob("*") if path.is_file()}
        self.assertTrue(any(b"/mon-espace" in one for one in content.values()), "the profile is there")
        for path, one in content.items():
            for marker in (b"MOREL", "INÈS".encode(), b"CAMILLE ROSE", text[:40].encode()):
                for form in (marker, marker.decode().encode("utf-16-le")):
                    self.assertEqual(one.count(form), 0, f"{path}: {marker[:8]}")


if __name__ == "__main__":
    unittest.main()
