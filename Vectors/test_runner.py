"""The runner of verifier/ on commands that lie, its protocol, and random claims sets.

    /usr/bin/python3 -m unittest discover -s Vectors

With JUSTIFICATIF_PROGRAMS, a folder, random claims sets are compared with the programs there.
"""

import contextlib
import io
import json
import os
import pathlib
import shlex
import sys
import tempfile
import unittest
import xml.etree.ElementTree

HERE = pathlib.Path(__file__).resolve().parent
PRACTICE = HERE / "practice"
sys.path.insert(0, str(HERE / "verifier"))

import expected
import generate
import protocol
import random_claims
import run
import vectors
import verify
from justificatif_verify import judge
from command import Broken, Command

SERVER = f"{shlex.quote(sys.executable)} {shlex.quote(str(HERE / 'verifier' / 'protocol.py'))}"
QUESTION = {"kind": "base32", "case": "text_practice", "payload": b"AA".hex()}


class Protocol(unittest.TestCase):
    def test_anything_is_answered(self) -> None:
        lines = [b"", b"x", b"{}", b"[]", b"null", b"[" * 100000, b'{"kind":[]}', b"\xff\xfe",
                 b'{"kind":"verdict"}', b'{"kind":"coding","bits":"00","width":"1"}',
                 b'{"kind":"adoption","roots":"00","steps":[{}]}', b'{"kind":"no-such-kind"}']
        asked = io.BytesIO(b"".join(line + b"\n" for line in lines))
        answers = io.BytesIO()
        protocol.serve(asked, answers)
        found = [json.loads(line) for line in answers.getvalue().splitlines()]
        self.assertEqual(len(found), len(lines))
        self.assertEqual(found[-1], {"answer": "unsupported"})
        for answer in found[:-2]:
            self.assertEqual(answer, protocol.INTERNAL_ERROR)

    def test_a_list_that_is_not_adopted_makes_one_answer_wrong(self) -> None:
        vector = vectors.read(HERE / "text" / "text_good.vec")
        answer = protocol.answer(vector.question | {"lists": ["00"]})
        self.assertEqual(answer, {"answer": "lists-not-adopted"})
        self.assertNotEqual(expected.differences(vector.expected, answer, False), [])

    def test_by_hand(self) -> None:
        given = [str(PRACTICE / "quotient-familial.txt"), "--roots", str(PRACTICE / "roots.pub"),
                 "--lists", str(PRACTICE / "trust.cose"), "--at", "2026-11-03"]
        for change, status in (({}, 0), ({6: "2027-11-03"}, 1), ({0: "no-such-file"}, 74),
                               ({6: "yesterday"}, 64), ({0: "JF1:AA"}, 4)):
            arguments = [change.get(at, one) for at, one in enumerate(given)]
            with contextlib.redirect_stdout(io.StringIO()), \
                    contextlib.redirect_stderr(io.StringIO()):
                self.assertEqual(verify.main(arguments), status, change)


class Runner(unittest.TestCase):
    """Commands that do not keep to the protocol, and files that are not as the README has it."""

    def command(self, program: str) -> Command:
        line = f"{shlex.quote(sys.executable)} -c {shlex.quote(program)}"
        found = Command(line, seconds=2)
        self.addCleanup(found.kill)
        return found

    def test_an_honest_command(self) -> None:
        command = Command(SERVER)
        self.addCleanup(command.kill)
        self.assertEqual(command.ask(QUESTION), {"answer": "valid", "bytes": "00"})
        command.close()

    def test_broken_commands(self) -> None:
        for program in ("import time; time.sleep(60)", "input()", "input(); print('x')",
                        "input(); print('[]')", "input(); print('{}')", "raise SystemExit(3)",
                        "input(); print('{\"answer\":\"valid\"}\\n{\"answer\":\"valid\"}')",
                        "input(); print('[' * 100000)", "input(); print('{', end='')"):
            with self.subTest(program), self.assertRaises(Broken):
                self.command(program).ask(QUESTION)
        with self.assertRaises(Broken):
            Command("/no/such/program")

    def test_the_end(self) -> None:
        answer = "print('{\"answer\":\"valid\"}', flush=True)"
        for after in ("raise SystemExit(3)", "import time; time.sleep(60)",
                      f"import sys; sys.stdin.read(); {answer}"):
            command = self.command(f"input(); {answer}; {after}")
            command.ask(QUESTION)
            with self.assertRaises(Broken):
                command.close()

    def outcome(self, answer: dict[str, object]) -> run.Outcome:
        vector = vectors.Vector("text_x", "text", "base32", "a comment", QUESTION,
                                {"answer": "valid", "bytes": "00"})
        verifier = run.InProcess()
        verifier.ask = lambda question: answer
        return run.tried(verifier, [vector], False)[0]

    def test_a_lie_is_a_difference(self) -> None:
        self.assertEqual(self.outcome({"answer": "valid", "bytes": "00"}).differences, [])
        for answer in ({"answer": "text-length"}, {"answer": "valid", "bytes": "01"},
                       {"answer": "valid"}, {"verdict": "internal-error"}):
            found = self.outcome(answer)
            self.assertTrue(found.differences)
            self.assertIn("text_x: a comment", run.report([found]))
            report = xml.etree.ElementTree.fromstring(run.junit([found]))
            self.assertEqual(report.get("failures"), "1")
        self.assertFalse(self.outcome({"answer": "unsupported"}).supported)

    def test_what_may_be_there_is_compared(self) -> None:
        wanted = {"verdict": "valid", "token": "00", "reason": "x"}
        for answer, reasons, count in (
                ({"verdict": "valid"}, False, 0), ({"verdict": "valid", "token": "01"}, False, 1),
                ({"verdict": "valid", "reason": "y"}, False, 0), ({"verdict": "valid"}, True, 1),
                ({"verdict": "valid", "reason": "x@7"}, True, 0),
                ({"verdict": "expired"}, False, 1)):
            self.assertEqual(len(expected.differences(wanted, answer, reasons)), count, answer)

    def test_what_may_not_be_shown_is_a_difference(self) -> None:
        for key in ("reference", "issuer", "issued", "last_day", "claims"):
            answer = {"verdict": "revoked", key: "x"}
            self.assertEqual(len(expected.differences({"verdict": "revoked"}, answer, False)), 1)
            self.assertEqual(expected.differences({"verdict": "revoked", key: "x"}, answer, False),
                             [])

    def test_files_that_stop_the_run(self) -> None:
        good = "kind: base32\ncomment: c\nflags: f\nrules: X5\nexpect: valid\nbytes: 00\n\nAA"
        self.assertEqual(vectors.parse("text_a", "text", good.encode()).expected,
                         {"answer": "valid", "bytes": "00"})
        for old, new in (("kind: base32", "kind: base64"), ("rules:", "rule:"),
                         ("expect: valid", "expect: fine"),
                         ("expect: valid", "expect: valid\nx: 1"),
                         ("comment: c\n", ""), ("comment: c\n", "comment: c\ncomment: c\n"),
                         ("kind: base32\ncomment: c", "comment: c\nkind: base32"),
                         ("bytes: 00\n", ""), ("\n\nAA", ""), ("comment: c", "comment c"),
                         ("comment: c", "comment: c\nrun: 9 00 1")):
            with self.subTest(new), self.assertRaises((vectors.Wrong, ValueError, KeyError)):
                self.assertIn(old, good)
                vectors.parse("text_a", "text", good.replace(old, new, 1).encode())
        for name, layer in (("text_a", "cbor"), ("other_a", "other")):
            with self.assertRaises(vectors.Wrong):
                vectors.parse(name, layer, good.encode())

    def test_exit_statuses(self) -> None:
        folder = self.enterContext(tempfile.TemporaryDirectory())
        junit = pathlib.Path(folder, "report.xml")
        for arguments, status in ((["--layer", "text", "--junit", str(junit)], 0),
                                  (["--layer", "nothing"], 64),
                                  (["--layer", "text", "--command", "/bin/true"], 70),
                                  (["--layer", "text", "--command", SERVER], 0)):
            with contextlib.redirect_stdout(io.StringIO()), \
                    contextlib.redirect_stderr(io.StringIO()):
                self.assertEqual(run.main(arguments), status, arguments)
        self.assertEqual(xml.etree.ElementTree.parse(junit).getroot().get("failures"), "0")


class RandomClaims(unittest.TestCase):
    def test_sets_of_both_sorts(self) -> None:
        """What is made is mostly valid, and the same for the same seed."""
        setting = random_claims.lists().setting(random_claims.ISSUED * random_claims.DAY)
        writer = random_claims.Writer()
        verdicts = []
        for maker in (generate.Maker(1, random_claims.ISSUED) for _ in range(2)):
            sets = [maker.claims() for _ in range(200)]
            verdicts.append([
                judge.judge(writer.text(random_claims.wire(one, maker.issued, True), maker.issued,
                                        maker.issued + 29, bytes(16)), setting)
                for one in sets])
        self.assertEqual(*verdicts)
        good = sum(one["verdict"] == "valid" for one in verdicts[0])
        self.assertTrue(100 < good < 195, good)
        for claims, one in zip(sets, verdicts[0]):
            # The number of a choice is no JSON of it, and the same bytes as its name.
            number = any(random_claims.BY_NAME[name].kind == "choice" and type(value) is int
                         for name, value in claims.items())
            if one["verdict"] == "valid" and "1970-01-01" not in claims.values() and not number:
                self.assertEqual(one["claims"], random_claims.normalised(claims))

    def test_both_ways(self) -> None:
        programs = os.environ.get("JUSTIFICATIF_PROGRAMS")
        if not programs:
            self.skipTest("JUSTIFICATIF_PROGRAMS names no folder")
        found = random_claims.compare(pathlib.Path(programs), 400, 1)
        self.assertEqual(found, [])


if __name__ == "__main__":
    unittest.main()
