"""The verifier in JavaScript (javascript/) on the vectors, and as a package.

    /usr/bin/python3 -m unittest discover -s Vectors
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
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


# The example of its README, with what it takes for granted.
EXAMPLE = """
import { readFile } from "node:fs/promises";
const read = async (name) => new Uint8Array(await readFile(`PRACTICE/${name}`));
const [rootsPub, trustList, revocationList, bytes] = await Promise.all(
    ["roots.pub", "pictures/trust.cose", "pictures/revocations.cose", "quotient-familial.txt"].map(read));
Date.now = () => Date.parse("2026-11-21T10:00:00Z");
"""
NAMES = """
import * as offered from "justificatif-verifier";
console.log(JSON.stringify(Object.entries(offered).map(([name, { length }]) => [name, length])));
"""


class Package(unittest.TestCase):
    """Installed as npm would, by a link."""

    def node(self, script: str) -> str:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "node_modules").mkdir()
            (folder / "node_modules" / "justificatif-verifier").symlink_to(SCRIPT.parent)
            (folder / "script.mjs").write_text(script, "utf-8")
            done = subprocess.run(["node", folder / "script.mjs"], capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout.decode()

    def test_the_example_of_the_readme_runs(self) -> None:
        readme = (SCRIPT.parent / "README.md").read_text("utf-8")
        example = re.search(r"```js\n(.*?)```", readme, re.DOTALL)[1]
        practice = str(HERE / "practice")
        self.assertIn("verdict: 'valid'", self.node(EXAMPLE.replace("PRACTICE", practice) + example))

    def test_types_are_of_what_is_offered(self) -> None:
        types = (SCRIPT.parent / "index.d.ts").read_text("utf-8")
        declared = re.findall(r"^export function (\w+)\(([^)]*)\): [^;]+;$", types, re.MULTILINE)
        needed = {name: sum("?:" not in one for one in taken.split(",")) for name, taken in declared}
        self.assertEqual(dict(json.loads(self.node(NAMES))), needed)

    def test_what_it_names_is_there(self) -> None:
        package = json.loads((SCRIPT.parent / "package.json").read_text("utf-8"))
        for name in (package["types"], *package["exports"]["."].values()):
            self.assertTrue((SCRIPT.parent / name).is_file(), name)


if __name__ == "__main__":
    unittest.main()
