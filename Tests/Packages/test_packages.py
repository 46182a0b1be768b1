"""The packages on a clean Debian 12, without Swift: install, set up, work, remove, purge.

    sudo /usr/bin/python3 -m unittest discover -s Tests/Packages

Wants root, debootstrap, and the packages in dist/ (make packages). The clean system is made once, in
.build/debian, and every test works on a copy of it.
"""
import json
import re
import subprocess
import time
import unittest

from clean_debian import DIST, ISSUER, ROOT, CleanDebian, blocks, ceremony

#: A service in the foreground, as its unit runs it, until what is asked of it is done.
SERVE = ("runuser -u justificatif -- justificatifd run 2>/root/log & daemon=$!; "
         "for i in $(seq 600); do grep -q '\"{state}\"' {spool}/status.json && break; sleep 0.1; done; ")
SPOOL = "/var/spool/justificatif"


class PackagesTests(CleanDebian):
    def published(self) -> None:
        ceremony(self.WORK / "root/ceremony")

    def enabled(self, *units: str) -> None:
        """What "setup" and the guides enable, and the stamps that systemd makes of timers."""
        folder = "/var/lib/systemd/timers"
        stamps = " ".join(f"{folder}/stamp-{unit}" for unit in units if unit.endswith(".timer"))
        self.inside(f"systemctl enable {' '.join(units)} && mkdir -p {folder} && touch {stamps}")

    def leaves_nothing(self, users: str) -> None:
        left = self.inside("find / -xdev -name '*justificatif*' ! -path '/packages*' "
                           "! -path '/proc/*' ! -path '/root/*' ! -path '/var/lib/dpkg/*' "
                           "! -path '/var/cache/*' ! -path '/var/log/*'")
        self.assertEqual(left, "")
        self.assertEqual((self.WORK / "etc/passwd").read_text(), users)

    def test_a_counter_is_installed_set_up_and_purged(self) -> None:
        users = (self.WORK / "etc/passwd").read_text()
        self.published()
        began = time.monotonic()
        commands = [
            "apt-get install -y -qq /packages/justificatif_*.deb /packages/justificatif-daemon_*.deb",
            "justificatif setup --yes --roots /root/ceremony/roots.pub --from /root/ceremony/lists",
            # Where systemd runs, "setup" has started it.
            SERVE.format(state="running", spool=SPOOL)
            + f"install -m 640 -g justificatif-drop /root/ceremony/proof.png {SPOOL}/in/.proof && "
            + f"mv {SPOOL}/in/.proof {SPOOL}/in/proof.png; "
            + f"for i in $(seq 600); do ls {SPOOL}/verdicts | grep -q . && break; sleep 0.1; done; "
            + "runuser -u nobody -- justificatifd status; runuser -u nobody -- justificatifd status --json; "
            + "kill $daemon; wait $daemon; "
            + f"grep '\"verdict\":\"valid\"' {SPOOL}/verdicts/*.json",
        ]
        self.inside("apt-get update -qq")
        told = [self.inside(command) for command in commands]
        # The third puts a file into a folder, and has the place of a copier.
        print(f"\nfrom apt install to the first verdict: {len(commands)} commands, "
              f"{time.monotonic() - began:.0f} s")
        self.assertLessEqual(len(commands), 5)
        self.assertIn("empreinte", told[1])
        self.assertIn("Ce compte ne voit pas les dossiers", told[2])
        self.assertIn('"limited":true', told[2])
        self.assertEqual(self.inside("find /var/lib/justificatif -user root"), "")
        self.enabled("justificatifd.service", "justificatif-lists.timer")
        self.inside("apt-get remove -y -qq justificatif-daemon justificatif")
        said = self.inside("apt-get purge -y justificatif-daemon justificatif")
        self.assertIn(f"1 fichier(s) de {SPOOL}/verdicts effacés (données personnelles)", said)
        self.leaves_nothing(users)

    def test_the_daemon_waits_for_lists_and_takes_up_work(self) -> None:
        self.install("justificatif", "justificatif-daemon")
        self.published()
        told = self.inside(
            "sed -i 's/\"several\": false/\"several\": false, \"sheets\": \"text\"/' "
            "/etc/justificatif/justificatifd.json; "
            + SERVE.format(state="waiting", spool=SPOOL) + "justificatifd status; "
            "justificatif setup --yes --roots /root/ceremony/roots.pub --from /root/ceremony/lists "
            f"|| exit 9; for i in $(seq 600); do grep -q running {SPOOL}/status.json && break; "
            "sleep 0.1; done; justificatifd status; "
            f"install -m 640 -g justificatif-drop /root/ceremony/proof.txt {SPOOL}/in/proof.txt; "
            f"for i in $(seq 600); do ls {SPOOL}/verdicts/*.json 2>/dev/null && break; sleep 0.1; done; "
            f"kill $daemon; wait $daemon; cat {SPOOL}/verdicts/proof.txt.*.txt")
        self.assertIn("attend des listes", told)
        self.assertIn("en marche", told)
        # The sheet for people that the settings ask for.
        self.assertIn("✓ Justificatif authentique", told)
        self.assertIn("TERRASSIER", told)

    def test_a_counter_page_answers_on_loopback(self) -> None:
        users = (self.WORK / "etc/passwd").read_text()
        self.inside("apt-get update -qq && apt-get install -y -qq --no-install-recommends curl")
        self.install("justificatif", "justificatif-guichet", options="--no-install-recommends")
        # A person asks for the kiosk; nobody else's session begins with it.
        self.assertEqual(self.inside("find /etc/systemd -name '*kiosk*'"), "")
        self.published()
        self.inside("justificatif setup --yes --roots /root/ceremony/roots.pub "
                    "--from /root/ceremony/lists")
        told = self.inside(
            "ip link set lo up 2>/dev/null; runuser -u justificatif -- justificatif-guichet "
            "--token-file /var/lib/justificatif/guichet.token >/root/said 2>&1 & page=$!; "
            "for i in $(seq 300); do grep -q http: /root/said && break; sleep 0.1; done; "
            "address=$(sed -n 's/.*\\(http:[^ ]*\\).*/\\1/p' /root/said | head -n 1); "
            "curl -sS \"$address\" | head -c 300; "
            # What the guide gives the software of a town.
            "jeton=$(cat /var/lib/justificatif/guichet.token); "
            "curl -sS --data-binary @/root/ceremony/proof.png -H 'Content-Type: image/png' "
            "-H \"Authorization: Bearer $jeton\" http://127.0.0.1:8391/v1/verify; "
            "kill $page; wait $page || true")
        self.assertIn("<!doctype html>", told.lower())
        self.assertIn('"verdict":"valid"', told)
        self.assertIn("--origin", self.inside("justificatif-guichet pair --name essai", wanted=78))
        self.inside("man -w justificatif-guichet-open 2>/dev/null || "
                    "test -e /usr/share/man/man1/justificatif-guichet-open.1.gz || "
                    "grep -q path-exclude /etc/dpkg/dpkg.cfg.d/*")
        self.inside("apt-get purge -y -qq justificatif-guichet justificatif")
        self.leaves_nothing(users)

    def test_an_issuing_body_issues_publishes_and_keeps_its_register_at_purge(self) -> None:
        users = (self.WORK / "etc/passwd").read_text()
        self.install("justificatif", "justificatif-issuer", "justificatif-page",
                     options="--no-install-recommends")
        self.published()
        self.inside("justificatif-issuer setup --id caf && justificatif-issuer setup --id caf")
        self.assertEqual(self.inside(f"find {ISSUER} -user root"), "")
        run = "runuser -u justificatif-issuer -- justificatif-issuer"
        keys = f"--passphrase-file /run/p --register {ISSUER}/registers/caf.db --key {ISSUER}/keys/caf"
        self.inside(
            "cp /etc/justificatif-issuer/caf.passphrase /run/p && chmod 600 /run/p && "
            "chown justificatif-issuer /run/p && cp /root/ceremony/claims.json /run/ && "
            f"cd {ISSUER} && {run} issue {keys}.key --claims /run/claims.json --out {ISSUER}/proof.png && "
            # What the unit runs, with the passphrase that systemd hands over.
            f"{run} revocations publish {keys}-revocations.key --id caf --out {ISSUER}/lists/caf.cose")
        self.inside(f"justificatif-issuer register stats --register {ISSUER}/registers/caf.db | grep -q 1")
        self.assertEqual(self.inside(f"find {ISSUER} -user root"), "")
        page = (f"cd {ISSUER} && {run} issue {keys}.key --claims /run/claims.json --out {ISSUER}/second.png "
                f"--page {ISSUER}/page.html")
        # A page is made with the lists of counters only: without them it says how to get them.
        self.assertIn("justificatif lists init --roots roots.pub", self.inside(page, wanted=78))
        self.named_by_a_root()
        self.inside(f"{page} && grep -q TERRASSIER page.html")
        self.enabled("justificatif-publish@caf.timer", "justificatif-sign@caf.socket")
        self.inside("apt-get remove -y -qq justificatif-issuer")
        told = self.inside("apt-get purge -y justificatif-issuer")
        advice = re.search(r"rm -rf .*", told)
        self.assertIsNotNone(advice, told)
        self.assertTrue((self.WORK / ISSUER.lstrip("/") / "registers/caf.db").exists())
        # What the purge says to do, once the last justificatif is over.
        self.inside(advice[0])
        self.inside("apt-get purge -y -qq justificatif-page justificatif")
        self.leaves_nothing(users)

    def test_an_administrator_issues_and_cancels_as_the_guide_says(self) -> None:
        self.install("justificatif", "justificatif-issuer", "justificatif-page",
                     options="--no-install-recommends")
        told = self.inside("justificatif-issuer setup --id caf")
        self.assertIn(f"ok  {ISSUER}/keys/caf.key : s’ouvre par sa phrase secrète", told)
        self.assertNotIn("??", told)
        self.named_by_a_root()
        for name, sample in (("qf", "quotient-familial"), ("identite", "identity")):
            text = (ROOT / f"Tests/Samples/{sample}.json").read_text()
            now = time.gmtime()
            text = re.sub('"annee": [0-9]+', f'"annee": {now.tm_year}', text)
            text = re.sub('"mois": [0-9]+', f'"mois": {now.tm_mon}', text)
            (self.WORK / f"root/{name}.json").write_text(text)
        [block] = [block for block in blocks("organisme-emetteur") if "--dry-run" in block]
        issue, revoke = block.replace("sudo ", "").split("justificatif-issuer revoke")
        told = self.inside(f"cd /root && set -e; {issue}")
        reference = re.search(r"référence ([0-9A-Z-]+)", told)[1]
        revoke = revoke.replace("4HZK-09QX-7N2M-9", f"--yes {reference}")
        self.inside(f"cd /root && set -e; D={ISSUER}; justificatif-issuer revoke{revoke}")
        # Nothing of root's is where the service works, and a wrong path makes no other register.
        self.assertEqual(self.inside(f"find {ISSUER} -user root"), "")
        wrong = issue.replace("/registers/", "/").replace("code.png", "2.png").replace("page.pdf", "2.pdf")
        self.assertIn("[register-not-found]", self.inside(f"cd /root; {wrong}", wanted=74))
        self.inside(f"rm /etc/justificatif-issuer/caf.passphrase; chown root {ISSUER}/registers/caf.db")
        told = self.inside("justificatif-issuer check", wanted=78)
        self.assertIn("install -m 600 COPIE /etc/justificatif-issuer/caf.passphrase", told)
        self.assertIn(f"chown -R justificatif-issuer: {ISSUER}/registers", told)

    def test_a_portal_shows_its_first_page_and_is_purged(self) -> None:
        users = (self.WORK / "etc/passwd").read_text()
        self.inside("apt-get update -qq && apt-get install -y -qq --no-install-recommends curl")
        self.install("justificatif", "justificatif-page", "justificatif-portail",
                     options="--no-install-recommends")
        # Where systemd hands the secret of the client over.
        secret = "/run/credentials/justificatif-portail.service"
        self.inside("justificatif-portail check-config", wanted=74)
        told = self.inside(
            f"mkdir -p {secret} && echo essai >{secret}/client.secret && chmod 400 {secret}/client.secret && "
            f"chown -R justificatif-portail {secret} && ip link set lo up 2>/dev/null; "
            "runuser -u justificatif-portail -- justificatif-portail run >/root/said 2>&1 & portal=$!; "
            "for i in $(seq 300); do curl -sS -H 'Host: portail.example' http://127.0.0.1:8400/ "
            "2>/dev/null && break; sleep 0.1; done; kill $portal; wait $portal; cat /root/said; "
            "rm -r /run/credentials")
        self.assertIn("<!doctype html>", told.lower())
        self.assertIn("FranceConnect", told)
        self.inside("touch /var/lib/justificatif-portail/espace.db")
        said = self.inside("apt-get purge -y justificatif-portail justificatif-page justificatif")
        self.assertIn("1 fichier(s) de /var/lib/justificatif-portail effacés", said)
        self.leaves_nothing(users)

    def test_a_purge_of_the_page_alone_takes_its_secrets_and_leaves_the_lists(self) -> None:
        self.install("justificatif", "justificatif-guichet", options="--no-install-recommends")
        folder = "/var/lib/justificatif"
        self.inside(f"runuser -u justificatif -- sh -c 'mkdir {folder}/devices && "
                    f"touch {folder}/guichet.token {folder}/devices/3f9a {folder}/lists/trust.cose'")
        said = self.inside("apt-get purge -y justificatif-guichet")
        self.assertIn(f"1 fichier(s) de {folder}/devices effacés", said)
        self.assertEqual(self.inside(f"cd {folder} && find . | sort").split(), [".", "./lists", "./lists/trust.cose"])

    def test_a_purge_that_leaves_scans_leaves_their_account(self) -> None:
        users = (self.WORK / "etc/passwd").read_text()
        self.install("justificatif", "justificatif-daemon", options="--no-install-recommends")
        self.inside(f"install -o justificatif -m 600 /dev/null {SPOOL}/verdicts/proof.json")
        self.inside("apt-get remove -y -qq justificatif-daemon justificatif")
        said = self.inside("apt-get purge -y justificatif")
        self.assertIn("apt purge justificatif-daemon", said)
        self.assertEqual(self.inside(f"stat -c %U {SPOOL}/verdicts/proof.json").strip(), "justificatif")
        self.inside("apt-get purge -y -qq justificatif-daemon")
        self.leaves_nothing(users)

    def test_a_purge_before_anything_was_made_leaves_nothing(self) -> None:
        users = (self.WORK / "etc/passwd").read_text()
        self.install("justificatif", "justificatif-issuer", "justificatif-page",
                     options="--no-install-recommends")
        self.inside("apt-get purge -y -qq justificatif-issuer justificatif-page justificatif")
        self.leaves_nothing(users)

    def test_the_account_of_a_portal_outlives_the_issuer_beside_it(self) -> None:
        users = (self.WORK / "etc/passwd").read_text()
        names = ("justificatif", "justificatif-page", "justificatif-issuer", "justificatif-portail")
        self.install(*names, options="--no-install-recommends")
        self.inside("apt-get purge -y -qq justificatif-issuer && getent passwd justificatif-portail")
        self.inside("apt-get purge -y -qq justificatif-portail justificatif-page justificatif")
        self.leaves_nothing(users)

    def test_a_copy_of_the_backup_comes_back(self) -> None:
        self.install("justificatif", "justificatif-issuer", options="--no-install-recommends")
        self.inside("justificatif-issuer setup --id caf")
        register = f"{ISSUER}/registers/caf.db"
        self.inside(f"justificatif-issuer register backup /root/caf.db --register {register} && "
                    f"rm {register} && "
                    f"justificatif-issuer register restore /root/caf.db --register {register}")
        self.assertEqual(self.inside(f"stat -c '%U %a' {register}").strip(), "justificatif-issuer 600")
        self.assertEqual(self.inside(f"find {ISSUER} -user root"), "")


class BillTests(unittest.TestCase):
    """The bill of materials that is made with the packages."""

    @unittest.skipUnless(any(DIST.glob("*.spdx.json")), "wants the packages in dist")
    def test_it_names_for_each_package_what_that_package_has_inside(self) -> None:
        [path] = DIST.glob("*.spdx.json")
        bill = json.loads(path.read_text())
        inside: dict[str, set[str]] = {}
        for one in bill["relationships"]:
            inside.setdefault(one["spdxElementId"], set()).add(one["relatedSpdxElement"])
        runtime = {"SPDXRef-swift-runtime", "SPDXRef-swift-argument-parser"}
        self.assertEqual(inside["SPDXRef-justificatif-daemon"], runtime)
        self.assertEqual(inside["SPDXRef-justificatif-page"], runtime)
        self.assertEqual(inside["SPDXRef-justificatif-issuer"], runtime | {"SPDXRef-grdb.swift"})
        self.assertIn("SPDXRef-hummingbird", inside["SPDXRef-justificatif-guichet"])
        self.assertEqual(inside.pop("SPDXRef-DOCUMENT"), set(inside))
        named = {one["SPDXID"] for one in bill["packages"]}
        self.assertEqual(named, set(inside) | set().union(*inside.values()))
        self.assertNotIn("NOASSERTION", [one["licenseConcluded"] for one in bill["packages"]])


@unittest.skipUnless(any(DIST.glob("*.deb")), "wants the packages in dist")
class DocumentationTests(unittest.TestCase):
    def test_every_page_that_a_unit_names_is_in_a_package(self) -> None:
        held = set()
        for deb in DIST.glob("*.deb"):
            held |= set(re.findall(r" \.(/usr/share/doc/\S+)", subprocess.run(
                ["dpkg-deb", "-c", deb], check=True, capture_output=True, text=True).stdout))
        named = re.findall(r"^Documentation=file:(\S+)$", "".join(
            path.read_text() for path in (ROOT / "contrib").glob("justificatif*")
            if path.suffix in (".service", ".socket", ".timer")), re.M)
        self.assertGreater(len(named), 5)
        self.assertEqual(set(named) - held, set())


if __name__ == "__main__":
    unittest.main()
