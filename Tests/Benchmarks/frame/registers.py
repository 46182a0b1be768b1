"""An issuing body with a register of so many rows, and a place that fetches its lists."""
import datetime
import json
import sqlite3

from .shell import run

#: Closed days over which the rows are spread; one row in `REVOKED` is cancelled.
DAYS, REVOKED = 90, 100
CLAIMS = {
    "family_name": "TERRASSIER", "first_given_name": "Camille", "birth_date": "1988-05-14",
    "qf": 742, "qf_source": "CNAF"}
# Made at random: all that publishing reads of a row is its day and its fingerprint.
ROWS = """
    WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < :rows)
    INSERT INTO proof (cti, fingerprint, reference, issued, revoked, reason)
    SELECT randomblob(16), randomblob(16), abs(random()) >> 3, :first + n % :days,
        iif(n / :days % :revoked, NULL, :today), iif(n / :days % :revoked, NULL, 'unspecified')
    FROM number ORDER BY 1
"""


class Place:
    def __init__(self, programs, folder):
        self.issuer, self.counter = (
            programs / name for name in ("justificatif-issuer", "justificatif"))
        self.folder, self.register = folder, folder / "register.db"
        self.list = folder / "published/revocations.cose"
        (folder / "published").mkdir(parents=True)
        for role in ("issuer", "revocations", "root"):
            self.ask("key", "new", "--role", role, "--out", folder / role)
        self.ask("root", "new", "--out", folder / "roots.pub", folder / "root.pub")
        self.sign_trust()
        self.ask("register", "new", "--register", self.register)
        today = datetime.datetime.now(datetime.UTC).date()
        claims = {**CLAIMS, "qf_month": f"{today:%Y-%m}", "data_as_of": f"{today}"}
        (folder / "claims.json").write_text(json.dumps(claims))
        self.ask("issue", "--key", folder / "issuer.key", "--register", self.register,
                 "--claims", folder / "claims.json", "--text", folder / "proof.txt")

    def ask(self, *words):
        run([self.issuer, *words])

    def sign_trust(self):
        year = datetime.datetime.now(datetime.UTC).year
        (self.folder / "trust.json").write_text(json.dumps({
            "format": "justificatif-trust-draft/1", "sequence": 1,
            "revocation_lists": [{"id": "caf", "keys": ["revocations.pub"], "epoch": 1}],
            "issuers": [{
                "key": "issuer.pub", "name": "Caisse d’exemple", "contact": "03 00 00 00 00",
                "blocks": ["quotient-familial"], "sign_from": f"{year}-01-01",
                "sign_until": f"{year + 1}-12-31", "revocation_list": "caf"}]}))
        self.ask("trust", "sign", "--yes", "--draft", self.folder / "trust.json", "--key",
                 self.folder / "root.key", "--out", self.folder / "published/trust.cose")

    def fill(self, rows):
        """Puts the rows in by themselves: signing each would take hours and change nothing here."""
        today = (datetime.datetime.now(datetime.UTC).date() - datetime.date(1970, 1, 1)).days
        with sqlite3.connect(self.register) as register:
            named = register.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
            indexes = named.fetchall()
            for name, _ in indexes:
                register.execute(f"DROP INDEX {name}")
            register.execute(ROWS, {"rows": rows, "first": today - DAYS, "days": DAYS,
                                    "revoked": REVOKED, "today": today})
            for _, statement in indexes:
                register.execute(statement)
        register.close()

    def publish(self):
        return [self.issuer, "revocations", "publish", "--register", self.register, "--key",
                self.folder / "revocations.key", "--id", "caf", "--out", self.list]

    def install(self, turn):
        lists = self.folder / f"lists-{turn}"
        run([self.counter, "lists", "init", "--roots", self.folder / "roots.pub", "--lists", lists])
        return [self.counter, "lists", "install", self.folder / "published", "--lists", lists]

    def verify(self, turn):
        return [self.counter, "verify", "--lists", self.folder / f"lists-{turn}",
                self.folder / "proof.txt"]
