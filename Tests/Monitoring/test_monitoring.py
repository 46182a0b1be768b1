"""What contrib/monitoring offers, held to a daemon that runs: every metric that a rule or a panel names is
written, and the plugin tells each thing that is broken here.

    JUSTIFICATIF_PROGRAMS=.build/debug /usr/bin/python3 -m unittest discover -s Tests/Monitoring
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = pathlib.Path(os.environ.get("JUSTIFICATIF_PROGRAMS", ROOT / ".build" / "debug")).resolve()
OFFERED = ROOT / "contrib" / "monitoring"
PROMTOOL = ROOT / ".build" / "prometheus" / "usr" / "bin" / "promtool"
METRIC = re.compile(r"justificatif_[a-z_]+")


class Counter(unittest.TestCase):
    """A spool and lists, with a daemon that is started when a test wants it."""

    @classmethod
    def setUpClass(cls) -> None:
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.made = pathlib.Path(folder.name)
        subprocess.run([ROOT / "Tests/Packages/ceremony", PROGRAMS, cls.made], check=True,
                       capture_output=True)

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.place = pathlib.Path(folder.name)
        (self.place / "spool").mkdir()

    def have_lists(self, *files: str) -> None:
        program = PROGRAMS / "justificatif"
        lists = ["--lists", self.place / "lists"]
        subprocess.run([program, "lists", "init", "--roots", self.made / "roots.pub", *lists],
                       check=True, capture_output=True)
        for file in files:
            subprocess.run([program, "lists", "install", self.made / file, *lists], check=True,
                           capture_output=True)

    def configured(self, **settings: object) -> pathlib.Path:
        path = self.place / "justificatifd.json"
        path.write_text(json.dumps({
            "spool": str(self.place / "spool"), "lists": str(self.place / "lists"),
            "metrics": str(self.place / "justificatif.prom"), **settings}))
        return path

    def start(self, **settings: object) -> subprocess.Popen:
        daemon = subprocess.Popen(
            [PROGRAMS / "justificatifd", "run", "--config", self.configured(**settings)],
            stderr=subprocess.DEVNULL)
        self.addCleanup(daemon.wait)
        self.addCleanup(daemon.terminate)
        self.wait_for("status.json", lambda text: '"waiting" : 0' in text or '"full"' in text
                      or '"state" : "waiting"' in text, "spool")
        return daemon

    def wait_for(self, name: str, is_there, below: str = "") -> str:
        path = self.place / below / name
        for _ in range(1_200):
            text = path.read_text() if path.exists() else ""
            if text and is_there(text):
                return text
            time.sleep(0.1)
        self.fail(f"{name}: not as wanted after two minutes")

    def plugin(self, *options: object, programs: pathlib.Path = PROGRAMS) -> tuple[int, str]:
        done = subprocess.run(
            [OFFERED / "check_justificatif", "--config", self.configured(),
             "--lists", self.place / "lists", *map(str, options)],
            capture_output=True, text=True, env={"PATH": f"{programs}:/usr/bin:/bin"})
        self.assertEqual(done.stderr, "")
        self.assertRegex(done.stdout, r"\AJUSTIFICATIF (OK|WARNING|CRITICAL|UNKNOWN) - [^|\n]+( \| [^|\n]+)?\n\Z")
        return done.returncode, done.stdout


class MetricsTests(Counter):
    def written(self) -> set[str]:
        self.have_lists("lists/trust.cose", "lists/caf.cose")
        self.start()
        text = self.wait_for("justificatif.prom", lambda text: text.endswith("\n"))
        return set(METRIC.findall(text))

    def test_rules_and_dashboard_name_metrics_that_the_daemon_writes(self) -> None:
        written = self.written()
        rules = (OFFERED / "justificatif.rules.yml").read_text()
        asked = set(METRIC.findall(" ".join(re.findall(r"^ +expr: (.*)$", rules, re.M))))
        self.assertGreater(len(asked), 8)
        self.assertLessEqual(asked, written)
        board = json.loads((OFFERED / "justificatif.dashboard.json").read_text())
        shown = set(METRIC.findall(" ".join(
            target["expr"] for panel in board["panels"] for target in panel["targets"])))
        self.assertGreater(len(shown), 10)
        self.assertLessEqual(shown, written)

    def test_panels_have_a_number_and_a_place_of_their_own(self) -> None:
        panels = json.loads((OFFERED / "justificatif.dashboard.json").read_text())["panels"]
        self.assertEqual(len({panel["id"] for panel in panels}), len(panels))
        taken = [(panel["gridPos"]["x"] + x, panel["gridPos"]["y"]) for panel in panels
                 for x in range(panel["gridPos"]["w"])]
        self.assertEqual(len(set(taken)), len(taken))
        self.assertTrue(all(x < 24 for x, _ in taken))

    @unittest.skipUnless(PROMTOOL.exists(), "promtool is not there: scripts/install-dependencies packages")
    def test_prometheus_understands_the_rules_and_the_metrics(self) -> None:
        done = subprocess.run([PROMTOOL, "check", "rules", OFFERED / "justificatif.rules.yml"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.written()
        with open(self.place / "justificatif.prom", "rb") as file:
            done = subprocess.run([PROMTOOL, "check", "metrics"], stdin=file, capture_output=True,
                                  text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))


class PluginTests(Counter):
    def test_all_is_well(self) -> None:
        self.have_lists("lists/trust.cose", "lists/caf.cose")
        self.start()
        status, line = self.plugin()
        self.assertEqual(status, 0, line)
        self.assertIn("service en marche; listes à jour | waiting=0;;;0 oldest=0s;600;3600;0", line)
        self.assertIn("'caf_age'=0s", line)

    def test_a_daemon_that_does_not_run_is_critical(self) -> None:
        self.have_lists("lists/trust.cose", "lists/caf.cose")
        daemon = self.start()
        daemon.terminate()
        daemon.wait()
        status, line = self.plugin()
        self.assertEqual(status, 2)
        self.assertIn("arrêté : systemctl start justificatifd", line)

    def test_a_daemon_without_lists_is_critical(self) -> None:
        self.start()
        status, line = self.plugin()
        self.assertEqual(status, 2)
        self.assertIn("attend des listes", line)
        self.assertIn("listes absentes : justificatif setup", line)

    def test_a_list_that_ages_is_a_warning(self) -> None:
        self.have_lists("aging/trust.cose", "aging/caf.cose")
        status, line = self.plugin("--no-daemon")
        self.assertEqual(status, 1)
        self.assertIn("listes vieillissent", line)

    def test_a_list_that_is_missing_is_critical(self) -> None:
        self.have_lists("lists/trust.cose")
        status, line = self.plugin("--no-daemon")
        self.assertEqual(status, 2)
        self.assertIn("trop anciennes ou absentes", line)

    def test_a_full_disk_and_a_scan_that_waits_are_told_together(self) -> None:
        self.have_lists("lists/trust.cose", "lists/caf.cose")
        (self.place / "spool/in").mkdir(mode=0o770)
        shutil.copy(self.made / "proof.png", self.place / "spool/in/proof.png")
        self.start(free_mib=1_048_576)
        for _ in range(600):
            status, line = self.plugin("--warning", 1)
            if status == 2 and "attend depuis" in line:
                break
            time.sleep(0.1)
        self.assertEqual(status, 2, line)
        self.assertRegex(line, r"disque plein : df -h; un document attend depuis \d+ s \| waiting=1;")

    def test_a_program_that_is_not_there_is_unknown(self) -> None:
        status, line = self.plugin(programs=self.place)
        self.assertEqual(status, 3)
        self.assertIn("justificatifd : ", line)

    def test_a_program_whose_library_is_missing_is_unknown(self) -> None:
        program = self.place / "justificatifd"
        program.write_text("#!/bin/sh\nexit 127\n")
        program.chmod(0o755)
        status, line = self.plugin(programs=self.place)
        self.assertEqual(status, 3)
        self.assertIn("ldd justificatifd", line)

    def test_an_option_that_it_does_not_know_is_unknown_and_not_critical(self) -> None:
        status, line = self.plugin("--colour")
        self.assertEqual(status, 3)


if __name__ == "__main__":
    unittest.main()
