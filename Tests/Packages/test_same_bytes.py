"""The same programs give the same packages, and the same commit gives the same programs.

JUSTIFICATIF_OTHER_PROGRAMS names programs that another build of this commit made; without it only the
packages are made twice. A build in a folder of another name has the same code, and debug information that
differs: the compiler names its module cache after a hash of the folder.
"""
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from clean_debian import PROGRAMS, ROOT


@unittest.skipUnless(shutil.which("dh") and (PROGRAMS / "justificatif").exists(), "wants debhelper")
class SameBytesTests(unittest.TestCase):
    def made(self, programs: pathlib.Path) -> dict[str, str]:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([ROOT / "scripts/packages", folder], check=True, stdout=subprocess.DEVNULL,
                           env=os.environ | {"JUSTIFICATIF_PROGRAMS": str(programs)})
            return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
                    for path in pathlib.Path(folder).iterdir()}

    def test_packages_of_the_same_programs_are_the_same(self) -> None:
        first = self.made(PROGRAMS)
        self.assertGreaterEqual(len(first), 6)
        self.assertEqual(self.made(PROGRAMS), first)

    @unittest.skipUnless("JUSTIFICATIF_OTHER_PROGRAMS" in os.environ, "wants programs of a second build")
    def test_programs_of_a_second_build_are_the_same(self) -> None:
        other = pathlib.Path(os.environ["JUSTIFICATIF_OTHER_PROGRAMS"])
        self.assertEqual(self.made(other), self.made(PROGRAMS))


if __name__ == "__main__":
    unittest.main()
