"""The verifier of verifier/ on the vectors and on damage.

    /usr/bin/python3 -m unittest discover -s Vectors
"""

import json
import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
PRACTICE = HERE / "practice"
sys.path.insert(0, str(HERE / "verifier"))

import expected
import generate
import run
import vectors
from justificatif_verify import adoption, judge, payload, revocations, roots, text
from justificatif_verify.cbor import Reader, whole
from justificatif_verify.curve import IDENTITY_BYTES, L, P, is_prime_order, is_signed
from justificatif_verify.days import DAY, add3, instant, instant_text
from justificatif_verify.encode import encode
from justificatif_verify.faults import Fault

TEXT = (PRACTICE / "quotient-familial.txt").read_text("utf-8").strip()
TOKEN = text.token_bytes(TEXT)
TRUST = (PRACTICE / "trust.cose").read_bytes()
ROOTS = (PRACTICE / "roots.pub").read_bytes()
NOW = instant("2026-11-03")


def kept(*files: bytes) -> adoption.Kept:
    found = adoption.Kept.new(ROOTS)
    answers = adoption.install(found, list(files), NOW)
    assert set(answers) <= {"adopted"}, answers
    return found


class AllVectors(unittest.TestCase):
    def test_each_is_answered_as_expected(self) -> None:
        found = vectors.paths()
        self.assertGreater(len(found), 250)
        verifier = run.InProcess()
        for path in found:
            with self.subTest(path.stem):
                vector = vectors.read(path)
                answer = verifier.ask(vector.question)
                if answer == {"answer": "unsupported"}:
                    self.assertEqual(vector.layer, "picture")
                    continue
                self.assertEqual(expected.differences(vector.expected, answer, False), [])


class Damage(unittest.TestCase):
    setting = kept(TRUST).setting(NOW)

    def verdict(self, token: bytes) -> str:
        return judge.judge(text.encode(token), self.setting)["verdict"]

    def test_the_practice_token_is_valid(self) -> None:
        self.assertEqual(self.verdict(TOKEN), "valid")

    def test_each_byte_replaced(self) -> None:
        refused = {"malformed", "signature-invalid", "issuer-unknown"}
        for place in range(len(TOKEN)):
            for other in (*(1 << bit for bit in range(8)), 0xff, 0x55):
                damaged = TOKEN[:place] + bytes([TOKEN[place] ^ other]) + TOKEN[place + 1:]
                self.assertIn(self.verdict(damaged), refused, (place, other))

    def test_each_prefix_and_each_byte_appended(self) -> None:
        for count in range(len(TOKEN)):
            self.assertEqual(self.verdict(TOKEN[:count]), "malformed", count)
        for byte in range(256):
            self.assertEqual(self.verdict(TOKEN + bytes([byte])), "malformed", byte)

    def test_each_character_of_the_text(self) -> None:
        for place in range(len(TEXT)):
            for other in "A7a= \n1\0é":
                if other != TEXT[place]:
                    damaged = TEXT[:place] + other + TEXT[place + 1:]
                    found = judge.judge(damaged, self.setting)["verdict"]
                    self.assertNotIn(found, ("valid", "internal-error"), (place, other))

    def test_each_byte_of_the_lists(self) -> None:
        for place in range(0, len(TRUST), 3):
            damaged = TRUST[:place] + bytes([TRUST[place] ^ 1]) + TRUST[place + 1:]
            answer = adoption.install(adoption.Kept.new(ROOTS), [damaged, b"", TRUST], NOW)
            self.assertNotEqual(answer[0], "adopted", place)
            self.assertEqual(answer[1:], ["not-a-list", "adopted"])


class OneForm(unittest.TestCase):
    def test_other_forms_are_refused(self) -> None:
        forms = {
            "key-order": ["a2 01 00 01 00", "a2 02 00 01 00", "a2 20 00 01 00",
                          "a2 20 00 18 64 00"],
            "not-shortest": ["18 17", "19 00 ff", "1a 00 00 ff ff", "1b 00 00 00 00 ff ff ff ff",
                             "58 01 00"],
            "indefinite-length": ["9f 00 ff", "7f 61 41 ff", "bf ff", "5f ff"],
            "wrong-type": ["c1 00", "c2 41 01", "f9 00 00", "f7", "f8 20", "a1 61 41 00",
                           "a1 f4 00", "d9 d9 f7 00", "f8 14"],
            "trailing-bytes": ["00 00"], "reserved-head": ["1c", "5d", "9e"],
            "truncated": ["", "19 01", "41", "81", "a1 00", "9b 7f ff ff ff ff ff ff ff",
                          "f9 00"],
            "too-many": ["9b 80 00 00 00 00 00 00 00", "bb ff ff ff ff ff ff ff ff"],
            "not-utf8": ["61 ff", "63 ed a0 80"], "too-deep": ["81" * 5 + "00", "a1 00" * 5 + "00"],
            "out-of-range": ["a1 1b 80 00 00 00 00 00 00 00 00"],
        }
        for reason, each in forms.items():
            for form in each:
                with self.subTest(form), self.assertRaises(Fault) as caught:
                    whole(bytes.fromhex(form), Reader.later_value)
                self.assertEqual(caught.exception.reason, reason, form)

    def test_the_one_form_is_accepted(self) -> None:
        for form in ("00", "17", "18 18", "19 01 00", "20", "a2 18 64 00 20 00", "f4", "f5", "f6",
                     "1b ff ff ff ff ff ff ff ff", "80", "a0", "40", "60", "81" * 4 + "00"):
            whole(bytes.fromhex(form), Reader.later_value)

    def test_what_is_written_is_read(self) -> None:
        for value in (0, 23, 24, 255, 256, 65535, 65536, 2**32, 2**64 - 1, -1, -2**64, "é", b"\0",
                      {-1: 0, 2: [True, None]}):
            whole(encode(value), Reader.later_value)


class Curve(unittest.TestCase):
    def test_orders(self) -> None:
        issuer = bytes.fromhex(json.loads((PRACTICE / "issuer.pub").read_text())["key"])
        self.assertTrue(is_prime_order(issuer))
        small = ["01" + "00" * 31, "ec" + "ff" * 30 + "7f", "00" * 32, "00" * 31 + "80",
                 "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"]
        not_canonical = [(P + 1).to_bytes(32, "little").hex(), "01" + "00" * 30 + "80"]
        for key in small + not_canonical + ["02" + "00" * 31]:
            self.assertFalse(is_prime_order(bytes.fromhex(key)), key)

    def test_signatures(self) -> None:
        proof = payload.read(TOKEN)
        issuer = bytes.fromhex(json.loads((PRACTICE / "issuer.pub").read_text())["key"])
        good = proof.signature.value
        scalar = int.from_bytes(good[32:], "little") + L
        self.assertTrue(is_signed(issuer, good, proof.signed))
        self.assertFalse(is_signed(issuer, good[:32] + scalar.to_bytes(32, "little"), proof.signed))
        self.assertFalse(is_signed(issuer, IDENTITY_BYTES + good[32:], proof.signed))


class Small(unittest.TestCase):
    def test_three_months(self) -> None:
        for day, later in (("2026-11-30", "2027-02-28"), ("2027-11-30", "2028-02-29"),
                           ("2026-11-02", "2027-02-02"), ("2026-10-31", "2027-01-31")):
            self.assertEqual(add3(instant(day) // DAY), instant(later) // DAY)
        self.assertEqual(instant_text(instant("2026-11-03T23:59:58Z")), "2026-11-03T23:59:58Z")

    def test_codes_of_random_days(self) -> None:
        maker = generate.Maker(5, 0).random
        for _ in range(200):
            width = maker.randint(1, 56)
            values = sorted({maker.getrandbits(width) for _ in range(maker.randint(1, 30))})
            gaps = [after - before - 1 for before, after in zip([-1, *values], values)]
            sizes = [sum(gap >> k for gap in gaps) + k * len(gaps) for k in range(width + 1)]
            best = sizes.index(min(sizes))
            if sum(gaps) >> best > 1 << 16:
                continue
            bits = "".join("1" * (gap >> best) + "0" + (f"{gap:0{width}b}"[-best:] if best else "")
                           for gap in gaps)
            bits += "0" * (-len(bits) % 8)
            data = int(bits, 2).to_bytes(len(bits) // 8, "big")
            found = revocations.unpack(data, width, len(values), best)
            self.assertEqual(found.tolist(), values)

    def test_roots_files(self) -> None:
        fields = json.loads(ROOTS)
        for change in ({"version": 0}, {"version": True}, {"threshold": 4}, {"threshold": 0},
                       {"keys": []}, {"keys": fields["keys"] * 2}, {"more": 1}, {"format": "x"},
                       {"version": 1.0}, {"keys": ["01" + "00" * 31], "threshold": 1}):
            with self.subTest(change), self.assertRaises(Fault):
                roots.pinned(json.dumps(fields | change).encode())
        twice = ROOTS[:-2] + b',"version":1}'
        for data in (b"", b"[]", b"\xff", ROOTS + b"x", b"[" * 16000, twice):
            with self.assertRaises(Fault):
                roots.pinned(data)


if __name__ == "__main__":
    unittest.main()
