"""Every rule of Spec/ has a vector or a reason, and every section without rules a test or a reason.

    /usr/bin/python3 -m unittest discover -s Vectors -p 'test_rules.py'

Rules are looked for by their look, on all pages, and not with what VectorMaker knows of them.
"""

import pathlib
import re
import unittest

from VectorMaker import sections

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
PAGES = {name: (ROOT / "Spec" / name).read_text("utf-8") for name in sections.pages()}
# A letter and a number in bold, or alone or in bold in the first cell of a row.
BOLD = re.compile(r"\*\*([A-Z]\d{1,2})\b\.?,?(?:\*\*| )")
CELL = re.compile(r"^\| \**([A-Z]\d{1,2})\**(?: [a-z]+(?: [a-z]+)*)? \|", re.M)
CITED = re.compile(r"(?<![\w.+-])([A-Z]\d{1,2})(?![\w.-])")
# An annex of the RGS.
OTHERS = {"B1"}


def defined(text: str) -> set[str]:
    return {*BOLD.findall(text), *CELL.findall(text)}


def prose(text: str) -> str:
    """Without code and addresses, in which letters and numbers mean something else."""
    return re.sub(r"```.*?```|`[^`\n]*`|<[^>\n]*>", " ", text, flags=re.S)


class Rules(unittest.TestCase):
    page = (HERE / "RULES.md").read_text("utf-8")
    tried = dict(re.findall(r"^\| ([A-Z]\d{1,2}) \| (\d+) \|", page, re.M))
    reasons = dict(re.findall(r"^\| ([A-Z]\d{1,2}|limit-\w+) \| ([^|\d][^|]*) \|$", page, re.M))
    rules = set().union(*map(defined, PAGES.values()))

    def test_the_look_finds_them(self) -> None:
        self.assertGreaterEqual(len(self.rules), 130)
        for rule in ("X1", "D14", "N1", "W2", "C7", "R0", "V16", "A5", "Y12", "J1", "E5", "Q1"):
            self.assertIn(rule, self.rules)

    def test_each_has_a_vector_or_a_reason(self) -> None:
        self.assertEqual(self.rules, {*self.tried} | {name for name in self.reasons if "-" not in name})
        for rule, count in self.tried.items():
            self.assertGreater(int(count), 0, rule)
        for rule, reason in self.reasons.items():
            self.assertGreater(len(reason), 7, rule)

    def test_each_is_defined_on_one_page(self) -> None:
        for rule in self.rules:
            places = [name for name, text in PAGES.items() if rule in defined(text)]
            self.assertEqual(len(places), 1, f"{rule}: {places}")

    def test_what_a_page_cites_is_defined(self) -> None:
        for name, text in PAGES.items():
            cited = set(CITED.findall(prose(text))) - OTHERS
            self.assertLessEqual(cited, self.rules, name)

    def test_the_files_of_a_rule_name_it(self) -> None:
        rows = re.findall(r"^\| ([A-Z]\d{1,2}) \| \d+ \| (.*) \|$", self.page, re.M)
        for rule, names in rows:
            for name in re.findall(r"`([^`]+)`", names):
                head = (HERE / name.split("_")[0] / f"{name}.vec").read_bytes().split(b"\n\n", 1)[0]
                words = re.search(r"^rules: (.*)$", head.decode(), re.M)[1].split()
                self.assertIn(rule, words, name)


class Sections(unittest.TestCase):
    def test_each_has_rules_a_test_or_a_reason(self) -> None:
        for page, text in PAGES.items():
            numbers = [number for number, _ in sections.sections(page)]
            for number, body in sections.sections(page):
                if any(other.startswith(f"{number}.") for other in numbers):
                    continue  # the introduction of the sections below it
                above = [number[:place] for place, sign in enumerate(number) if sign == "."]
                held = any((page, place) in sections.HELD for place in ("", number, *above))
                self.assertTrue(held or defined(body), f"Spec/{page} {number}")

    def test_each_row_is_of_a_section_that_is_there(self) -> None:
        for page, number in sections.HELD:
            numbers = [each for each, _ in sections.sections(page)] if page in PAGES else []
            self.assertTrue(number in numbers or (number == "" and numbers), f"{page} {number}")

    def test_the_tests_that_are_named_are_there(self) -> None:
        for place, held in sections.HELD.items():
            for path in () if isinstance(held, str) else held:
                self.assertTrue((ROOT / path).exists(), f"{place}: {path}")


if __name__ == "__main__":
    unittest.main()
