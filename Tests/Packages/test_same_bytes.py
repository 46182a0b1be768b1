"""One commit gives the same program in whatever folder, and the same programs give the same packages."""
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from clean_debian import PROGRAMS, ROOT


@unittest.skipUnless(shutil.which("dh") and (PROGRAMS / "justificatif").exists(), "wants debhelper")
class SamePackagesTests(unittest.TestCase):
    def made(self) -> dict[str, str]:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([ROOT / "scripts/packages", folder], check=True, stdout=subprocess.DEVNULL)
            return {path.name: hashlib.sha256(path.read_bytes()).hexdigest()
                    for path in pathlib.Path(folder).iterdir()}

    def test_packages_of_the_same_programs_are_the_same(self) -> None:
        first = self.made()
        self.assertGreaterEqual(len(first), 7)
        self.assertEqual(self.made(), first)


@unittest.skipUnless(os.environ.get("JUSTIFICATIF_TEST_LONG") and shutil.which("swift"), "takes minutes")
class SameProgramTests(unittest.TestCase):
    """One that has neither GRDB nor Hummingbird, in which the length of a path stays (see the Makefile)."""

    PRODUCT = "justificatif-page"

    def built(self, checkout: pathlib.Path) -> str:
        subprocess.run(["git", "clone", "--quiet", ROOT, checkout], check=True)
        # Which versions of other packages is not the question.
        shutil.copy(ROOT / "Package.resolved", checkout)
        subprocess.run(["make", "-C", checkout, "build", f"PRODUCT={self.PRODUCT}"], check=True,
                       stdout=subprocess.DEVNULL)
        program = checkout / ".build" / "release" / self.PRODUCT
        return hashlib.sha256(program.read_bytes()).hexdigest()

    def test_two_builds_in_folders_of_other_names_are_the_same(self) -> None:
        with tempfile.TemporaryDirectory(dir=ROOT / ".build") as folder:
            first = self.built(pathlib.Path(folder) / "first")
            second = self.built(pathlib.Path(folder) / "a-second-of-another-name")
        self.assertEqual(first, second)


if __name__ == "__main__":
    unittest.main()
