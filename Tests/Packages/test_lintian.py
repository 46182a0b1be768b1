"""What Debian's own checker says of the packages in dist, those with debug symbols among them."""
import shutil
import subprocess
import unittest

from clean_debian import DIST


@unittest.skipUnless(shutil.which("lintian") and any(DIST.glob("*.deb")), "wants lintian, and dist")
class LintianTests(unittest.TestCase):
    def test_it_finds_no_fault_in_any_package(self) -> None:
        debs = sorted(DIST.glob("*.deb"))
        self.assertTrue(any("-dbgsym" in deb.name for deb in debs))
        found = subprocess.run(
            ["lintian", "--no-cfg", "--allow-root", "--fail-on", "error,warning", *debs],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertEqual((found.returncode, found.stdout), (0, ""))


if __name__ == "__main__":
    unittest.main()
