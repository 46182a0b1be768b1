"""The artwork of the button that leads to FranceConnect, with a fictional one (Spec/portal.md 7.1)."""

import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

from playwright.sync_api import expect
from test_tour import PortalTour
from town import PROGRAMS, ROOT, Town
from visitor import Visitor, assert_fields

sys.path.insert(0, str(ROOT / "Web"))
from counter_page import in_each_browser  # noqa: E402

# A style sheet of its own, as drawing programs write it, and a script that no browser may run.
SVG = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="228" height="60" viewBox="0 0 228 60">
<style>.ground { fill: #063; } text { fill: #fff; font: 15px sans-serif; }</style>
<rect class="ground" width="228" height="60" rx="4"/>
<text x="14" y="26">S’identifier avec</text><text x="14" y="47">FranceConnect (imaginaire)</text>
<script>document.documentElement.setAttribute("data-ran", "yes")</script>
</svg>
"""


def png(width: int, height: int, colour: bytes) -> bytes:
    """A picture of one colour."""
    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    rows = (b"\0" + colour * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


HOVER = png(228, 60, b"\x00\x22\x66")
FILES = {"bouton/connexion.svg": SVG, "bouton/connexion-survol.png": HOVER,
         "bouton/secret.svg": SVG}


class ArtworkTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town(files=FILES, artwork="bouton")
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        self.visitor = Visitor(self.town)

    def test_what_was_read_at_the_start_is_served_and_may_run_nothing(self):
        for name in ("connexion.svg", "connexion-survol.png"):
            (self.town.folder / "bouton" / name).unlink()
        for name, kind, content in (("connexion.svg", "image/svg+xml", SVG.encode()),
                                    ("connexion-survol.png", "image/png", HOVER)):
            answer = self.visitor.get(f"/bouton/{name}")
            self.assertEqual((answer.status, answer.header("Content-Type"), answer.body),
                             (200, kind, content))
            assert_fields(self, answer)
            policy = answer.header("Content-Security-Policy").split("; ")
            self.assertIn("sandbox", policy)
            self.assertFalse([one for one in policy if one.startswith(("script", "img"))])

    def test_no_path_reaches_the_folder(self):
        for path in ("/bouton", "/bouton/", "/bouton/secret.svg", "/bouton/connexion.png",
                     "/bouton/..%2fportail.json", "/bouton/../portail.json", "/bouton/%63onnexion.SVG",
                     "/bouton/connexion.svg/x"):
            answer = self.visitor.get(path)
            self.assertEqual((answer.status, answer.title), (404, "Cette page n’existe pas"), path)

    def test_each_button_has_the_picture_its_words_and_what_franceconnect_is(self):
        line = self.town.status.line("cantine", "4838-AYFV-CRAC-0", "accepted")
        pages = [self.visitor.get(path) for path in (
            "/", "/choisir", "/choisir?demarche=cantine", "/mon-espace", "/donnees", "/?langue=en")]
        for page in pages + [self.visitor.ask("POST", "/suivi", {"ligne": line})]:
            self.assertEqual(page.text.count('src="/bouton/connexion.svg"'), 1, page.title)
            self.assertIn('alt="S’identifier avec FranceConnect"', page.text)
            self.assertIn('<img class="hover" src="/bouton/connexion-survol.png" alt="">', page.text)
            self.assertIn("Qu’est-ce que FranceConnect ?" if 'lang="fr">' in page.text[:60]
                          else "What is FranceConnect?", page.text)
            self.assertIn("img-src 'self'", page.header("Content-Security-Policy"))
        self.visitor.get("/?langue=fr")
        self.assertIn("En vous identifiant, vous l’acceptez.", self.visitor.get("/choisir").text)


class WithoutArtworkTests(unittest.TestCase):
    """A folder that cannot be used stops the portal before it starts, with the file's name."""

    @classmethod
    def setUpClass(cls):
        cls.town = Town()
        cls.addClassCleanup(cls.town.close)

    def test_without_a_folder_the_button_is_in_words(self):
        page = Visitor(self.town).get("/")
        self.assertIn("<button>S’identifier avec FranceConnect</button>", page.text)
        self.assertIn("Qu’est-ce que FranceConnect ?", page.text)
        self.assertNotIn("img", page.header("Content-Security-Policy"))
        self.assertEqual(Visitor(self.town).get("/bouton/connexion.svg").status, 404)

    def start(self, command: str, folder: pathlib.Path) -> subprocess.CompletedProcess:
        settings = json.loads((self.town.folder / "portail.json").read_text())
        path = self.town.folder / "artwork.json"
        path.write_text(json.dumps({**settings, "artwork": str(folder)}))
        return subprocess.run(
            [PROGRAMS / "justificatif-portail", command, "--config", str(path)],
            cwd=self.town.folder, capture_output=True, text=True, timeout=60)

    def test_a_folder_that_is_no_artwork_is_refused_with_the_file_and_the_reason(self):
        def link(path): path.symlink_to("/etc/hostname")

        def dangling(path): path.symlink_to("nowhere")

        def large(path): path.write_bytes(SVG.encode() + b" " * 65_536)

        def other(path): path.write_text("<html><svg ></svg></html>")

        for name in ("connexion.svg", "connexion-survol.png"):
            for make, code, status in (
                    (link, "io", 74), (dangling, "io", 74), (os.mkfifo, "not-a-file", 74),
                    (pathlib.Path.mkdir, "not-a-file", 74), (large, "too-large", 74),
                    (other, "artwork-other-content", 78)):
                with self.subTest(name=name, make=make.__name__):
                    folder = pathlib.Path(tempfile.mkdtemp(dir=self.town.folder))
                    if name != "connexion.svg":
                        (folder / "connexion.svg").write_text(SVG)
                    make(folder / name)
                    done = self.start("check-config", folder)
                    self.assertEqual(done.returncode, status, done.stderr)
                    self.assertIn(f"{folder}/{name}", done.stderr)
                    self.assertIn(code, done.stderr)

    def test_a_folder_that_is_missing_or_has_no_button_starts_no_portal(self):
        empty = pathlib.Path(tempfile.mkdtemp(dir=self.town.folder))
        (empty / "connexion-survol.svg").write_text(SVG)
        for folder in (empty, self.town.folder / "nowhere", self.town.folder / "portail.json"):
            for command in ("check-config", "run"):
                done = self.start(command, folder)
                self.assertEqual(done.returncode, 78, done.stderr)
                self.assertIn("artwork-missing", done.stderr)

    def test_check_config_says_which_button_persons_see(self):
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.town.folder))
        (folder / "connexion.svg").write_text(SVG)
        done = self.start("check-config", folder)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(str(folder), done.stdout)


@in_each_browser
class ArtworkTour(PortalTour):
    # The colour of a place of a picture, as the browser drew it.
    COLOUR = """(image) => { const canvas = document.createElement("canvas");
        canvas.width = image.naturalWidth; canvas.height = image.naturalHeight;
        const context = canvas.getContext("2d"); context.drawImage(image, 0, 0);
        return [...context.getImageData(5, 5, 1, 1).data]; }"""

    @classmethod
    def setUpClass(cls):
        cls.town = Town(files=FILES, artwork="bouton")
        cls.addClassCleanup(cls.town.close)

    def shows(self, first: str, second: str) -> None:
        """How opaque the hovered picture and the usual one are, once the browser has drawn them so."""
        for picture, opacity in zip(self.page.locator(".artwork img").all(), (first, second), strict=True):
            expect(picture).to_have_css("opacity", opacity)

    def test_a_person_sees_the_picture_and_logs_in_by_it(self):
        self.open()
        self.page.goto(self.town.origin + "/")
        self.is_at("Prouver une seule chose", "artwork-home")
        shown = self.page.get_by_role("img", name="S’identifier avec FranceConnect", include_hidden=True)
        self.assertEqual(shown.evaluate(self.COLOUR), [0, 0x66, 0x33, 255])
        self.shows("0", "1")
        button = self.page.get_by_role("button", name="S’identifier avec FranceConnect")
        button.hover()
        self.shows("1", "0")
        # A look changes the width, which moves the button away from the pointer; the keyboard's place stays.
        self.page.mouse.move(0, 0)
        self.shows("0", "1")
        button.focus()
        self.look("artwork-hover")
        self.shows("1", "0")
        button.click()
        self.log_in()
        self.is_at("Mes justificatifs")

    def test_a_person_agrees_by_the_picture(self):
        self.open()
        self.page.goto(self.town.origin + "/choisir?demarche=cantine")
        self.is_at("Que voulez-vous prouver", "artwork-choose")
        self.choose("Seulement la tranche")
        self.press("S’identifier avec FranceConnect")
        self.log_in()
        self.is_at("Ce que les administrations ont répondu")

    def test_a_picture_that_is_opened_by_itself_runs_nothing(self):
        self.open()
        self.page.goto(self.town.origin + "/bouton/connexion.svg")
        self.assertIsNone(self.page.locator("svg").get_attribute("data-ran"))


if __name__ == "__main__":
    unittest.main()
