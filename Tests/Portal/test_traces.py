"""Where a person's data may leave traces: sockets, files, logs, core files and swap (make test-long).

Each is searched twice: while a person decides, when it has to be found if the search is any good, and
after the vault's time, when it must not be (Spec/portal.md 4). 12 to 15 of its section 8.
"""

import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from test_memory import MARKER, may_read_others
from test_security import memory
from town import Town
from visitor import Visitor

KEPT = 12
# As bodies and provider write them, of one person and of nobody else.
MARKERS = (MARKER, b"MOREL", "INÈS".encode(), "Inès".encode(), b"1991-04-16")


def wait_until(is_so, seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        time.sleep(0.1)
    return is_so()


def unescaped(text: str) -> bytes:
    """What strace writes with -x, as bytes: only what is no ASCII is escaped, in hexadecimal."""
    return re.sub(rb"\\x([0-9a-f]{2})", lambda found: bytes([int(found[1], 16)]),
                  text.encode("latin-1"))


class Capture:
    """Every byte that goes through a socket, pipe or file of a process, by the calls it makes."""

    def __init__(self, pid: int, folder: pathlib.Path):
        self.path = folder / "capture"
        self.tracer = subprocess.Popen(
            ["strace", "-f", "-p", str(pid), "-s", "1000000", "-x", "-o", self.path, "-e",
             "trace=%network,read,write,readv,writev,pread64,pwrite64,preadv,pwritev,sendfile,"
             "openat,splice"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        told = self.tracer.stderr.readline()
        assert "attached" in told, told

    def size(self) -> int:
        return self.path.stat().st_size

    def text(self, begin: int = 0) -> str:
        with open(self.path, encoding="latin-1") as file:
            file.seek(begin)
            return file.read()

    def count(self, marker: bytes, begin: int = 0) -> int:
        return unescaped(self.text(begin)).count(marker)

    def written_files(self) -> set[pathlib.Path]:
        """What was opened to be written meanwhile."""
        found = re.findall(r'openat\([^,]*, "([^"]*)", [^)]*O_(?:WRONLY|RDWR)', self.text())
        return {pathlib.Path(path) for path in found}

    def close(self) -> None:
        self.tracer.send_signal(signal.SIGINT)
        self.tracer.wait(30)
        self.tracer.stderr.close()


def open_files(pid: int) -> set[pathlib.Path]:
    """Regular files that a process has open, of the disk or without a name."""
    files = {pathlib.Path(f"/proc/{pid}/fd/{name}") for name in os.listdir(f"/proc/{pid}/fd")}
    return {file for file in files if file.is_file()}


def core_of(pid: int, folder: pathlib.Path, whole: bool) -> bytes:
    """A core file of a process that goes on; a `whole` one has what MADV_DONTDUMP leaves out."""
    path = folder / f"core.{whole}"
    subprocess.run(
        ["gdb", "--batch", "--nx", "-p", str(pid), "-ex",
         f"set dump-excluded-mappings {'on' if whole else 'off'}", "-ex", f"generate-core-file {path}"],
        check=True, capture_output=True)
    content = path.read_bytes()
    path.unlink()
    return content


@unittest.skipUnless(os.environ.get("JUSTIFICATIF_TEST_LONG"), "make test-long")
@unittest.skipUnless(may_read_others(), "only root may look into another process")
class TraceTests(unittest.TestCase):
    def setUp(self):
        self.town = Town(kept_seconds=KEPT)
        self.addCleanup(self.town.close)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    @property
    def pid(self) -> int:
        return self.town.portal.pid

    def pass_others(self) -> None:
        """Other people's requests, through the same buffers."""
        for person in ("pierre", "zoe"):
            Visitor(self.town).take(person=person, procedure="cantine", fact="tariff_bracket")
        for _ in range(40):
            Visitor(self.town).get("/")

    def forgotten(self, visitor: Visitor) -> None:
        """Waits until the vault's time is over."""
        self.assertTrue(wait_until(lambda: visitor.get("/donnees").status == 403))

    @unittest.skipUnless(shutil.which("strace"), "strace is missing: scripts/install-dependencies test")
    def test_12_after_the_time_no_socket_file_or_log_of_the_portal_has_anything_of_the_person(self):
        capture = Capture(self.pid, self.folder)
        visitor = Visitor(self.town)
        try:
            text = visitor.take(procedure="cantine", fact="tariff_bracket")
            visitor.get("/donnees"), visitor.get("/mon-espace"), visitor.get("/mes-justificatifs")
            self.assertEqual(visitor.get("/justificatif.pdf").status, 200)
            markers = (*MARKERS, text[:40].encode(), self.town.provider.subject("ines").encode())
            for marker in markers:
                self.assertGreater(capture.count(marker), 0, f"{marker} was to be seen before")
            self.forgotten(visitor)
            began = capture.size()
            # Everything that the same browser can still ask for, and other people.
            for path in ("/", "/donnees", "/justificatif", "/justificatif.txt", "/justificatif.pdf",
                         "/justificatif.png", "/justificatif.html", "/mes-justificatifs", "/envoyer",
                         "/mon-espace", "/mon-espace/journal.json", "/mon-espace/journal.csv",
                         "/fermer", "/retour?code=x&state=x", "/au-revoir", "/refus", "/suivi"):
                visitor.get(path)
            for path in ("/accepter", "/refuser", "/redemander", "/envoyer", "/deconnexion"):
                visitor.post(path, visitor.get("/").token)
            self.pass_others()
            held = open_files(self.pid)
            names = {os.readlink(file) for file in held}
            self.assertIn(str(self.town.folder / "space.db"), names)
            for file in held:
                for marker in markers:
                    self.assertEqual(file.read_bytes().count(marker), 0, file)
        finally:
            capture.close()
        self.assertGreater(capture.count(b"LEGRAND", began), 0, "others were seen")
        for marker in markers:
            self.assertEqual(capture.count(marker, began), 0, marker)
        written = capture.written_files()
        files = [self.town.folder / path for path in written] + list(self.town.folder.rglob("*"))
        for path in files:
            if path.is_file():
                content = path.read_bytes()
                for marker in markers:
                    self.assertEqual(content.count(marker), 0, path)
        print(f"\ncaptured {capture.size() >> 10} kB of calls, {began >> 10} kB of them before; "
              f"files: {sorted(names | set(map(str, written)))}", file=sys.stderr)

    @unittest.skipUnless(shutil.which("gdb"), "gdb is missing: scripts/install-dependencies long")
    def test_14_a_core_file_has_the_person_before_the_time_and_not_after(self):
        """Of the whole memory; one as the kernel or gcore makes it leaves the vault out."""
        visitor = Visitor(self.town)
        visitor.log_in()
        self.assertIn("Accepter", visitor.get("/donnees").text)
        self.pass_others()
        before = core_of(self.pid, self.folder, whole=True)
        usual = core_of(self.pid, self.folder, whole=False)
        self.assertIn("Accepter", visitor.get("/donnees").text, "the time was over too early")
        self.forgotten(visitor)
        self.pass_others()
        after = core_of(self.pid, self.folder, whole=True)
        counts = [core.count(MARKER) for core in (before, usual, after)]
        print(f"\ncopies in a core file: {counts[0]} of the whole memory, {counts[1]} as the kernel "
              f"would write it, {counts[2]} after the time", file=sys.stderr)
        self.assertGreaterEqual(counts[0], 1)
        self.assertLess(counts[1], counts[0])
        self.assertEqual(counts[2], 0)
        for marker in MARKERS:
            self.assertEqual(after.count(marker), 0, marker)

    def test_14_no_core_is_written_even_if_somebody_raises_the_limit_of_the_process(self):
        visitor = Visitor(self.town)
        visitor.log_in()
        self.assertIn("Accepter", visitor.get("/donnees").text)
        pattern = pathlib.Path("/proc/sys/kernel/core_pattern").read_text().strip()
        if "/" in pattern or "|" in pattern:
            self.skipTest(f"core files go to {pattern}, where a test cannot look")
        # That the machine writes one at all: of a process that forbids nothing.
        unlimited = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        control = subprocess.Popen(["sleep", "60"], cwd=self.folder)
        resource.prlimit(control.pid, resource.RLIMIT_CORE, unlimited)
        control.send_signal(signal.SIGABRT)
        control.wait(30)
        self.assertTrue(list(self.folder.glob("core*")), "no core of a process that allows one")
        try:
            resource.prlimit(self.pid, resource.RLIMIT_CORE, unlimited)
        except PermissionError:
            # Not even root of a container may: the program has given the limit up for good.
            self.assertEqual(resource.prlimit(self.pid, resource.RLIMIT_CORE), (0, 0))
        self.town.portal.send_signal(signal.SIGABRT)
        self.assertEqual(self.town.portal.wait(30), -signal.SIGABRT)
        self.assertEqual(list(self.town.folder.glob("core*")), [])

    def test_14_what_was_fetched_is_locked_so_that_no_swap_has_it(self):
        """By what the kernel says of the pages.

        This shows the lock and not a swap file: machines that try it have no swap, and a test must
        not give them one. A locked page is not written there (mlock(2)).
        """
        swaps = pathlib.Path("/proc/swaps").read_text().splitlines()[1:]
        before = self.status("VmLck")
        visitors = [Visitor(self.town) for _ in range(4)]
        for visitor in visitors:
            visitor.log_in()
        self.assertGreaterEqual(self.status("VmLck") - before, 4 * 2 * 4)
        self.assertEqual(self.status("VmSwap"), 0)
        spans = re.split("(?m)^(?=[0-9a-f]+-[0-9a-f]+ )",
                         pathlib.Path(f"/proc/{self.pid}/smaps").read_text())
        held = [span for span in spans if re.search("^VmFlags:.* lo( |$)", span, re.M)]
        self.assertTrue(held)
        for span in held:
            sizes = {name: int(re.search(rf"^{name}: +(\d+) kB", span, re.M)[1])
                     for name in ("Size", "Rss", "Locked", "Swap")}
            # All of it is in memory and locked there; none of it is elsewhere.
            self.assertEqual((sizes["Rss"], sizes["Swap"]), (sizes["Size"], 0), span)
            self.assertEqual(sizes["Locked"], sizes["Size"], span)
        for visitor in visitors:
            self.forgotten(visitor)
        self.assertTrue(wait_until(lambda: self.status("VmLck") == before), "still locked")
        self.assertEqual(memory(self.pid, MARKER), 0)
        print(f"\n{len(held)} spans of locked pages; swap of this machine: {swaps or 'none'}",
              file=sys.stderr)

    def status(self, name: str) -> int:
        """Of the portal, in kB."""
        text = pathlib.Path(f"/proc/{self.pid}/status").read_text()
        return int(re.search(rf"{name}:\s+(\d+) kB", text)[1])


if __name__ == "__main__":
    unittest.main()
