"""Everything a portal needs, on loopback: keys, lists, signing service, doubles, and itself."""

import datetime
import json
import os
import socket
import sqlite3
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.request

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519

from api_particulier import APIParticulier
from assurance_maladie import BASE, AssuranceMaladie
from france_travail import FranceTravail
from franceconnect import SCOPES, FranceConnect
from impot_particulier import ImpotParticulier
from people import PEOPLE

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "contrib/town"))

from status import StatusSigner  # noqa: E402 - of the town's application

PROGRAMS = pathlib.Path(os.environ.get("JUSTIFICATIF_PROGRAMS", ROOT / ".build/debug")).resolve()
# Freed memory is overwritten (Spec/portal.md 4), as the units of contrib/ have it.
OVERWRITING = "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0"
SIRET = "13002526500013"
SCALE = {"scale": "cantine-exemple-2026", "title": "Restauration scolaire",
         "qf_at_most": [400, 600, 800], "brackets": [0, 400, 600, 800]}
LYON = {"scale": "restauration-lyon-2026", "title": "Restauration scolaire",
        "rfr_per_part_at_most": [6_000, 9_000, 13_000, 18_000, 25_000]}
BLOCKS = ["quotient-familial", "assurance-maladie", "statut-etudiant",
          "revenu-fiscal-de-reference", "demandeur-emploi"]
PROCEDURES = [
    {"id": "cantine", "recipient": "Ville de Lille", "scale": SCALE,
     "title": {"fr": "Inscription à la cantine", "en": "School canteen"}},
    {"id": "bus", "title": {"fr": "Carte de bus des étudiants", "en": "Bus card for students"},
     "recipient": "Ville de Lille", "facts": ["student_on", "grant_holder_on"],
     "partner": {
         "siret": "21590350100017",
         "legal_basis": {"fr": "Délibération imaginaire du 3 juin 2026 (tarifs des transports)",
                         "en": "Fictional decision of 3 June 2026 (fares of public transport)"},
         "wording": {"fr": "La carte est à demi-tarif pour les étudiants, et gratuite pour les "
                           "boursiers.",
                     "en": "The card is half price for students, and free for grant holders."},
         "not_good_for": {"fr": "La photo, que vous donnez au guichet.",
                          "en": "The photograph, which you bring to the counter."}}},
    {"id": "restauration", "title": "Tarif de restauration scolaire",
     "recipient": "Ville de Lyon", "scale": LYON, "facts": ["rfr_per_part_at_most"],
     "partner": {
         "siret": "21690123100011",
         "legal_basis": {"fr": "Délibération imaginaire du 3 juin 2026 (restauration scolaire)",
                         "en": "Fictional decision of 3 June 2026 (school meals)"},
         "wording": {"fr": "Le prix d’un repas dépend du revenu et du nombre de parts du foyer.",
                     "en": "The price of a meal depends on the income and tax parts of the "
                           "household."},
         "not_good_for": {"fr": "L’inscription à l’école, qui se fait à part.",
                          "en": "Enrolment at the school, which is done separately."}}},
]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Town:
    """The portal, its neighbours, and on demand a town's canteen form and a counter page."""

    def __init__(self, port: int | None = None, kept_seconds: int = 900, provider=FranceConnect,
                 with_canteen: bool = False, with_counter: bool = False,
                 scopes: list[str] | None = None, files: dict[str, str | bytes] | None = None,
                 origin: str | None = None, **settings):
        self.scratch = tempfile.TemporaryDirectory(prefix="justificatif-portal.")
        self.folder = pathlib.Path(self.scratch.name)
        self.port = port or free_port()
        # That of a server in front, or its own.
        self.origin = origin or f"http://127.0.0.1:{self.port}"
        self.processes: list[subprocess.Popen] = []
        self.canteen_port = free_port()
        self.canteen = f"http://127.0.0.1:{self.canteen_port}"
        self.provider = provider(
            PEOPLE, "portail-demo", "secret-du-client-de-demonstration", f"{self.origin}/retour",
            f"{self.origin}/au-revoir", free_port())
        self.scopes = scopes or list(SCOPES)
        self.data = APIParticulier(self.provider)
        self.taxes = ImpotParticulier(self.provider)
        self.employment = FranceTravail(self.provider)
        self.health = AssuranceMaladie(self.provider)
        self.bodies = [self.data, self.taxes, self.employment, self.health]
        for name, content in (files or {}).items():
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        try:
            self._make_lists()
            self._start_signing()
            self._make_status_key()
            self._start_portal(kept_seconds, settings)
            if with_canteen:
                self._start_canteen()
            if with_counter:
                self._start_counter()
        except BaseException:
            self.close()
            raise

    def run(self, program: str, *arguments: str) -> str:
        done = subprocess.run([PROGRAMS / program, *arguments], cwd=self.folder, text=True,
                              capture_output=True)
        assert done.returncode == 0, f"{program} {arguments}: {done.stderr}"
        return done.stdout

    def _make_lists(self) -> None:
        for role, name in (("issuer", "caf"), ("revocations", "caf-revocations"), ("root", "root")):
            self.run("justificatif-issuer", "key", "new", "--role", role, "--out", name)
        self.run("justificatif-issuer", "root", "new", "--out", "roots.pub", "root.pub")
        year = datetime.datetime.now(datetime.timezone.utc).year
        (self.folder / "trust.json").write_text(json.dumps({
            "format": "justificatif-trust-draft/1", "sequence": 1,
            "revocation_lists": [{"id": "caf", "keys": ["caf-revocations.pub"], "epoch": 1}],
            "issuers": [{
                "key": "caf.pub", "name": "Caisse d’allocations familiales (démonstration)",
                "contact": "03 00 00 00 00", "blocks": BLOCKS,
                "sign_from": f"{year}-01-01", "sign_until": f"{year + 1}-12-31",
                "revocation_list": "caf"}]}), "utf-8")
        self.run("justificatif-issuer", "trust", "sign", "--yes", "--draft", "trust.json", "--key",
                 "root.key", "--out", "trust.cose")
        self.run("justificatif-issuer", "register", "new", "--register", "register.db")
        self.run("justificatif", "lists", "init", "--roots", "roots.pub", "--lists", "lists")
        self.publish()

    def publish(self) -> None:
        """Publishes what was cancelled, and brings the lists to the counter."""
        self.run("justificatif-issuer", "revocations", "publish", "--register", "register.db",
                 "--key", "caf-revocations.key", "--id", "caf", "--out", "revocations.cose")
        published = self.folder / "published"
        published.mkdir(exist_ok=True)
        for name in ("trust.cose", "revocations.cose"):
            (published / name).write_bytes((self.folder / name).read_bytes())
        self.run("justificatif", "lists", "install", "published", "--lists", "lists")

    def _make_status_key(self) -> None:
        """By which the town signs what it answers."""
        key = ed25519.Ed25519PrivateKey.generate()
        (self.folder / "status.pem").write_bytes(key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption()))
        self.status = StatusSigner(str(self.folder / "status.pem"))

    def _start_canteen(self) -> None:
        process = self._start(
            "canteen", "/usr/bin/python3", str(ROOT / "contrib/town/canteen.py"), "--port",
            str(self.canteen_port), "--portal", self.origin, "--lists", "lists", "--program",
            str(PROGRAMS / "justificatif"), "--status-key", "status.pem")
        self._wait(process, "canteen", lambda: "Cantine" in self.log("canteen"))

    def _start_counter(self) -> None:
        process = self._start("counter", "justificatif-guichet", "--lists", "lists", "--port",
                              str(free_port()), "--recipient", "Ville de Lille")
        self._wait(process, "counter", lambda: "http://" in self.log("counter"))
        self.counter = re.search(r"http://\S+", self.log("counter"))[0]

    def _start(self, name: str, *command: str, **environment: str) -> subprocess.Popen:
        with open(self.folder / f"{name}.log", "ab") as log:
            process = subprocess.Popen(
                [PROGRAMS / command[0], *command[1:]], cwd=self.folder, stdout=log, stderr=log,
                env={**os.environ, "SWIFT_BACKTRACE": "enable=no", **environment})
        self.processes.append(process)
        return process

    def _wait(self, process: subprocess.Popen, name: str, is_ready) -> None:
        for _ in range(600):
            if process.poll() is not None:
                break
            if is_ready():
                return
            time.sleep(0.05)
        raise RuntimeError(f"{name}: {self.log(name)}")

    def _start_signing(self) -> None:
        self.run("justificatif-issuer", "key", "office", "--out", "office.secret")
        self._serve_signing()

    def _serve_signing(self) -> None:
        process = self._start(
            "signing", "justificatif-issuer", "serve", "--socket", "sign.sock", "--key", "caf.key",
            "--register", "register.db", "--office-secret", "office.secret", "--lists", "lists",
            GLIBC_TUNABLES=OVERWRITING)
        self.signing = process
        self._wait(process, "signing", self._signs)

    def _signs(self) -> bool:
        with socket.socket(socket.AF_UNIX) as client:
            return client.connect_ex(str(self.folder / "sign.sock")) == 0

    def _start_portal(self, kept_seconds: int, settings: dict) -> None:
        for name, secret in (("client", self.provider.secret), ("dgfip", self.taxes.secret),
                             ("cnam", self.health.key), ("particulier", self.data.token)):
            (self.folder / f"{name}.secret").write_text(secret + "\n")
            (self.folder / f"{name}.secret").chmod(0o600)
        self.run("justificatif-portail", "secret", "--out", "space.secret")
        (self.folder / "portail.json").write_text(json.dumps({
            "format": "justificatif-portail/1", "origin": self.origin, "port": self.port,
            "body": {"name": "Caisse d’allocations familiales (démonstration)",
                     "contact": "03 00 00 00 00",
                     "pages": {
                         "accessibility": {"conformity": "partial",
                                           "address": "https://caf.example/accessibilite"},
                         "legal": "https://caf.example/mentions-legales",
                         "personal_data": "https://caf.example/donnees-personnelles"}},
            "provider": {"issuer": self.provider.issuer, "client_id": self.provider.client,
                         "client_secret_file": "client.secret",
                         "algorithm": self.provider.algorithm, "acr": "eidas1",
                         "scopes": self.scopes, **self.provider.settings},
            "api_particulier": {"address": self.data.address, "recipient": SIRET,
                                "token_file": "particulier.secret"},
            "impot_particulier": {
                "address": f"{self.taxes.address}/impotparticulier/1.0",
                "token_address": f"{self.taxes.address}/token", "client_id": self.taxes.client,
                "client_secret_file": "dgfip.secret", "teleservice": self.taxes.teleservice},
            "france_travail": {"address": f"{self.employment.address}/partenaire"},
            "assurance_maladie": {"address": self.health.address + BASE,
                                  "api_key_file": "cnam.secret"},
            "signing_socket": "sign.sock", "lists": "lists", "kept_seconds": kept_seconds,
            "space": "space.db", "space_secret_file": "space.secret",
            "procedures": self._catalogue(),
            **settings}), "utf-8")
        self._serve_portal()

    def _serve_portal(self) -> None:
        process = self._start(
            "portal", "justificatif-portail", "run", "--config", "portail.json", "--log",
            GLIBC_TUNABLES=OVERWRITING)
        self.portal = process
        self._wait(process, "portal", self._answers)

    def _catalogue(self) -> list[dict]:
        """The procedures, of which the canteen's are handed back to the town."""
        partner = {
            "siret": "21590350100017",
            "legal_basis": {
                "fr": "Délibération imaginaire du 3 juin 2026 (tarifs de la cantine)",
                "en": "Fictional decision of 3 June 2026 (prices of school meals)"},
            "wording": {"fr": "Le prix d’un repas dépend de votre quotient familial.",
                        "en": "The price of a meal depends on your quotient familial."},
            "not_good_for": {"fr": "L’inscription à l’école, qui se fait à part.",
                             "en": "Enrolment at the school, which is done separately."},
            "return": f"{self.canteen}/justificatif", "form": f"{self.canteen}/",
            "status_key": self.status.public}
        facts = ["tariff_bracket", "qf_at_most", "qf"]
        return [{**procedure, "facts": facts, "partner": partner}
                if procedure["id"] == "cantine" else procedure for procedure in PROCEDURES]

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(urllib.request.Request(
                f"http://127.0.0.1:{self.port}/portail.css",
                headers={"Host": self.origin.partition("://")[2]}), timeout=5).close()
            return True
        except OSError:
            return False

    def kill(self, name: str) -> None:
        """kill -9 of the portal or of the signing service."""
        process = {"portal": self.portal, "signing": self.signing}[name]
        process.kill()
        process.wait()

    def restart(self) -> None:
        """Starts again what was killed, as systemd does."""
        if self.signing.poll() is not None:
            self._serve_signing()
        if self.portal.poll() is not None:
            self._serve_portal()

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text("utf-8", "replace")

    def rows(self) -> int:
        """How many justificatifs the register has."""
        with sqlite3.connect(self.folder / "register.db") as register:
            return register.execute("SELECT count(*) FROM proof").fetchone()[0]

    def close(self) -> None:
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
        for process in reversed(self.processes):
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.provider.close()
        for body in self.bodies:
            body.close()
        self.scratch.cleanup()
