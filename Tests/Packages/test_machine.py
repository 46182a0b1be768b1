"""The packages under a real systemd: Debian 12 in qemu, emulated in software, without a network.

Started by systemd itself, with the kernel, Landlock and seccomp of Debian; the power is cut in the middle
of 200 scans. Wants root, debootstrap, qemu-system-x86 and the packages in dist/ (make packages).
"""
import pathlib
import re
import shutil
import subprocess
import threading
import time
import unittest

from clean_debian import ROOT, CleanDebian, blocks, ceremony

IMAGE = ROOT / ".build" / "debian-machine.img"
#: On a machine with nothing else to do it takes some three minutes.
PATIENCE_SECONDS = 3_600
UNIT = """[Unit]
After=multi-user.target
[Service]
Type=simple
StandardInput=null
ExecStart=/root/trial
[Install]
WantedBy=multi-user.target
"""
DROP_INS = {
    "justificatif-lists.timer": "[Timer]\nOnActiveSec=3s\nRandomizedDelaySec=0\nAccuracySec=1s\n",
    "justificatif-publish@.timer": "[Timer]\nOnActiveSec=3s\nRandomizedDelaySec=0\nAccuracySec=1s\n",
    # Long enough for an emulated processor, short enough for somebody who waits. The line tells what a power
    # cut left, before the daemon goes on.
    "justificatifd.service": "[Service]\nWatchdogSec=45\nTimeoutStartSec=300\n"
    "ExecStartPre=/bin/sh -c 'echo verdicts-before-start $(ls /var/spool/justificatif/verdicts | wc -l)'\n",
}


@unittest.skipUnless(shutil.which("qemu-system-x86_64") and shutil.which("mke2fs"), "wants qemu")
class MachineTests(CleanDebian):
    CLEAN = ROOT / ".build" / "debian-machine"
    INCLUDED = "systemd,systemd-sysv,dbus,udev,linux-image-cloud-amd64,iproute2,kmod,curl"
    WORK = ROOT / ".build" / "debian-machine-copy"

    def recipes(self) -> None:
        """What two guides give to print answers and to send alarms; printer and relay are stand-ins."""
        units = self.WORK / "etc/systemd/system"
        for block in blocks("installer-au-guichet"):
            if block.startswith("[Path]"):
                (units / "justificatif-imprimer.path").write_text(block)
            if "| lp " in block:
                (units / "justificatif-imprimer.service").write_text(block)
        [alarm] = [block for block in blocks("exploitation") if "| mail " in block]
        (units / "justificatif-alarm@.service.d").mkdir()
        (units / "justificatif-alarm@.service.d/override.conf").write_text(alarm)
        for place, tag in ((self.WORK / "usr/bin/lp", "lp"), (self.WORK / "usr/sbin/sendmail", "sendmail")):
            place.unlink(missing_ok=True)
            place.write_text(f"#!/bin/sh\nexec logger -t {tag}\n")
            place.chmod(0o755)

    def image(self) -> list[str]:
        """Makes the disk of a machine with the packages; returns what starts it."""
        self.install("justificatif", "justificatif-daemon", "justificatif-guichet", "justificatif-issuer",
                     "justificatif-page", "justificatif-portail", options="--no-install-recommends")
        self.inside("apt-get install -y -qq --no-install-recommends bsd-mailx jq msmtp-mta")
        (self.WORK / "usr/sbin/policy-rc.d").unlink()
        self.recipes()
        ceremony(self.WORK / "root/ceremony")
        (self.WORK / "root/stage").write_text("first\n")
        shutil.copy(ROOT / "Tests/Packages/trial", self.WORK / "root/trial")
        units = self.WORK / "etc/systemd/system"
        (units / "trial.service").write_text(UNIT)
        (units / "multi-user.target.wants").mkdir(exist_ok=True)
        (units / "multi-user.target.wants/trial.service").symlink_to("/etc/systemd/system/trial.service")
        for unit, text in DROP_INS.items():
            (units / f"{unit}.d").mkdir()
            (units / f"{unit}.d/trial.conf").write_text(text)
        # The first would hang up the console that the trial writes to; the others only take time.
        for unit in ("serial-getty@ttyS0.service", "e2scrub_reap.service", "apt-daily.timer",
                     "apt-daily-upgrade.timer"):
            (units / unit).symlink_to("/dev/null")
        shutil.rmtree(self.WORK / "packages")
        shutil.rmtree(self.WORK / "var/cache/apt")
        (self.WORK / "etc/fstab").write_text("/dev/vda / ext4 defaults 0 1\n")
        IMAGE.unlink(missing_ok=True)
        self.addCleanup(IMAGE.unlink, missing_ok=True)
        subprocess.run(["mke2fs", "-q", "-t", "ext4", "-d", self.WORK, IMAGE, "2500M"], check=True)
        boot = {}
        for name in ("vmlinuz", "initrd.img"):
            [found] = (self.WORK / "boot").glob(f"{name}-*")
            boot[name] = shutil.copy(found, IMAGE.with_name(f"debian-machine.{name}"))
            self.addCleanup(pathlib.Path(boot[name]).unlink, missing_ok=True)
        return ["qemu-system-x86_64", "-machine", "q35,accel=tcg", "-cpu", "max", "-smp", "2", "-m", "1024",
                "-nographic", "-no-reboot", "-net", "none", "-kernel", boot["vmlinuz"],
                "-initrd", boot["initrd.img"], "-append", "root=/dev/vda rw console=ttyS0 quiet",
                "-drive", f"file={IMAGE},if=virtio,format=raw"]

    def run_machine(self, command: list[str], until: str | None) -> dict[str, str]:
        """What the trial said; the power is cut where it says `until`, else the machine ends itself."""
        machine = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, text=True, errors="replace")
        log = self.enterContext(IMAGE.with_suffix(".log").open("a"))
        timer = threading.Timer(PATIENCE_SECONDS, machine.kill)
        timer.start()
        said, console = {}, []
        try:
            for line in machine.stdout:
                console.append(line)
                print(line, end="", file=log, flush=True)
                found = re.search(r"TRIAL (\S+) ?(.*?)\s*$", line)
                if found:
                    said[found[1]] = found[2]
                if found and found[1] == until:
                    machine.kill()
        finally:
            timer.cancel()
            machine.kill()
            machine.wait()
            machine.stdout.close()
        self.console = "".join(console[-120:])
        return said

    def told(self, said: dict[str, str], **wanted: str) -> None:
        found = {name: said.get(name.replace("_", "-")) for name in wanted}
        self.assertEqual(found, wanted, self.console)

    def test_systemd_runs_it_and_a_power_cut_costs_no_verdict(self) -> None:
        began = time.monotonic()
        command = self.image()
        made = time.monotonic()
        said = self.run_machine(command, until="cut")
        cut = time.monotonic()
        self.told(said, setup="0", daemon="active enabled", journal="1", verdict='"verdict":"valid"',
                  watchdog_beats="yes", watchdog_restarts="1 1", timer_lists="success 0", issuer_setup="0",
                  timer_publish="success justificatif-issuer", check="0", stopped="success 0", cut="now")
        # Without the token it answers, and shows nothing.
        self.assertRegex(said.get("guichet", ""), r"^(200|401|403) active$")
        self.told(said, portal="active", portal_lacks="[call-unreachable]", signs="active 0", alarm="1")
        said = self.run_machine(command, until=None)
        self.told(said, verdicts="200", names="200", valid="200", quarantine="0", stopped="success 0",
                  printed="201", removed="0 ended", failed="", purged="0", loaded="", left=" 0")
        self.assertLess(int(said["verdicts-after-cut"]), 200)
        print(f"\nimage {made - began:.0f} s, first boot to the power cut {cut - made:.0f} s, second boot to "
              f"the end {time.monotonic() - cut:.0f} s; {said['verdicts-after-cut']} verdicts after the cut")


if __name__ == "__main__":
    unittest.main()
