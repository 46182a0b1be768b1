"""The verifier in JavaScript (javascript/) on the vectors.

    /usr/bin/python3 -m unittest discover -s Vectors
"""

import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SCRIPT = HERE / "javascript" / "answer.mjs"
sys.path.insert(0, str(HERE / "verifier"))

import command
import expected
import vectors
from justificatif_verify import names

WITHOUT_WEBCRYPTO = (
    'data:text/javascript,Object.defineProperty(globalThis,"crypto",{value:{}})'
)


class AllVectors(unittest.TestCase):
    def answers(self, layers: set[str], *options: str) -> None:
        # Right or wrong is asked here, not how fast a busy machine is.
        verifier = command.Command(" ".join(["node", *options, str(SCRIPT)]), seconds=300)
        for path in vectors.paths():
            vector = vectors.read(path)
            if layers and vector.layer not in layers:
                continue
            answer = verifier.ask(vector.question)
            if answer == {"answer": "unsupported"}:
                self.assertEqual(vector.layer, "picture")
                continue
            with self.subTest(path.stem):
                self.assertEqual(expected.differences(vector.expected, answer, True), [])
        verifier.close()

    def test_each_is_answered_with_its_reason(self) -> None:
        self.answers(set())

    def test_each_letter_is_folded_as_in_python(self) -> None:
        verifier = command.Command(f"node {SCRIPT}")
        for number in [*range(0x20, 0x250), *range(0x1E00, 0x1F00)]:
            letter = chr(number)
            answer = verifier.ask({"kind": "folding", "payload": f"a{letter}".encode().hex()})
            self.assertEqual(answer["folded"], names.fold(f"a{letter}"), letter)
        verifier.close()

    def test_signatures_are_judged_alike_without_webcrypto(self) -> None:
        self.answers({"key", "signature", "revocation"}, "--import", WITHOUT_WEBCRYPTO)


if __name__ == "__main__":
    unittest.main()
