"""The wheel of the Python verifier, as somebody else installs it.

    /usr/bin/python3 -m unittest discover -s Vectors
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
PRACTICE = HERE / "practice"
TEXT = (PRACTICE / "quotient-familial.txt").read_text("utf-8").strip()

PROGRAM = """
import datetime, json, pathlib, sys
from justificatif_verify import Lists, verify, verify_file

practice = pathlib.Path(sys.argv[1])
text = (practice / "quotient-familial.txt").read_text("utf-8")
at = datetime.datetime(2026, 11, 3, tzinfo=datetime.timezone.utc)
lists = Lists.pinned((practice / "roots.pub").read_bytes())
answers = lists.install([(practice / "trust.cose").read_bytes()], at)
verdicts = [verify(text, lists, at), verify_file(text.encode(), lists, at),
            verify(text, lists, int(at.timestamp()), ["Mairie d'Ailleurs"])]
refused = []
for step in (lambda: Lists.pinned(b"{}"), lambda: verify(text, lists, datetime.datetime(2026, 11, 3))):
    try:
        step()
    except ValueError as error:
        refused.append(str(error))
before = lists.observed
late = verify("JF1:", lists)["checked_at"]
print(json.dumps([answers, verdicts, refused, before, late]))
"""


class Wheel(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        folder = pathlib.Path(cls.temporary.name)
        subprocess.run([HERE.parent / "scripts/wheel", folder], check=True)
        [wheel] = folder.glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder / "installed")
        cls.folder = folder / "installed"

    def run_python(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([sys.executable, *arguments], cwd="/", env={"PYTHONPATH": str(self.folder)},
                              capture_output=True, text=True, check=False)

    def test_it_judges_without_the_checkout(self) -> None:
        ran = self.run_python("-c", PROGRAM, str(PRACTICE))
        self.assertEqual(ran.stderr, "")
        answers, verdicts, refused, before, late = json.loads(ran.stdout)
        self.assertEqual(answers, ["adopted"])
        self.assertEqual({verdict["verdict"] for verdict in verdicts}, {"valid"})
        self.assertEqual(verdicts[0]["claims"]["qf"], 742)
        self.assertEqual(verdicts[0]["checked_at"], "2026-11-03T00:00:00Z")
        self.assertEqual(refused, ["roots.pub: not-roots",
                                   "an instant needs a zone: datetime.now(timezone.utc)"])
        self.assertIsNone(before, "an instant that is given is not written down")
        self.assertRegex(late, r"^20\d\d-\d\d-\d\dT")

    def test_by_hand_it_is_judged_for_now_unless_told(self) -> None:
        lists = ["--roots", str(PRACTICE / "roots.pub"), "--lists", str(PRACTICE / "trust.cose")]
        for at, status in ((["--at", "2026-11-03"], 0), (["--at", "2028-11-03"], 1)):
            ran = self.run_python("-m", "justificatif_verify", TEXT, *lists, *at)
            self.assertEqual(ran.returncode, status, ran.stderr)
        ran = self.run_python("-m", "justificatif_verify", TEXT, *lists)
        self.assertIn("checked_at", json.loads(ran.stdout))


if __name__ == "__main__":
    unittest.main()
