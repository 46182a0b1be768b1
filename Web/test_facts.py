"""Words for every claim of the registry and for every verdict, by facts.js and words.js in Node."""

import csv
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLES = {
    "number": 250, "day": "2026-11-01", "day-or-none": "none", "month": "2026-10", "flag": True,
    "true-only": True, "code": "75056", "name": "Anne", "recipient": "CCAS",
    "data-age": "2026-11-01", "birth-date": "1990-05-14"}
SCRIPT = """
import { factsOf, predicatesOf } from "./facts.js";
const { claims, language, scales } = JSON.parse(process.argv[1]);
console.log(JSON.stringify({ facts: factsOf(claims, language, scales),
    line: predicatesOf(claims, language, scales) }));
"""


WORDS = """
import { VERDICT_CODES, verdictWords } from "./words.js";
const words = JSON.parse(process.argv[1]).map((verdict) => ["fr", "en"].map((language) =>
    verdictWords(verdict, language, "…")));
console.log(JSON.stringify({ codes: VERDICT_CODES, words }));
"""


class ModulesCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        """The modules side by side, as the page has them."""
        cls.folder = tempfile.TemporaryDirectory()
        for folder in ("Web/guichet", "Vectors/javascript"):
            for path in (ROOT / folder).glob("*.js"):
                os.symlink(path, f"{cls.folder.name}/{path.name}")
        pathlib.Path(cls.folder.name, "package.json").write_text('{"type": "module"}', "utf-8")

    @classmethod
    def tearDownClass(cls) -> None:
        cls.folder.cleanup()

    def run_script(self, script: str, given: object) -> dict:
        done = subprocess.run(
            ["node", "--preserve-symlinks", "--preserve-symlinks-main", "--input-type=module",
             "--eval", script, json.dumps(given)],
            cwd=self.folder.name, capture_output=True, check=True)
        return json.loads(done.stdout)


class Verdicts(ModulesCase):
    FAMILIES = ("green", "red", "amber", "grey", "Green", "blue", "", None)

    def told(self, *verdicts: dict) -> dict:
        return self.run_script(WORDS, verdicts)

    def test_only_two_codes_can_be_green_and_only_as_green(self) -> None:
        codes = self.told()["codes"]
        self.assertEqual(len(codes), 18)
        unknown = ("Valid", "valid ", "", "toString", "constructor", "__proto__", "validated")
        asked = [{"verdict": code, "family": family} for code in (*codes, *unknown) for family in self.FAMILIES]
        for verdict, words in zip(asked, self.told(*asked)["words"]):
            green = verdict["family"] == "green" and verdict["verdict"] in ("valid", "valid-lists-aging")
            for each in words:
                self.assertEqual(each["family"] == "green", green, verdict)
                self.assertIn(each["family"], ("green", "red", "amber", "grey"))

    def test_each_code_says_in_both_languages_what_it_is_and_what_to_do(self) -> None:
        codes = self.told()["codes"]
        asked = [{"verdict": code, "family": "grey"} for code in (*codes, "of-a-later-version")]
        for verdict, (french, english) in zip(asked, self.told(*asked)["words"]):
            with self.subTest(verdict["verdict"]):
                for field in ("headline", "advice"):
                    self.assertGreater(min(len(french[field]), len(english[field])), 8)
                    self.assertNotEqual(french[field], english[field])

    def test_another_try_is_advised_only_if_it_can_help(self) -> None:
        source = (ROOT / "Sources/Verification/NothingRead.swift").read_text("utf-8")
        # What lies on the machine's own disk is nothing that a page is sent.
        reasons = {*re.findall(r'case \w+ = "(.+)"', source), "no-picture-reader"} - {"not-a-file"}
        self.assertGreater(len(reasons), 6)
        asked = [{"verdict": "unreadable", "family": "grey", "reason": reason} for reason in sorted(reasons)]
        advice = [french["advice"] for french, _ in self.told(*asked)["words"]]
        told_to_try = [verdict["reason"] for verdict, each in zip(asked, advice) if "Approchez" in each]
        self.assertEqual(told_to_try, ["no-code"])


class Facts(ModulesCase):
    def said(self, claims: dict, language: str = "fr", scales: tuple[dict, ...] = ()) -> dict:
        return self.run_script(SCRIPT, {
            "claims": {"birth_date": "1990-05-14"} | claims, "language": language, "scales": scales})

    def test_each_claim_of_the_registry_has_words(self) -> None:
        with (ROOT / "Spec" / "claims.csv").open(encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file, delimiter=";")]
        claims = {row["name"]: self.sample(row) for row in rows}
        for language, column in (("fr", "title_fr"), ("en", "title_en")):
            facts = self.said(claims, language)["facts"]
            told = [entry["title"] for entry in facts["main"] + facts["rest"]]
            for row in rows:
                if row["name"] not in ("family_name", "first_given_name", "birth_date"):
                    with self.subTest(row["name"], language=language):
                        self.assertIn(row[column], told)
        predicates = [row["title_fr"] for row in rows if row["source"] == "computed"]
        large = [entry["title"] for entry in self.said(claims)["facts"]["main"]]
        self.assertEqual(sorted(large), sorted(predicates))

    def sample(self, row: dict[str, str]) -> object:
        match row["kind"]:
            case "choice":
                return row["json"].split("=")[0]
            case "bracket":
                return [400, 600]
            case "tariff":
                return ["cantine-2026", 3]
        return SAMPLES[row["kind"]]

    def test_without_a_predicate_the_first_fact_is_large(self) -> None:
        for claims, title in (
            ({"qf": 742, "qf_month": "2026-10", "data_as_of": "2026-11-01"}, "Quotient familial"),
            ({"income_year": 2025, "rfr": 21540, "data_as_of": "2026-11-01"}, "Revenu fiscal de référence"),
            ({"student_from": "2026-09-01", "student_until": "2027-08-31"},
             "Inscription dans l’enseignement supérieur depuis le"),
        ):
            with self.subTest(title):
                main = self.said(claims)["facts"]["main"]
                self.assertEqual([entry["title"] for entry in main], [title])

    def test_the_bounds_of_a_bracket_come_from_the_scale_of_that_name(self) -> None:
        scale = {"scale": "cantine-2026", "title": "Cantine", "brackets": [0, 401, 801]}
        for claim, scales, words in (
            (["cantine-2026", 2], (scale,), "Tranche 2 : de 401 € à moins de 801 € (Cantine)"),
            (["cantine-2026", 3], (scale,), "Tranche 3 : 801 € ou plus (Cantine)"),
            (["cantine-2026", 4], (scale,), "Tranche 4 (Cantine)"),
            (["cantine-2025", 2], (scale,), "Tranche 2 (barème cantine-2025)"),
            (["cantine-2026", 2], (), "Tranche 2 (barème cantine-2026)"),
        ):
            with self.subTest(claim, scales=scales):
                said = self.said({"tariff_bracket": claim}, scales=scales)
                self.assertEqual(said["facts"]["main"][0]["value"].replace("\u202f", " "), words)
                self.assertEqual(len(said["line"]), 1)

    def test_a_control_line_has_predicates_and_no_value(self) -> None:
        self.assertEqual(self.said({"qf": 742, "rfr": 21540})["line"], [])
        line = self.said({"student_on": "2026-11-01", "grant_level": "2"})["line"]
        self.assertEqual(
            line, ["Inscription dans l’enseignement supérieur constatée le : 1er novembre 2026"])

    def test_a_claim_of_a_later_version_is_shown_as_it_came(self) -> None:
        rest = self.said({"qf": 742, "later": [1]})["facts"]["rest"]
        self.assertIn({"title": "later", "value": "[1]"}, rest)


if __name__ == "__main__":
    unittest.main()
