"""What the running portal leaves in memory, and what it does not leave on a disk.

The numbers are those of Spec/portal.md 8.
"""

import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import time
import unittest

from town import Town
from visitor import Visitor

# As the data body writes it, and nobody else.
MARKER = b"CAMILLE ROSE"


def memory(pid: int, marker: bytes) -> tuple[int, int]:
    """How often a marker is in locked pages of a process, and how often elsewhere."""
    locked, elsewhere, span, bounds = 0, 0, b"", None
    with open(f"/proc/{pid}/smaps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as held:
        for line in maps:
            first = line.split()[0]
            if not first.endswith(":"):
                bounds = (first, line.split()[1])
            elif first == "VmFlags:":
                start, end = (int(part, 16) for part in bounds[0].split("-"))
                if not bounds[1].startswith("rw"):
                    continue
                try:
                    held.seek(start)
                    span = held.read(end - start)
                except (OSError, ValueError, OverflowError):
                    continue
                count = span.count(marker)
                if "lo" in line.split()[1:]:
                    locked += count
                else:
                    elsewhere += count
    return locked, elsewhere


def may_read_others() -> bool:
    """Whether this account may read memory that its owner has closed."""
    return os.geteuid() == 0


class MemoryTests(unittest.TestCase):
    def town(self, **settings) -> Town:
        town = Town(**settings)
        self.addCleanup(town.close)
        return town

    @unittest.skipUnless(may_read_others(), "only root may look into the portal's memory")
    def test_15_while_a_person_decides_what_was_fetched_is_in_locked_pages_only(self):
        """Copies of a request are overwritten when it ends (Spec/portal.md 4)."""
        town = self.town()
        visitors = [Visitor(town) for _ in range(5)]
        for visitor in visitors:
            visitor.log_in()
            self.assertIn("Accepter", visitor.get("/donnees").text)
        for _ in range(40):
            Visitor(town).get("/")
        locked, elsewhere = memory(town.portal.pid, MARKER)
        print(f"\ncopies of an answer: {locked} in locked pages, {elsewhere} elsewhere, "
              f"of {len(visitors)} persons", file=sys.stderr)
        self.assertEqual(locked, len(visitors))
        self.assertLessEqual(elsewhere, len(visitors))

    def test_14_a_portal_that_dies_leaves_its_memory_in_no_file(self):
        limits = resource.getrlimit(resource.RLIMIT_CORE)
        # What a careless shell would allow; the program has to forbid it by itself.
        resource.setrlimit(resource.RLIMIT_CORE, (limits[1], limits[1]))
        self.addCleanup(resource.setrlimit, resource.RLIMIT_CORE, limits)
        town = self.town()
        visitor = Visitor(town)
        visitor.log_in()
        self.assertIn("Accepter", visitor.get("/donnees").text)
        began = time.time()
        with open(f"/proc/{town.portal.pid}/limits") as told:
            core = next(line.split() for line in told if line.startswith("Max core file size"))
        self.assertEqual(core[4:6], ["0", "0"])
        town.portal.send_signal(signal.SIGSEGV)
        self.assertEqual(town.portal.wait(30), -signal.SIGSEGV)
        time.sleep(1)
        for path in self.written_since(began, town):
            self.assertNotIn(MARKER, path.read_bytes(), path)
        self.assertEqual(town.log("portal").count("CAMILLE"), 0)

    def written_since(self, began: float, town: Town) -> list[pathlib.Path]:
        """Where core files go: the working directory, and where the kernel or systemd puts them."""
        pattern = pathlib.Path("/proc/sys/kernel/core_pattern").read_text().strip()
        folders = [town.folder, *map(pathlib.Path, (
            "/var/lib/systemd/coredump", "/var/crash", "/tmp", "/cores"))]
        if pattern.startswith("/"):
            folders.append(pathlib.Path(pattern).parent)
        found = [path for folder in folders if folder.is_dir() for path in folder.glob("*")]
        return [path for path in found
                if path.is_file() and (path.parent == town.folder or path.stat().st_mtime >= began)
                and os.access(path, os.R_OK) and path.stat().st_size < 1 << 30]

    @unittest.skipUnless(may_read_others(), "only root may look into the portal's memory")
    def test_14_what_was_fetched_is_in_pages_that_neither_swap_nor_a_dump_may_take(self):
        """By the flags of the kernel: tried without swap, this shows the lock and no swap file."""
        town = self.town()
        Visitor(town).log_in()
        locked, _ = memory(town.portal.pid, MARKER)
        self.assertEqual(locked, 1)
        spans = re.split("(?m)^(?=[0-9a-f]+-[0-9a-f]+ )",
                         pathlib.Path(f"/proc/{town.portal.pid}/smaps").read_text())
        flags = [set(re.search("VmFlags: (.*)", span)[1].split()) for span in spans if span]
        held = [flag for flag in flags if "lo" in flag]
        self.assertTrue(held)
        for flag in held:
            self.assertIn("dd", flag)
        status = pathlib.Path(f"/proc/{town.portal.pid}/status").read_text()
        self.assertEqual(re.search(r"VmSwap:\s+(\d+) kB", status)[1], "0")

    @unittest.skipUnless(may_read_others(), "only root may look into the portal's memory")
    def test_20_after_closing_neither_process_has_anything_of_the_person(self):
        """Answers, identity, name at the provider, text of the justificatif: in the portal and in the
        signing service, once other requests went through the same buffers."""
        town = self.town()
        visitor = Visitor(town)
        text = visitor.take(procedure="cantine", fact="tariff_bracket")
        needles = [MARKER, text[:60].encode(), town.provider.subject("ines").encode()]
        processes = (town.portal.pid, town.signing.pid)
        found = [sum(memory(pid, needle)) for pid in processes for needle in needles]
        self.assertGreater(sum(found), 0)
        visitor.post("/fermer", visitor.get("/fermer").token, annuler="oui")
        # Of other persons, who pass through both processes.
        for _ in range(3):
            for person in ("pierre", "zoe"):
                Visitor(town).take(person=person, procedure="cantine", fact="tariff_bracket")
        for pid, name in zip(processes, ("portal", "signing")):
            for needle in needles:
                self.assertEqual(sum(memory(pid, needle)), 0, f"{name}: {needle[:12]}")

    @unittest.skipUnless(may_read_others(), "needs root, to try as another account")
    def test_14_no_process_of_the_same_account_reads_it(self):
        """A reader without rights of root, as the portal's own account would be."""
        town = self.town()
        script = ("import os, sys\n"
                  "try: os.open(f'/proc/{sys.argv[1]}/mem', os.O_RDONLY)\n"
                  "except PermissionError: print('refused')")
        # Of the same user, without CAP_SYS_PTRACE.
        done = subprocess.run(
            ["setpriv", "--bounding-set", "-all", "--inh-caps", "-all", sys.executable, "-c",
             script, str(town.portal.pid)], capture_output=True, text=True)
        self.assertEqual(done.stdout.strip(), "refused", done.stderr)


if __name__ == "__main__":
    unittest.main()
