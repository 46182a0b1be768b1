"""From the packages of an earlier version to these and back: settings, lists, scans and register stay.

JUSTIFICATIF_PREVIOUS_PACKAGES names the folder with the packages of that version (make packages, there).
"""
import json
import os
import pathlib
import unittest

from clean_debian import ISSUER, CleanDebian, ceremony

PREVIOUS = os.environ.get("JUSTIFICATIF_PREVIOUS_PACKAGES")
SPOOL = "/var/spool/justificatif"
REGISTER = f"{ISSUER}/registers/caf.db"
ROLES = ("justificatif", "justificatif-daemon", "justificatif-issuer", "justificatif-page")


@unittest.skipUnless(PREVIOUS, "wants the packages of an earlier version")
class UpgradeTests(CleanDebian):
    AS_ISSUER = "runuser -u justificatif-issuer -- justificatif-issuer"
    KEYS = f"--passphrase-file /run/p --register {REGISTER} --key {ISSUER}/keys/caf"

    def published(self) -> None:
        """The list of the body, as its unit publishes it."""
        self.inside(
            "cp /etc/justificatif-issuer/caf.passphrase /run/p && chmod 600 /run/p && "
            f"chown justificatif-issuer /run/p && {self.AS_ISSUER} revocations publish {self.KEYS}-revocations.key "
            f"--id caf --out {ISSUER}/lists/caf.cose")

    def issued_and_judged(self, name: str) -> None:
        """One more justificatif is registered, and gets its verdict from the service as its unit runs it."""
        proof = f"{ISSUER}/{name}.png"
        self.inside(f"cp /root/ceremony/claims.json /run/ && cd {ISSUER} && "
                    f"{self.AS_ISSUER} issue {self.KEYS}.key --claims /run/claims.json --out {proof}")
        self.published()
        self.inside(
            "runuser -u justificatif -- justificatifd run 2>/root/log & daemon=$!; "
            f"install -m 640 -g justificatif-drop {proof} {SPOOL}/in/{name}.png; "
            f"for i in $(seq 600); do ls {SPOOL}/verdicts/{name}.png.* 2>/dev/null && break; sleep 0.1; "
            "done; kill $daemon; wait $daemon; "
            f"grep '\"verdict\":\"valid\"' {SPOOL}/verdicts/{name}.png.*")

    def count(self) -> int:
        told = self.inside(f"justificatif-issuer register stats --json --register {REGISTER}")
        return json.loads(told)["issued"]

    def test_there_and_back(self) -> None:
        self.offer(pathlib.Path(PREVIOUS), "previous")
        self.install(*ROLES, at="previous", options="--no-install-recommends")
        old = self.inside("justificatif --version").strip()
        ceremony(self.WORK / "root/ceremony")
        self.inside("justificatif-issuer setup --id caf")
        self.published()
        self.named_by_a_root()
        settings = "/etc/justificatif/justificatifd.json"
        self.inside(f"sed -i 's/\"keep_verdict_hours\": 72/\"keep_verdict_hours\": 24/' {settings}")
        self.issued_and_judged("before")
        self.install(*ROLES, options="-o Dpkg::Options::=--force-confold --no-install-recommends")
        new = self.inside("justificatif --version").strip()
        self.assertNotEqual(old, new)
        self.inside(f"grep -q '\"keep_verdict_hours\": 24' {settings}")
        self.issued_and_judged("after")
        self.install(*ROLES, at="previous",
                     options="--allow-downgrades -o Dpkg::Options::=--force-confold --no-install-recommends")
        self.assertEqual(self.inside("justificatif --version").strip(), old)
        self.issued_and_judged("back")
        self.assertEqual(self.count(), 3)
        self.inside(f"ls {SPOOL}/verdicts | wc -l | grep -qx 3")
        self.inside(f"grep -q '\"keep_verdict_hours\": 24' {settings}")
        print(f"\n{old} to {new} and back")

    def test_an_older_version_leaves_a_register_of_a_newer_one_alone(self) -> None:
        self.offer(pathlib.Path(PREVIOUS), "previous")
        self.install("justificatif", "justificatif-issuer", at="previous", options="--no-install-recommends")
        self.inside("justificatif-issuer setup --id caf")
        path = self.WORK / REGISTER.lstrip("/")
        content = bytearray(path.read_bytes())
        # user_version, which says the version of the tables, is at offset 60 of an SQLite file.
        content[63] += 1
        path.write_bytes(content)
        told = self.inside(f"justificatif-issuer register stats --register {REGISTER}", wanted=78)
        self.assertIn("[register-newer]", told)
        self.assertEqual(path.read_bytes(), bytes(content))


if __name__ == "__main__":
    unittest.main()
