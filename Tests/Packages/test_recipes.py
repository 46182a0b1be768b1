"""What a guide gives for other programs works with them: a copier's share and a reader's, by Samba itself."""
import unittest

from clean_debian import CleanDebian, blocks, ceremony

SPOOL = "/var/spool/justificatif"
SMB = "/etc/samba/smb.conf"


class SambaTests(CleanDebian):
    CLIENT = "smbclient -p 4450 -U {user}%essai //127.0.0.1/{share} -c '{commands}'"

    def asked(self, user: str, share: str, commands: str) -> str:
        return self.CLIENT.format(user=user, share=share, commands=commands)

    def test_a_copier_drops_a_scan_and_a_person_takes_the_answer(self) -> None:
        self.install("justificatif", "justificatif-daemon", options="--no-install-recommends")
        self.inside("apt-get install -y -qq --no-install-recommends adduser samba smbclient")
        ceremony(self.WORK / "root/ceremony")
        self.inside("justificatif setup --yes --roots /root/ceremony/roots.pub --from /root/ceremony/lists")
        shares = [block for block in blocks("installer-au-guichet") if block.startswith("[")
                  and "valid users" in block]
        self.assertEqual(len(shares), 2)
        with (self.WORK / SMB.lstrip("/")).open("a") as settings:
            settings.writelines(shares)
        told = self.inside(f"testparm -s {SMB}")
        self.assertNotRegex(told, "(?i)unknown|error|invalid|ignoring")
        self.assertIn("[justificatifs]", told)
        # The accounts, as the guide makes them.
        self.inside(
            "adduser --system --no-create-home copieur && adduser copieur justificatif-drop && "
            "useradd jeanne && adduser jeanne justificatif-read && "
            "for user in copieur jeanne; do printf 'essai\\nessai\\n' | smbpasswd -s -a $user; done")
        told = self.inside(
            "smbd --foreground --no-process-group -p 4450 --option='interfaces=lo' "
            "--option='bind interfaces only=yes' >/root/smbd.log 2>&1 & "
            "runuser -u justificatif -- justificatifd run 2>/root/log & daemon=$!; "
            f"for i in $(seq 300); do {self.asked('jeanne', 'verdicts', 'ls')} >/dev/null 2>&1 && break; "
            "sleep 0.1; done; "
            f"{self.asked('copieur', 'justificatifs', 'put /root/ceremony/proof.png scan.png')}; "
            f"for i in $(seq 600); do ls {SPOOL}/verdicts/*.json 2>/dev/null && break; sleep 0.1; done; "
            # Neither may do what the other may.
            f"{self.asked('copieur', 'verdicts', 'ls')}; {self.asked('jeanne', 'justificatifs', 'ls')}; "
            f"cd /root; {self.asked('jeanne', 'verdicts', 'prompt off; mget *.json; del *.json')}; "
            f"cat /root/scan.png.*.json; kill $daemon; wait $daemon; ls {SPOOL}/verdicts | wc -l")
        self.assertIn('"verdict":"valid"', told)
        self.assertEqual(told.count("NT_STATUS_ACCESS_DENIED"), 2, told)
        self.assertEqual(told.splitlines()[-1], "0")


class BackupTests(CleanDebian):
    def test_each_publication_of_a_day_is_backed_up_and_old_ones_go(self) -> None:
        self.install("justificatif", "justificatif-issuer", options="--no-install-recommends")
        self.inside("mkdir -p /srv/sauvegardes && justificatif-issuer register new "
                    "--register /var/lib/justificatif-issuer/registers/caf.db && "
                    "touch -d '-100 days' /srv/sauvegardes/caf-2026-01-01-0020.db")
        [recipe] = [block for block in blocks("organisme-emetteur") if "ExecStartPost" in block]
        # As systemd reads it (systemd.service(5)): lines joined, "$$" and "%%" one sign, no globs.
        lines = recipe.replace("\\\n", "").replace("$$", "$").replace("%%", "%").splitlines()
        steps = [line.removeprefix("ExecStartPost=").replace(" caf-*", " 'caf-*'") for line in lines
                 if line.startswith("ExecStartPost=")]
        self.assertEqual(len(steps), 2)
        # A clock for each of the two times at which the timer publishes.
        date = self.WORK / "usr/local/bin/date"
        date.write_text('#!/bin/sh\nexec /bin/date -d "2026-11-30 $HOUR" "$@"\n')
        date.chmod(0o755)
        for hour in ("00:20", "06:20"):
            for step in steps:
                self.inside(f"HOUR={hour} PATH=/usr/local/bin:$PATH {step}")
        self.assertEqual(self.inside("ls /srv/sauvegardes").split(),
                         ["caf-2026-11-30-0020.db", "caf-2026-11-30-0620.db"])


if __name__ == "__main__":
    unittest.main()
