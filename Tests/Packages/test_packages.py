"""The packages on a clean Debian 12, without Swift: install, set up, work, remove, purge.

    sudo /usr/bin/python3 -m unittest discover -s Tests/Packages

Wants root, debootstrap, and the packages in dist/ (make packages). The clean system is made once, in
.build/debian, and every test works on a copy of it.
"""
import os
import pathlib
import re
import shutil
import subprocess
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
CLEAN = ROOT / ".build" / "debian"
WORK = ROOT / ".build" / "debian-copy"
PROGRAMS = ROOT / ".build" / "release"


def sources() -> str:
    """Where this machine has its Debian from, in one line a suite."""
    found = []
    for file in [*pathlib.Path("/etc/apt/sources.list.d").glob("*.sources"),
                 pathlib.Path("/etc/apt/sources.list")]:
        if not file.exists():
            continue
        text = file.read_text()
        found += [line for line in text.splitlines() if line.startswith("deb ")]
        for part in text.split("\n\n"):
            fields = dict(re.findall(r"^(\w[\w-]*): *(.*)$", part, re.M))
            if fields.get("Types", "").startswith("deb"):
                found += [f"deb {fields['URIs']} {suite} main" for suite in fields["Suites"].split()]
    return "\n".join(found) + "\n"


def make_clean_system() -> None:
    if (CLEAN / "etc/debian_version").exists():
        return
    mirror = re.search(r"(https?://\S+)", sources())[1]
    partial = CLEAN.with_name("debian-partial")
    shutil.rmtree(partial, ignore_errors=True)
    subprocess.run(["debootstrap", "--variant=minbase", "--include=systemd", "bookworm", partial,
                    mirror], check=True, stdout=subprocess.DEVNULL)
    (partial / "etc/apt/sources.list").write_text(sources())
    proxies = [line for file in pathlib.Path("/etc/apt/apt.conf.d").glob("*")
               for line in file.read_text().splitlines() if "Acquire::" in line]
    (partial / "etc/apt/apt.conf.d/99proxy").write_text("\n".join(proxies) + "\n")
    (partial / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
    (partial / "usr/sbin/policy-rc.d").chmod(0o755)
    shutil.copy("/etc/resolv.conf", partial / "etc/resolv.conf")
    shutil.copy("/etc/hosts", partial / "etc/hosts")
    partial.rename(CLEAN)


@unittest.skipUnless(os.geteuid() == 0, "a clean system is entered as root")
@unittest.skipUnless(shutil.which("debootstrap"), "apt install debootstrap")
class PackagesTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        make_clean_system()

    def setUp(self) -> None:
        shutil.rmtree(WORK, ignore_errors=True)
        subprocess.run(["cp", "-a", CLEAN, WORK], check=True)
        (WORK / "packages").mkdir()
        for deb in DIST.glob("*.deb"):
            if "-dbgsym" not in deb.name:
                shutil.copy(deb, WORK / "packages")
        self.addCleanup(shutil.rmtree, WORK, True)

    def inside(self, line: str, wanted: int | None = 0, user: str | None = None) -> str:
        """What a shell line writes inside; fails unless it ends with the wanted status."""
        command = ["chroot", WORK, "/usr/sbin/runuser", "-u", user, "--", "/bin/sh", "-c", line] \
            if user else ["chroot", WORK, "/bin/sh", "-c", line]
        done = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", f"--mount-proc={WORK}/proc", *command],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8",
                 "DEBIAN_FRONTEND": "noninteractive"})
        if wanted is not None:
            self.assertEqual(done.returncode, wanted, f"{line}\n{done.stdout}")
        return done.stdout

    def install(self, *names: str) -> None:
        files = " ".join(f"/packages/{name}_*.deb" for name in names)
        self.inside(f"apt-get update -qq && apt-get install -y -qq {files}")

    def published(self) -> None:
        """Roots, a trust list and a proof, made outside by the programs that were built."""
        place = WORK / "root/ceremony"
        place.mkdir()
        subprocess.run([ROOT / "Tests/Packages/ceremony", PROGRAMS, place], check=True,
                       stdout=subprocess.DEVNULL)

    def test_a_counter_is_installed_set_up_and_purged(self) -> None:
        users = (WORK / "etc/passwd").read_text()
        began = time.monotonic()
        self.install("justificatif", "justificatif-daemon")
        self.published()
        told = self.inside("justificatif setup --yes --roots /root/ceremony/roots.pub "
                           "--from /root/ceremony/lists")
        self.assertIn("empreinte", told)
        # Nothing of root's is left where the service writes.
        self.assertEqual(self.inside("find /var/lib/justificatif -user root"), "")
        self.inside(
            "runuser -u justificatif -- justificatifd run & daemon=$!; "
            "for i in $(seq 100); do [ -e /var/spool/justificatif/status.json ] && break; "
            "sleep 0.1; done; cp /root/ceremony/proof.png /var/spool/justificatif/in/.p && "
            "chmod 644 /var/spool/justificatif/in/.p && "
            "mv /var/spool/justificatif/in/.p /var/spool/justificatif/in/proof.png; "
            "for i in $(seq 300); do ls /var/spool/justificatif/verdicts | grep -q . && break; "
            "sleep 0.1; done; kill $daemon; wait $daemon; "
            "grep -q '\"verdict\":\"valid\"' /var/spool/justificatif/verdicts/*.json")
        print(f"\ninstalled to first verdict: {time.monotonic() - began:.0f} s")
        self.inside("apt-get remove -y -qq justificatif-daemon justificatif")
        self.inside("apt-get purge -y -qq justificatif-daemon justificatif")
        left = self.inside("find / -xdev -name '*justificatif*' ! -path '/packages*' "
                           "! -path '/proc/*' ! -path '/root/*' ! -path '/var/lib/dpkg/*' "
                           "! -path '/var/cache/*' ! -path '/var/log/*'")
        self.assertEqual(left, "")
        self.assertEqual((WORK / "etc/passwd").read_text(), users)

    def test_the_daemon_waits_for_lists_and_takes_up_work(self) -> None:
        self.install("justificatif", "justificatif-daemon")
        self.published()
        told = self.inside(
            "runuser -u justificatif -- justificatifd run & daemon=$!; "
            "for i in $(seq 100); do [ -e /var/spool/justificatif/status.json ] && break; "
            "sleep 0.1; done; justificatifd status; "
            "justificatif setup --yes --roots /root/ceremony/roots.pub --from /root/ceremony/lists "
            "|| exit 9; "
            "for i in $(seq 100); do grep -q running /var/spool/justificatif/status.json && break; "
            "sleep 0.1; done; justificatifd status; kill $daemon; wait $daemon || true")
        self.assertIn("attend des listes", told)
        self.assertIn("en marche", told)

    def test_an_issuing_body_issues_publishes_and_keeps_its_register_at_purge(self) -> None:
        self.install("justificatif-issuer", "justificatif-page", "justificatif")
        self.inside("justificatif-issuer setup --id caf && justificatif-issuer setup --id caf")
        place = "/var/lib/justificatif-issuer"
        self.assertEqual(self.inside(f"find {place} -user root"), "")
        # What the unit runs, with the passphrase that systemd hands over.
        self.inside(
            "cp /etc/justificatif-issuer/caf.passphrase /run/p && chmod 600 /run/p && "
            "chown justificatif-issuer /run/p && runuser -u justificatif-issuer -- "
            f"justificatif-issuer revocations publish --register {place}/registers/caf.db "
            f"--key {place}/keys/caf-revocations.key --passphrase-file /run/p --id caf "
            f"--out {place}/lists/caf.cose")
        told = self.inside("apt-get purge -y justificatif-issuer")
        self.assertIn("/var/lib/justificatif-issuer", told)
        self.assertTrue((WORK / "var/lib/justificatif-issuer/registers/caf.db").exists())


if __name__ == "__main__":
    unittest.main()
