"""The pages of Spec/ and the practice files against each other; no vectors yet.

    /usr/bin/python3 -m unittest discover -s Vectors
"""

import json
import pathlib
import re
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
PRACTICE, SPEC = HERE / "practice", HERE.parent / "Spec"
sys.path.insert(0, str(HERE / "verifier"))

import expected
from justificatif_verify import cose, encode, names, payload, revocations, ribbons, text, wedge
from justificatif_verify.cbor import Reader, whole
from justificatif_verify.claims import REGISTRY
from justificatif_verify.curve import is_signed
from VectorMaker import days, filtered
from VectorMaker import practice as make

TEXT = (PRACTICE / "quotient-familial.txt").read_text("utf-8").strip()
TOKEN = text.token_bytes(TEXT)
TRUST = (PRACTICE / "trust.cose").read_bytes()
FILTERS = filtered.LIST.payload


class Practice(unittest.TestCase):
    def test_files_are_what_their_seeds_give(self) -> None:
        for name, content in make.files().items():
            self.assertEqual((PRACTICE / name).read_bytes(), content, name)


class TokenPage(unittest.TestCase):
    """The example of Spec/token.md section 1, byte by byte."""

    page = (SPEC / "token.md").read_text("utf-8")
    example = re.search(r"^## 1 .*?(?=^## 2 )", page, re.S | re.M)[0]

    def hexadecimal(self, title: str) -> bytes:
        table = re.search(rf"^### {re.escape(title)}.*?(?=^###|\Z)", self.example, re.S | re.M)[0]
        rows = re.findall(r"^\| `([0-9a-f ]+)` \|", table, re.M)
        return bytes.fromhex("".join(rows))

    def test_text(self) -> None:
        block = re.search(r"```text\n(JF1:.*?)```", self.example, re.S)[1]
        self.assertEqual("".join(block.split()), TEXT)
        self.assertEqual(text.encode(TOKEN), TEXT)

    def test_envelope(self) -> None:
        self.assertEqual(self.hexadecimal("1.2 The bytes"), TOKEN)
        self.assertLessEqual(len(TOKEN), 175)

    def test_signed_bytes(self) -> None:
        proof = payload.read(TOKEN)
        start = self.hexadecimal("1.3 What is signed")
        self.assertEqual(start + cose.sign1(TOKEN)[0], proof.signed)
        self.assertTrue(is_signed(make.KEYS["issuer"].public, proof.signature.value, proof.signed))

    def test_what_follows(self) -> None:
        proof = payload.read(TOKEN)
        for found in (proof.signature.kid.hex(), proof.fingerprint().hex(),
                      payload.reference(proof.identifier)):
            self.assertIn(f"`{found}`", self.example)
        block = re.search(r"```json\n(.*?)```", self.example, re.S)[1]
        self.assertEqual(proof.claims.values, json.loads(block))

    def test_folding(self) -> None:
        section = re.search(r"\| text \| folded \|.*?\n\n", self.page, re.S)[0]
        rows = re.findall(r"^\| `(.*?)` \| `(.*?)` \|$", section, re.M)
        self.assertEqual(len(rows), 6)
        for given, folded in rows:
            self.assertEqual(names.fold(given), folded)

    def test_reference_is_read_back(self) -> None:
        for typed in ("4838-AYFV-CRAC-0", "4838ayfvcrac0", " 4838\u2013AYFV CRAC\to "):
            self.assertEqual(payload.read_back(typed), "4838-AYFV-CRAC-0")
        for typed in ("4838-AYFV-CRAC-6", "4383-AYFV-CRAC-0", "4838-AYFV-CRAC", "", "u" * 13):
            self.assertIsNone(payload.read_back(typed))


class ReferencesPage(unittest.TestCase):
    """Spec/token.md 4.6, F3: all sums with all digits."""

    @staticmethod
    def after(result: int, digit: int) -> int:
        """What a check becomes with one more digit."""
        return payload.check([ReferencesPage.before[result], digit])

    before = {payload.check([digit]): digit for digit in range(32)}

    def test_every_single_wrong_character_is_found(self) -> None:
        self.assertEqual(set(self.before), set(range(32)))
        for fixed in range(32):
            self.assertEqual({self.after(fixed, digit) for digit in range(32)}, set(range(32)))
            self.assertEqual({self.after(result, fixed) for result in range(32)}, set(range(32)))

    def test_every_two_neighbours_that_changed_places_are_found(self) -> None:
        for result in range(32):
            for one in range(32):
                for two in range(32):
                    if one == two:
                        continue
                    self.assertNotEqual(self.after(self.after(result, one), two),
                                        self.after(self.after(result, two), one))
                    passes = self.after(result, one) == two and self.after(result, two) == one
                    self.assertFalse(passes, "the last digit and the check")


class ListsPage(unittest.TestCase):
    page = (SPEC / "lists.md").read_text("utf-8")

    def test_the_closed_day(self) -> None:
        section = re.search(r"\*\*Example\.\*\*.*?(?=^### )", self.page, re.S | re.M)[0]
        bits = bytes.fromhex(re.search(r"with padding `([0-9a-f]+)`", section)[1])
        self.assertEqual(revocations.unpack(bits, 9, 3, 6).tolist(), [23, 201, 494])

    def test_the_day_in_filters(self) -> None:
        section = re.search(r"^### 4\.8 .*?(?=^## )", self.page, re.S | re.M)[0]
        numbers, bits = re.search(r"`\[3, 3, ([0-9, ]+), h'([0-9a-f]+)'\]`", section).groups()
        items = [*map(int, numbers.split(",")), bytes.fromhex(bits)]
        day = ribbons.read(Reader(b"".join(map(encode.encode, items))), 3)
        revoked = [index for index in range(100)
                   if day.holds(20763, days.fingerprint(20763, index))]
        self.assertEqual(revoked, [7, 42, 99])

    def test_the_codes(self) -> None:
        """Every refusal of the table of 6.3 is one that a vector may expect."""
        section = re.search(r"^### 6\.3 .*?(?=^### )", self.page, re.S | re.M)[0]
        rows = re.findall(r"^\| (`[a-z-]+`.*?) \|", section, re.M)
        codes = {code for row in rows for code in re.findall(r"`([a-z-]+)`", row)}
        self.assertGreater(len(codes), 15)
        self.assertLessEqual(codes, expected.LISTS)


class WedgePage(unittest.TestCase):
    page = (SPEC / "wedge.md").read_text("utf-8")

    def test_what_arrives_for_the_prefix(self) -> None:
        rows = re.findall(r"^\| `([a-z-]+)` \| (`.{4}`(?:, `.{4}`)*) \|", self.page, re.M)
        told = {}
        for fault, prefixes in rows:
            for prefix in re.findall(r"`(.{4})`", prefixes):
                self.assertNotIn(prefix, told)
                told[prefix] = fault
        self.assertEqual(len(rows), len(wedge.FAULTS) + 1)
        for prefix, fault in told.items():
            for name, typed in wedge.FAULTS.items():
                self.assertEqual(wedge.put_back(prefix, typed) == "JF1:", name == fault)

    def test_each_character_can_be_typed(self) -> None:
        for fault, typed in wedge.FAULTS.items():
            self.assertEqual(set(typed.values()), {*wedge.LETTERS, *"0123456789:"}, fault)


class Made(unittest.TestCase):
    def test_scripts_claims_would_change_nothing(self) -> None:
        checked = subprocess.run([sys.executable, HERE.parent / "scripts/claims", "--check"],
                                 capture_output=True, text=True, check=False)
        self.assertEqual((checked.returncode, checked.stderr), (0, ""))


class Schemas(unittest.TestCase):
    def test_cddl(self) -> None:
        """With pycddl, where it is installed. It has no .cbor inside arrays: part by part."""
        try:
            import pycddl
        except ImportError:
            self.skipTest("pycddl is not installed")
        token, (trust, signatures) = cose.sign1(TOKEN), whole(TRUST, cose.sign)
        for page, rule, data in (
                ("token", "header", token[1].header), ("token", "token-payload", token[0]),
                ("lists", "trust", trust), ("lists", "signer", signatures[0].header),
                ("lists", "revocations", FILTERS)):
            source = (SPEC / f"{page}.cddl").read_text("utf-8")
            pycddl.Schema(f"start = {rule}\n{source}").validate_cbor(data)
        for page, data in (("token", TOKEN), ("lists", TRUST)):
            source = (SPEC / f"{page}.cddl").read_text("utf-8")
            pycddl.Schema(re.sub(r"bstr \.cbor [a-z-]+", "bstr", source)).validate_cbor(data)

    def test_cddl_is_the_registry(self) -> None:
        source = (SPEC / "token.cddl").read_text("utf-8")
        lines = re.findall(r"^  \? (\d+): .*?; ([a-z0-9_]+)", source, re.M)
        self.assertEqual(lines, [(str(row.label), row.name) for row in REGISTRY.values()])

    def test_verdict_schema(self) -> None:
        schema = json.loads((SPEC / "verdict.schema.json").read_text("utf-8"))
        self.assertEqual(list(schema["$defs"]["claims"]["properties"]),
                         [row.name for row in REGISTRY.values()])
        page = (SPEC / "verdicts.md").read_text("utf-8")
        codes = re.findall(r"^\| `([a-z-]+)` \| (?:green|red|amber|grey)", page, re.M)
        self.assertEqual(schema["$defs"]["verdict"]["properties"]["verdict"]["enum"], codes)
        self.assertEqual(set(codes), expected.VERDICTS)
        try:
            import jsonschema
        except ImportError:
            self.skipTest("jsonschema is not installed")
        examples = re.findall(r"```json\n(.*?)```", page, re.S)
        self.assertEqual(len(examples), 2)
        for example in examples:
            jsonschema.validate(json.loads(example), schema)

    def test_registry(self) -> None:
        by_name = {row.name: row for row in REGISTRY.values()}
        self.assertEqual(len(by_name), len(REGISTRY))
        self.assertEqual(list(REGISTRY), sorted(REGISTRY))
        for row in REGISTRY.values():
            self.assertLessEqual({*row.requires, *row.excludes}, set(by_name), row.name)
            self.assertEqual(row.label >= 32, "data_as_of" in row.requires, row.name)
            for other in row.excludes:
                self.assertIn(row.name, by_name[other].excludes)


if __name__ == "__main__":
    unittest.main()
