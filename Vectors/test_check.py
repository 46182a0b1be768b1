"""python3 -m unittest discover -s Vectors"""

import importlib.util
import json
import pathlib
import re
import unittest

import cbor2

import check
from check import Untrusted, check_bytes, token_bytes
from curve import IDENTITY_BYTES, L, P, is_prime_order, is_signed
from strict import Malformed, decode

HERE = pathlib.Path(__file__).resolve().parent
PRACTICE, SPEC = HERE / "practice", HERE.parent / "Spec"
TEXT = (PRACTICE / "quotient-familial.txt").read_text("utf-8")
TOKEN = token_bytes(TEXT.strip())
TRUST = (PRACTICE / "trust.cose").read_bytes()
ROOTS = json.loads((PRACTICE / "roots.pub").read_text("utf-8"))


def module(path: pathlib.Path) -> object:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


make = module(PRACTICE / "make.py")


class Practice(unittest.TestCase):
    def test_files_are_what_their_seeds_give(self) -> None:
        for name, content in make.files().items():
            self.assertEqual((PRACTICE / name).read_bytes(), content, name)

    def test_the_token_says_what_token_md_says(self) -> None:
        found = check.check(TEXT, TRUST, ROOTS)
        self.assertEqual(found["claims"], {
            "family_name": "LEFÈVRE-DUPRÉ", "first_given_name": "Élodie Marie",
            "birth_date": "1987-03-09", "data_as_of": "2026-11-01", "qf": 742,
            "qf_month": "2026-10", "qf_source": "CNAF"})
        self.assertEqual((found["issued"], found["expires"]), ("2026-11-02", "2026-12-01"))
        page = (SPEC / "token.md").read_text("utf-8")
        for name in ("kid", "fingerprint", "reference"):
            self.assertIn(found[name], page)
        self.assertLessEqual(len(TOKEN), 175)


class Page(unittest.TestCase):
    """The example of Spec/token.md section 1, byte by byte."""

    page = (SPEC / "token.md").read_text("utf-8")
    example = re.search(r"^## 1 .*?(?=^## 2 )", page, re.S | re.M)[0]

    def hexadecimal(self, title: str) -> bytes:
        table = re.search(rf"^### {re.escape(title)}.*?(?=^###|\Z)", self.example, re.S | re.M)[0]
        rows = re.findall(r"^\| `([0-9a-f ]+)` \|", table, re.M)
        return bytes.fromhex("".join(rows))

    def test_text(self) -> None:
        block = re.search(r"```text\n(JF1:.*?)```", self.example, re.S)[1]
        self.assertEqual("".join(block.split()), TEXT.strip())

    def test_envelope(self) -> None:
        self.assertEqual(self.hexadecimal("1.2 The bytes"), TOKEN)

    def test_signed_bytes(self) -> None:
        header, _, payload, signature = decode(TOKEN)
        signed = cbor2.dumps(["Signature1", header, b"justificatif/token/1", payload])
        start = self.hexadecimal("1.3 What is signed")
        self.assertEqual(start + payload, signed)
        self.assertTrue(is_signed(make.publics["issuer"], signature, signed))


class Damage(unittest.TestCase):
    def refused(self, token: bytes, what: object) -> None:
        with self.subTest(what), self.assertRaises((Malformed, Untrusted)):
            check_bytes(token, TRUST, ROOTS)

    def test_each_bit_flipped(self) -> None:
        for bit in range(len(TOKEN) * 8):
            damaged = bytearray(TOKEN)
            damaged[bit // 8] ^= 1 << bit % 8
            self.refused(bytes(damaged), bit)

    def test_each_prefix_and_each_byte_appended(self) -> None:
        for count in range(len(TOKEN)):
            self.refused(TOKEN[:count], count)
        for byte in range(256):
            self.refused(TOKEN + bytes([byte]), byte)

    def test_texts(self) -> None:
        text = TEXT.strip()
        self.assertEqual(check.check(f" \r\n{TEXT}\t", TRUST, ROOTS)["issued"], "2026-11-02")
        for damaged in (text.lower(), "jf1:" + text[4:], text + "=", text + "A", text[:-1] + "B",
                        text[:20] + "\n" + text[20:], "JF2:" + text[4:], "", "JF1:"):
            with self.subTest(damaged), self.assertRaises(Malformed):
                check.check(damaged, TRUST, ROOTS)

    def test_trust_lists(self) -> None:
        two = cbor2.loads(TRUST)
        one = cbor2.dumps([*two[:3], two[3][:1]])
        twice = cbor2.dumps([*two[:3], [two[3][0], two[3][0]]])
        swapped = cbor2.dumps([*two[:3], two[3][::-1]])
        with self.assertRaises(Untrusted):
            check_bytes(TOKEN, one, ROOTS)
        for damaged in (twice, swapped, TRUST + b"\0", TRUST[:-1]):
            with self.assertRaises(Malformed):
                check_bytes(TOKEN, damaged, ROOTS)


class OneForm(unittest.TestCase):
    def test_other_forms_are_refused(self) -> None:
        forms = {
            "duplicate key": "a2 01 00 01 00", "order": "a2 02 00 01 00",
            "negative before positive": "a2 20 00 01 00", "length first": "a2 20 00 18 64 00",
            "long head": "18 17", "longer head": "19 00 ff", "long string": "58 01 00",
            "indefinite array": "9f 00 ff", "indefinite text": "7f 61 41 ff", "tag": "c1 00",
            "bignum": "c2 41 01", "float": "f9 00 00", "undefined": "f7", "simple": "f8 20",
            "text key": "a1 61 41 00", "bool key": "a1 f4 00", "trailing": "00 00",
            "truncated": "19 01", "reserved": "1c", "not UTF-8": "61 ff", "empty": "",
            "self-described": "d9 d9 f7 00", "too deep": "81" * 12 + "00",
        }
        for name, form in forms.items():
            with self.subTest(name), self.assertRaises(Malformed):
                decode(bytes.fromhex(form))

    def test_the_one_form_is_accepted(self) -> None:
        for form in ("00", "17", "18 18", "19 01 00", "20", "a2 18 64 00 20 00", "f4", "f5", "f6",
                     "1b ff ff ff ff ff ff ff ff", "80", "a0", "40", "60"):
            decode(bytes.fromhex(form))


class Curve(unittest.TestCase):
    def test_orders(self) -> None:
        self.assertTrue(is_prime_order(make.publics["issuer"]))
        small = ["01" + "00" * 31, "ec" + "ff" * 30 + "7f", "00" * 32, "00" * 31 + "80",
                 "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"]
        not_canonical = [(P + 1).to_bytes(32, "little").hex(), "01" + "00" * 30 + "80"]
        for key in small + not_canonical + ["02" + "00" * 31]:
            self.assertFalse(is_prime_order(bytes.fromhex(key)), key)

    def test_mixed_order(self) -> None:
        from curve import IDENTITY, add, decode as point
        base = point(make.publics["issuer"])
        mixed = add(base, point(bytes.fromhex("ec" + "ff" * 30 + "7f")))
        inverse = pow(mixed[2], -1, P)
        x, y = mixed[0] * inverse % P, mixed[1] * inverse % P
        encoded = (y | (x & 1) << 255).to_bytes(32, "little")
        self.assertIsNotNone(point(encoded))
        self.assertNotEqual(base, IDENTITY)
        self.assertFalse(is_prime_order(encoded))

    def test_signatures(self) -> None:
        key, signature = make.publics["issuer"], decode(TOKEN)[3]
        signed = cbor2.dumps(["Signature1", make.header("issuer"), b"justificatif/token/1",
                              decode(TOKEN)[2]])
        scalar = int.from_bytes(signature[32:], "little") + L
        self.assertTrue(is_signed(key, signature, signed))
        self.assertFalse(is_signed(key, signature[:32] + scalar.to_bytes(32, "little"), signed))
        self.assertFalse(is_signed(key, IDENTITY_BYTES + signature[32:], signed))


class Pages(unittest.TestCase):
    def test_cddl(self) -> None:
        """With pycddl, where it is installed. It has no .cbor inside arrays: part by part."""
        try:
            import pycddl
        except ImportError:
            self.skipTest("pycddl is not installed")
        token, trust = decode(TOKEN), decode(TRUST)
        for page, rule, data in (
                ("token", "header", token[0]), ("token", "token-payload", token[2]),
                ("lists", "trust", trust[2]), ("lists", "signer", trust[3][0][0])):
            source = (SPEC / f"{page}.cddl").read_text("utf-8")
            pycddl.Schema(f"start = {rule}\n{source}").validate_cbor(data)
        for page, data in (("token", TOKEN), ("lists", TRUST)):
            source = (SPEC / f"{page}.cddl").read_text("utf-8")
            pycddl.Schema(re.sub(r"bstr \.cbor [a-z-]+", "bstr", source)).validate_cbor(data)

    def test_cddl_is_the_registry(self) -> None:
        source = (SPEC / "token.cddl").read_text("utf-8")
        lines = re.findall(r"^  \? (\d+): .*?; ([a-z0-9_]+)", source, re.M)
        from claims import REGISTRY
        self.assertEqual(lines, [(row["label"], row["name"]) for row in REGISTRY.values()])

    def test_verdict_schema(self) -> None:
        from claims import REGISTRY
        schema = json.loads((SPEC / "verdict.schema.json").read_text("utf-8"))
        self.assertEqual(
            list(schema["$defs"]["claims"]["properties"]),
            [row["name"] for row in REGISTRY.values()])
        page = (SPEC / "verdicts.md").read_text("utf-8")
        codes = re.findall(r"^\| `([a-z-]+)` \| (?:green|red|amber|grey)", page, re.M)
        self.assertEqual(schema["$defs"]["verdict"]["properties"]["verdict"]["enum"], codes)
        try:
            import jsonschema
        except ImportError:
            self.skipTest("jsonschema is not installed")
        examples = re.findall(r"```json\n(.*?)```", page, re.S)
        self.assertEqual(len(examples), 2)
        for example in examples:
            jsonschema.validate(json.loads(example), schema)

    def test_registry(self) -> None:
        from claims import REGISTRY
        names = {row["name"]: row for row in REGISTRY.values()}
        self.assertEqual(len(names), len(REGISTRY))
        self.assertEqual(list(REGISTRY), sorted(REGISTRY))
        for row in REGISTRY.values():
            requires, excludes = row["requires"].split(), row["excludes"].split()
            self.assertTrue(set(requires + excludes) <= set(names), row["name"])
            self.assertEqual(int(row["label"]) >= 32, "data_as_of" in requires, row["name"])
            for other in excludes:
                self.assertIn(row["name"], names[other]["excludes"].split())


if __name__ == "__main__":
    unittest.main()
