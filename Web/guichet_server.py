"""A place of control of today, and justificatif-guichet for it, for the tests beside."""

import datetime
import functools
import http.client
import json
import os
import pathlib
import re
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAMS = pathlib.Path(os.environ["JUSTIFICATIF_PROGRAMS"]).resolve()
SAMPLES = ROOT / "Tests" / "Samples"
NAME = "TERRASSIER"


class Place:
    """Keys, a register, lists in force and a justificatif, made by the programs in `folder`."""

    def __init__(self, folder: pathlib.Path, *published: str) -> None:
        """`published` are options of the first publication of revocations, whose list may be too old."""
        self.folder = folder
        self.is_current = published == ()
        self.lists = folder / "lists"
        today = datetime.datetime.now(datetime.timezone.utc)
        for role, name in (("issuer", "caf"), ("revocations", "caf-revocations"), ("root", "root")):
            self.issuer("key", "new", "--role", role, "--out", name)
        self.issuer("root", "new", "--out", "roots.pub", "root.pub")
        draft = {
            "format": "justificatif-trust-draft/1", "sequence": 1,
            "revocation_lists": [{"id": "caf", "keys": ["caf-revocations.pub"], "epoch": 1}],
            "issuers": [{
                "key": "caf.pub", "name": "CAF (essai)", "contact": "03 00 00 00 00",
                "blocks": ["quotient-familial"], "sign_from": f"{today.year}-01-01",
                "sign_until": f"{today.year + 1}-12-31", "revocation_list": "caf"}],
        }
        (folder / "trust.json").write_text(json.dumps(draft), "utf-8")
        self.issuer("trust", "sign", "--draft", "trust.json", "--key", "root.key", "--out", "trust.cose")
        self.issuer("register", "new", "--register", "register.db")
        self.run("justificatif", "lists", "init", "--roots", "roots.pub", "--lists", "lists")
        self.publish(*published)
        answer = json.loads((SAMPLES / "quotient-familial.json").read_text("utf-8"))
        answer["data"]["quotient_familial"].update(annee=today.year, mois=today.month)
        (folder / "answer.json").write_text(json.dumps(answer), "utf-8")
        self.issue("proof")

    def run(self, program: str, *arguments: object) -> str:
        done = subprocess.run([PROGRAMS / program, *arguments], cwd=self.folder, check=False,
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(f"{program} {arguments}: {done.stderr}")
        return done.stdout

    def issuer(self, *arguments: object) -> str:
        return self.run("justificatif-issuer", *arguments)

    def issue(self, name: str) -> None:
        """name.png, name.txt and name.pdf; without the last if the lists may be too old to issue."""
        tried = ["--lists", "lists", "--page", f"{name}.pdf"] if self.is_current else []
        self.issuer("issue", "--key", "caf.key", "--register", "register.db", "--kind",
                    "quotient-familial", "--answer", "answer.json", "--identity",
                    SAMPLES / "identity.json", "--out", f"{name}.png", "--text", f"{name}.txt", *tried)

    def publish(self, *options: str) -> None:
        """The revocations of now, and both lists installed."""
        self.issuer("revocations", "publish", "--register", "register.db", "--key",
                    "caf-revocations.key", "--id", "caf", "--out", "revocations.cose", *options)
        (self.folder / "published").mkdir(exist_ok=True)
        for name in ("trust.cose", "revocations.cose"):
            shutil.copy(self.folder / name, self.folder / "published")
        self.run("justificatif", "lists", "install", "published", "--lists", "lists")

    def revoke(self, name: str) -> None:
        self.issuer("revoke", "--register", "register.db", "--yes", f"{name}.txt")
        self.publish()

    def file(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    @functools.cached_property
    def text(self) -> str:
        return self.file("proof.txt").decode().strip()


class Server:
    """justificatif-guichet while it runs."""

    def __init__(self, lists: pathlib.Path, *arguments: object,
                 programs: pathlib.Path = PROGRAMS) -> None:
        words = [programs / "justificatif-guichet", "--lists", lists, *arguments]
        if "--port" not in words:
            words += ["--port", "0"]
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.said = ""
        found = None
        while found is None:
            line = self.process.stdout.readline()
            self.said += line
            found = re.search(r"http://127\.0\.0\.1:(\d+)/(?:#(\w+))?", line)
            if line == "":
                self.stop()
                raise AssertionError(self.errors)
        self.address = found[0]
        self.port = int(found[1])
        self.token = found[2]

    def stop(self) -> int:
        """Its exit status after SIGTERM."""
        self.process.terminate()
        status = self.process.wait(20)
        self.errors = self.process.stderr.read()
        self.process.stdout.close()
        self.process.stderr.close()
        return status

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()

    def memory(self) -> int:
        """Resident, in kB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        return int(re.search(r"VmRSS:\s*(\d+)", status)[1])

    def ask(self, method: str, path: str, body: bytes | None = None, **fields: str
            ) -> tuple[int, dict[str, str], bytes]:
        """Status, fields in lower case, body. The token goes along unless `authorization` is given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        given = {name.replace("_", "-"): value for name, value in fields.items()}
        if "authorization" not in given and self.token:
            given["authorization"] = f"Bearer {self.token}"
        connection.request(method, path, body, {name: value for name, value in given.items() if value})
        answer = connection.getresponse()
        told = {name.lower(): value for name, value in answer.getheaders()}
        content = answer.read()
        connection.close()
        return answer.status, told, content

    def verdict(self, body: bytes, kind: str = "text/plain", query: str = "") -> dict:
        status, _, content = self.ask("POST", f"/v1/verify{query}", body, content_type=kind)
        if status != 200:
            raise AssertionError((status, content))
        return json.loads(content)

    def lists(self) -> dict:
        return json.loads(self.ask("GET", "/v1/lists")[2])


def programs_with_reader(folder: pathlib.Path) -> pathlib.Path:
    """A folder with the program and a reader beside it, which a test may replace."""
    folder.mkdir()
    for name in ("justificatif-guichet", "justificatif-reader"):
        shutil.copy(PROGRAMS / name, folder / name)
    return folder
