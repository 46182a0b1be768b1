"""The vectors themselves: complete, in their form, and as VectorMaker writes them.

    /usr/bin/python3 -m unittest discover -s Vectors
"""

import ast
import json
import pathlib
import re
import unittest

from VectorMaker import everything, spec, writing
from VectorMaker.flags import MEANINGS

HERE = pathlib.Path(__file__).resolve().parent
FIRST = ("kind", "comment", "flags", "rules")
SHOWN = ["token", "to-be-signed", "fingerprint", "reference", "issuer", "issued", "last-day", "claims"]
KEYS = {
    "verdict": ["input", "roots", "lists", "installed", "observed", "recipient", "now", "expect",
                "reason", *SHOWN],
    "adoption": ["roots", "state", "step", "answers"],
    "base32": ["expect", "bytes"], "folding": ["expect", "folded"],
    "reference": ["expect", "reference"], "roots": ["expect", "fingerprint"],
    "signature": ["key", "message", "signature", "expect"],
    "coding": ["width", "count", "parameter", "bits", "expect", "values"],
    "hashing": ["day", "seed", "width", "fingerprint", "expect", "value"],
}
REPEATED = {"recipient", "step", "answers", "state"}
ACCEPTED = {"valid", "valid-lists-aging", "adopted", "in-force", "ok"}


class File:
    """A vector as it stands on the disk."""

    def __init__(self, path: pathlib.Path):
        self.path, self.name = path, path.stem
        head, self.payload = path.read_bytes().split(b"\n\n", 1)
        self.lines = [line.split(": ", 1) for line in head.decode().split("\n")]
        self.values = {line[0]: line[1] for line in self.lines if len(line) == 2}

    def words(self, key: str) -> list[str]:
        return self.values[key].split()

    @property
    def accepted(self) -> bool:
        """Nothing in it is refused."""
        key = "answers" if self.values["kind"] == "adoption" else "expect"
        given = [line[1] for line in self.lines if line[0] == key]
        return all(word in ACCEPTED for answers in given for word in answers.split())


FILES = [File(path) for layer in writing.LAYERS for path in sorted((HERE / layer).glob("*.vec"))]


class Form(unittest.TestCase):
    def test_the_maker_would_change_nothing(self):
        self.assertEqual(writing.differences(everything.files(), everything.FOLDERS), [])

    def test_there_are_enough_and_most_are_refused(self):
        refused = [file for file in FILES if not file.accepted]
        self.assertGreaterEqual(len(FILES), 250)
        self.assertGreaterEqual(len(refused), len(FILES) * 3 / 4)

    def test_names_begin_with_the_layer(self):
        for file in FILES:
            self.assertRegex(file.name, rf"^{file.path.parent.name}_[\w-]+$")

    def test_headers_have_the_keys_of_their_kind_each_once(self):
        for file in FILES:
            keys = [line[0] for line in file.lines]
            self.assertTrue(all(len(line) == 2 for line in file.lines), file.name)
            self.assertEqual(tuple(keys[:4]), FIRST, file.name)
            allowed = {*FIRST, "run", *KEYS[file.values["kind"]]}
            self.assertLessEqual(set(keys), allowed, file.name)
            once = [key for key in keys if key not in REPEATED]
            self.assertEqual(len(once), len(set(once)), file.name)

    def test_words_are_known(self):
        rules = set(spec.everything())
        for file in FILES:
            self.assertTrue(file.words("flags"), file.name)
            self.assertLessEqual(set(file.words("flags")), set(MEANINGS), file.name)
            self.assertLessEqual(set(file.words("rules")), rules, file.name)

    def test_files_that_are_named_are_there(self):
        for file in FILES:
            names = [file.values["roots"]] if "roots" in file.values else []
            names += [name for name in file.values.get("lists", "none").split() if name != "none"]
            names += [name for key, value in file.lines if key == "step"
                      for name in value.split()[2:] if name != "payload"]
            for name in names:
                self.assertTrue((HERE / "material" / name).is_file(), f"{file.name}: {name}")

    def test_json_is_on_one_line_with_ascending_keys(self):
        for file in FILES:
            for key, value in file.lines:
                if key in ("claims", "state"):
                    again = json.dumps(json.loads(value), ensure_ascii=False, sort_keys=True,
                                       separators=(",", ":"))
                    self.assertEqual(value, again, file.name)

    def test_runs_are_within_the_payload(self):
        for file in FILES:
            if "run" in file.values:
                offset, byte, count = file.words("run")
                self.assertLessEqual(int(offset), len(file.payload), file.name)
                self.assertRegex(byte, r"^[0-9a-f]{2}$", file.name)
                self.assertGreater(int(count), 0, file.name)


class Coverage(unittest.TestCase):
    @staticmethod
    def of(rule: str) -> list[File]:
        return [file for file in FILES if rule in file.words("rules")]

    def test_the_rules_of_the_pages_are_found(self):
        """A change of the notation in Spec/ must not empty the tests below."""
        letters = {rule[0] for rule in spec.numbered()}
        self.assertEqual(letters, set("JXHDPKNSFQEMGCTILWURVAYO"))
        self.assertGreaterEqual(len(spec.numbered()), 130)
        self.assertGreaterEqual(len(spec.limits()), 20)

    def test_what_no_vector_tries_is_in_the_pages(self):
        self.assertLessEqual(set(spec.UNTRIED), {*spec.numbered(), *spec.limits()})

    def test_every_rule_limit_kind_and_claim_has_a_file(self):
        for rule in spec.everything():
            self.assertTrue(self.of(rule), rule)

    def test_limits_and_kinds_are_tried_from_both_sides(self):
        for rule in set(spec.limits() + spec.kinds()) - set(spec.UNTRIED):
            flags = [file.words("flags") for file in self.of(rule)]
            for side in ("inside", "outside"):
                self.assertTrue(any(side in words for words in flags), f"{rule}: {side}")

    def test_claims_are_accepted_at_least_once(self):
        for claim in spec.claims():
            self.assertTrue(any(file.accepted for file in self.of(claim)), claim)

    def test_every_verdict_is_expected_somewhere(self):
        table = (spec.SPEC / "verdicts.md").read_text("utf-8").split("## 1 Codes")[1].split("## 2 ")[0]
        codes = re.findall(r"^\| `([a-z-]+)` \| (?:green|red|amber|grey) \|", table, re.MULTILINE)
        expected = {file.values["expect"] for file in FILES if file.values["kind"] == "verdict"}
        self.assertEqual(len(codes), 18)
        self.assertEqual(set(codes) - expected, {"internal-error"})


class Independence(unittest.TestCase):
    """Two programs that share code would share their faults."""

    @staticmethod
    def imported(folder: pathlib.Path) -> set[str]:
        names = set()
        for path in folder.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    names |= {alias.name.split(".")[0] for alias in node.names}
                if isinstance(node, ast.ImportFrom) and not node.level:
                    names.add(node.module.split(".")[0])
        return names

    def test_the_maker_knows_no_verifier(self):
        verifier = {path.stem for path in (HERE / "verifier").glob("*.py")}
        verifier |= {"verifier", "justificatif_verify"}
        self.assertFalse(self.imported(HERE / "VectorMaker") & verifier)

    def test_the_verifier_knows_no_maker(self):
        self.assertNotIn("VectorMaker", self.imported(HERE / "verifier"))


if __name__ == "__main__":
    unittest.main()
