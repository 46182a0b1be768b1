"""A clean Debian 12 to work in, made once in .build and copied for every test."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"
#: Where the packages keep an issuing body's keys, registers and lists.
ISSUER = "/var/lib/justificatif-issuer"
PROGRAMS = pathlib.Path(os.environ.get("JUSTIFICATIF_PROGRAMS", ROOT / ".build" / "release"))


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


def make_system(place: pathlib.Path, packages: str) -> None:
    """A minimal Debian with these packages at `place`, unless it is there."""
    if (place / "etc/debian_version").exists():
        return
    mirror = re.search(r"(https?://\S+)", sources())[1]
    partial = place.with_name(f"{place.name}-partial")
    shutil.rmtree(partial, ignore_errors=True)
    subprocess.run(["debootstrap", "--variant=minbase", f"--include={packages}", "bookworm", partial,
                    mirror], check=True, stdout=subprocess.DEVNULL)
    # It may leave that behind, and nothing of this machine is to be copied.
    subprocess.run(["umount", "-q", partial / "proc"], check=False)
    (partial / "etc/apt/sources.list").write_text(sources())
    proxies = [line for file in pathlib.Path("/etc/apt/apt.conf.d").glob("*")
               for line in file.read_text().splitlines() if "Acquire::" in line]
    (partial / "etc/apt/apt.conf.d/99proxy").write_text("\n".join(proxies) + "\n")
    for name in ("resolv.conf", "hosts", "ssl/certs/ca-certificates.crt"):
        if (pathlib.Path("/etc") / name).exists():
            (partial / "etc" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(f"/etc/{name}", partial / "etc" / name)
    # Packages start nothing here: there is no systemd in a chroot.
    (partial / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
    (partial / "usr/sbin/policy-rc.d").chmod(0o755)
    partial.rename(place)


def blocks(guide: str) -> list[str]:
    """What a guide for administrators gives to type or to put into files, block by block."""
    text = (ROOT / "contrib/guides" / f"{guide}.md").read_text()
    return re.findall(r"^```\n(.*?)^```$", text, re.M | re.S)


def ceremony(folder: pathlib.Path) -> None:
    """Roots, lists and proofs of a fictional person, by the programs that were built."""
    folder.mkdir(parents=True)
    subprocess.run([ROOT / "Tests/Packages/ceremony", PROGRAMS, folder], check=True,
                   stdout=subprocess.DEVNULL)


@unittest.skipUnless(os.geteuid() == 0 and shutil.which("debootstrap") and any(DIST.glob("*.deb")),
                     "wants root, debootstrap, and the packages in dist")
class CleanDebian(unittest.TestCase):
    """A test that works in a copy of a clean Debian; `inside` runs a line there."""

    CLEAN = ROOT / ".build" / "debian"
    INCLUDED = "systemd"
    WORK = ROOT / ".build" / "debian-copy"

    @classmethod
    def setUpClass(cls) -> None:
        make_system(cls.CLEAN, cls.INCLUDED)

    def setUp(self) -> None:
        shutil.rmtree(self.WORK, ignore_errors=True)
        subprocess.run(["cp", "-ax", self.CLEAN, self.WORK], check=True)
        self.addCleanup(shutil.rmtree, self.WORK, True)
        self.offer(DIST, "packages")

    def offer(self, folder: pathlib.Path, name: str) -> None:
        """Puts the packages of a folder at /NAME inside."""
        (self.WORK / name).mkdir()
        for deb in folder.glob("*.deb"):
            if "-dbgsym" not in deb.name:
                shutil.copy(deb, self.WORK / name)

    def inside(self, line: str, wanted: int | None = 0, user: str | None = None) -> str:
        """What a shell line writes inside; fails unless it ends with the wanted status."""
        command = ["chroot", self.WORK, "/usr/sbin/runuser", "-u", user, "--", "/bin/sh", "-c", line] \
            if user else ["chroot", self.WORK, "/bin/sh", "-c", line]
        done = subprocess.run(
            ["unshare", "--mount", "--pid", "--fork", f"--mount-proc={self.WORK}/proc", *command],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8",
                 "DEBIAN_FRONTEND": "noninteractive"})
        if wanted is not None:
            self.assertEqual(done.returncode, wanted, f"{line}\n{done.stdout}")
        return done.stdout

    def install(self, *names: str, at: str = "packages", options: str = "") -> str:
        files = " ".join(f"/{at}/{name}_*.deb" for name in names)
        return self.inside(f"apt-get update -qq && apt-get install -y -qq {options} {files}")

    def named_by_a_root(self) -> None:
        """A trust list names the keys that "setup" made, and this machine installs it."""
        (self.WORK / "root/trust.json").write_text(json.dumps({
            "format": "justificatif-trust-draft/1", "sequence": 1,
            "revocation_lists": [{"id": "caf", "epoch": 1, "keys": ["caf-revocations.pub"]}],
            "issuers": [{
                "key": "caf.pub", "name": "Caisse d’allocations familiales (essai)",
                "blocks": ["quotient-familial"], "revocation_list": "caf",
                "sign_from": f"{time.gmtime().tm_year}-01-01",
                "sign_until": f"{time.gmtime().tm_year + 1}-12-31"}]}))
        self.inside(
            f"cd /root && mkdir lists && cp {ISSUER}/keys/*.pub . && cp {ISSUER}/lists/caf.cose lists/ && "
            "justificatif-issuer key new --role root --out root && "
            "justificatif-issuer root new --out roots.pub root.pub && "
            "justificatif-issuer trust sign --draft trust.json --key root.key --out lists/trust.cose && "
            "justificatif setup --yes --roots roots.pub --from lists")
