"""`make portail`: everything starts, and one Ctrl-C ends everything."""

import os
import pathlib
import re
import signal
import subprocess
import sys
import time
import unittest
import urllib.request

from town import ROOT, free_port


def descendants(pid: int) -> set[int]:
    """The processes that a process has started, and those that these have."""
    parents = {}
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text().rsplit(")", 1)[1].split()
            parents[int(folder.name)] = int(stat[1])
        except OSError:
            continue
    found, new = set(), {pid}
    while new:
        new = {child for child, parent in parents.items() if parent in new} - found
        found |= new
    return found


def is_there(pid: int) -> bool:
    try:
        return "Z" not in pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False


class DemoTests(unittest.TestCase):
    def start(self) -> tuple[subprocess.Popen, str, set[int]]:
        demo = subprocess.Popen(
            # As a terminal starts it, even if the shell that started the tests ignores Ctrl-C.
            ["env", "--default-signal=INT", sys.executable, ROOT / "Tests/Portal/demo.py",
             str(free_port())], text=True, stdout=subprocess.PIPE, start_new_session=True)
        self.addCleanup(demo.stdout.close)
        self.addCleanup(demo.kill)
        told = ""
        while "API Particulier" not in told:
            line = demo.stdout.readline()
            self.assertTrue(line, "the demonstration ended")
            told += line
        return demo, told, descendants(demo.pid)

    def ends(self, demo: subprocess.Popen, started: set[int]) -> None:
        self.assertEqual(demo.wait(30), 0)
        for _ in range(50):
            left = [pid for pid in started if is_there(pid)]
            if not left:
                return
            time.sleep(0.1)
        self.fail(f"left behind: {left}")

    def test_every_address_that_is_printed_answers_and_ctrl_c_ends_every_process(self):
        demo, told, started = self.start()
        self.assertGreaterEqual(len(started), 4, "signing, portal, canteen, counter")
        for name in ("Portail", "Cantine", "Guichet"):
            address = re.search(rf"{name} +(http://\S+)", told)[1]
            with urllib.request.urlopen(address, timeout=20) as answer:
                self.assertEqual(answer.status, 200, address)
        # As a terminal does: to the whole group.
        os.killpg(demo.pid, signal.SIGINT)
        self.ends(demo, started)

    def test_a_signal_to_the_demonstration_alone_ends_every_process(self):
        demo, _, started = self.start()
        demo.send_signal(signal.SIGTERM)
        self.ends(demo, started)


if __name__ == "__main__":
    unittest.main()
