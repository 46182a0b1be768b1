"""The guides for administrators: every command in them exists, and each is two pages."""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import tempfile
import unittest

from clean_debian import PROGRAMS, ROOT, blocks

GUIDES = sorted((ROOT / "contrib" / "guides").glob("*.md"))
NAMES = ("justificatif", "justificatif-guichet", "justificatif-issuer", "justificatif-page",
         "justificatif-portail", "justificatifd")
#: The programs whose commands a guide may name without the program.
IMPLIED = ("justificatif-issuer", "justificatif")


def help_of(words: list[str]) -> str:
    told = subprocess.run([PROGRAMS / words[0], *words[1:], "--help"], capture_output=True, text=True)
    return told.stdout if told.returncode == 0 else ""


def subcommands(words: list[str]) -> list[str]:
    listed = help_of(words).partition("SUBCOMMANDS:")[2]
    return re.findall(r"^  ([a-z][a-z-]*)(?: |$)", listed, re.M)


def written(guide: pathlib.Path) -> list[str]:
    """The commands of our programs in a guide, in blocks and inside of sentences."""
    text = guide.read_text()
    lines = [line for block in blocks(guide.stem) for line in block.replace("\\\n", " ").splitlines()]
    inline = [" ".join(code.split()) for code in
              re.findall(r"`([^`]+)`", re.sub(r"^```\n.*?^```$", "", text, flags=re.M | re.S))]
    found = []
    for line in lines + inline:
        for part in re.split(r"&&|'", line):
            words = re.sub(r"^(Exec\w+=)?(/bin/sh -c )?(sudo )?(runuser -u \S+ -- )?(/usr/bin/)?", "", part.strip())
            first = words.split(" ")[0]
            if first in NAMES and " " in words:
                found.append(words)
            elif " " in words and not line.startswith("-"):
                found += [f"{name} {words}" for name in IMPLIED if first in subcommands([name])][:1]
    return found


@unittest.skipUnless((PROGRAMS / "justificatif").exists(), "wants the programs")
class CommandTests(unittest.TestCase):
    def test_every_command_of_the_guides_is_one_of_the_programs(self) -> None:
        count = 0
        for guide in GUIDES:
            for command in written(guide):
                with self.subTest(guide=guide.name, command=command):
                    words = shlex.split(command, comments=True)
                    path, rest = [words[0]], words[1:]
                    while rest and rest[0] in subcommands(path):
                        path.append(rest.pop(0))
                    if subcommands(path) and rest and not rest[0].startswith("-"):
                        self.fail(f"{path} has no command {rest[0]}")
                    told = help_of(path)
                    for option in [word for word in rest if re.match("--[a-z]", word)]:
                        self.assertRegex(told, rf"{option.split('=')[0]}\b")
                    count += 1
        self.assertGreater(count, 30)

    def test_every_file_that_a_guide_names_below_usr_is_installed(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([ROOT / "scripts/install-files", "/usr", folder], check=True,
                           env=os.environ | {"JUSTIFICATIF_PROGRAMS": str(PROGRAMS)}, stdout=subprocess.DEVNULL)
            for guide in GUIDES:
                for path in re.findall(r"/(?:usr|etc)/(?:[a-z]+/)*justificatif[\w./-]*\w", guide.read_text()):
                    if "imprimer" in path or path.startswith(("/etc/justificatif-", "/etc/systemd")):
                        continue
                    with self.subTest(guide=guide.name, path=path):
                        self.assertTrue(pathlib.Path(f"{folder}{path}").exists())


@unittest.skipUnless(shutil.which("pandoc") and shutil.which("weasyprint") and shutil.which("pdftotext"),
                     "wants pandoc, weasyprint and pdftotext")
class PageTests(unittest.TestCase):
    def test_each_guide_is_two_pages_and_none_of_them_almost_empty(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([ROOT / "scripts/guides", folder], check=True, stdout=subprocess.DEVNULL)
            for guide in GUIDES:
                with self.subTest(guide=guide.name):
                    told = subprocess.run(
                        ["pdftotext", "-bbox", pathlib.Path(folder) / f"{guide.stem}.pdf", "-"],
                        check=True, capture_output=True, text=True).stdout
                    pages = told.split("<page ")[1:]
                    self.assertEqual(len(pages), 2)
                    # In points of 842 of an A4 page; below 800 is the number of the page.
                    low = [max(y for y in map(float, re.findall(r'yMax="([\d.]+)"', page)) if y < 800)
                           for page in pages]
                    self.assertGreater(min(low), 380, low)


if __name__ == "__main__":
    unittest.main()
