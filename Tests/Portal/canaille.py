"""Canaille as identity provider, on loopback: the second real one, which signs by ES256.

It knows no birth date, so nobody can have a justificatif by it (Spec/issuing.md 3); logins, keys and
logout are tried. Its id_token has `auth_time` with decimals, and no `acr`. `scripts/install-dependencies long`
puts it into `.build/canaille`.
"""

import base64
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from cryptography.hazmat.primitives.asymmetric import rsa
from franceconnect import SCOPES, Key, text
from provider_visitor import ProviderVisitor

PROGRAM = pathlib.Path(os.environ.get(
    "JUSTIFICATIF_CANAILLE",
    pathlib.Path(__file__).resolve().parents[2] / ".build/canaille/bin/canaille"))
PASSWORD = "mot-de-passe-imaginaire"


def is_installed() -> bool:
    return PROGRAM.exists()


def number(value: int) -> str:
    return text(value.to_bytes((value.bit_length() + 7) // 8, "big"))


class Canaille:
    """Serves `people` to one client until it is closed."""

    algorithm = "ES256"
    # It says nothing of how sure it is.
    settings = {"acr": None, "pkce": True}
    # What its clients have as audience.
    has_audience = True

    def __init__(self, people: dict, client: str, secret: str, callback: str, logout: str,
                 port: int):
        self.people, self.client, self.secret = people, client, secret
        self.issuer, self.port = f"http://127.0.0.1:{port}", port
        self.scratch = tempfile.TemporaryDirectory(prefix="justificatif-canaille.")
        self.folder = pathlib.Path(self.scratch.name)
        self._configure()
        self.run("install")
        for login, person in people.items():
            self.run("create", "user", "--user-name", login, "--password", PASSWORD,
                     "--family-name", person["family_name"], "--given-name", person["given_name"],
                     "--emails", f"{login}@example.org")
        audience = ["--audience", client] if self.has_audience else []
        scopes = [part for scope in ("profile", *SCOPES) for part in ("--scope", scope)]
        self.run("create", "client", "--client-id", client, "--client-secret", secret,
                 "--client-name", "Portail", "--client-uri", callback.removesuffix("/retour"),
                 "--redirect-uris", callback, "--post-logout-redirect-uris", logout,
                 "--grant-types", "authorization_code", "--response-types", "code", *scopes,
                 "--token-endpoint-auth-method", "client_secret_post",
                 "--id-token-signed-response-alg", "ES256",
                 "--userinfo-signed-response-alg", "ES256")
        if audience:
            self.run("set", "client", client, *audience)
        self._start()

    def _configure(self) -> None:
        key = Key("demonstration-1")
        private = key.private.private_numbers().private_value
        numbers = rsa.generate_private_key(65_537, 2_048).private_numbers()
        keys = [
            {**key.public(), "d": text(private.to_bytes(32, "big"))},
            {"kty": "RSA", "kid": "demonstration-2", "use": "sig", "alg": "RS256",
             "n": number(numbers.public_numbers.n), "e": number(numbers.public_numbers.e),
             "d": number(numbers.d), "p": number(numbers.p), "q": number(numbers.q),
             "dp": number(numbers.dmp1), "dq": number(numbers.dmq1), "qi": number(numbers.iqmp)}]
        tables = "\n".join(
            "[[CANAILLE_OIDC.ACTIVE_JWKS]]\n" + "\n".join(
                f"{name} = {json.dumps(value)}" for name, value in entry.items())
            for entry in keys)
        (self.folder / "canaille.toml").write_text(
            f'SECRET_KEY = "{os.urandom(24).hex()}"\nSERVER_NAME = "127.0.0.1:{self.port}"\n'
            'PREFERRED_URL_SCHEME = "http"\n'
            f'[CANAILLE_SQL]\nDATABASE_URI = "sqlite:///{self.folder}/users.db"\n'
            f"[CANAILLE_OIDC]\nTRUSTED_DOMAINS = []\n{tables}\n", "utf-8")
        self.environment = {**os.environ, "CANAILLE_CONFIG": str(self.folder / "canaille.toml"),
                            "PYTHONPATH": ""}

    def run(self, *arguments: str) -> str:
        done = subprocess.run([PROGRAM, *arguments], env=self.environment, cwd=self.folder,
                              text=True, capture_output=True)
        assert done.returncode == 0, f"{arguments}: {done.stdout} {done.stderr}"
        return done.stdout

    def _start(self) -> None:
        with open(self.folder / "log", "wb") as log:
            self.process = subprocess.Popen(
                [PROGRAM, "run", "--bind", f"127.0.0.1:{self.port}"], stdout=log, stderr=log,
                cwd=self.folder, env=self.environment)
        for _ in range(900):
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.issuer}/.well-known/openid-configuration",
                                            timeout=30) as answer:
                    self.document = json.load(answer)
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError((self.folder / "log").read_text("utf-8", "replace"))

    def subject(self, person: str) -> str:
        return person

    def introspect(self, token: str) -> dict | None:
        """Whose a token is, as a data body would see it: by userinfo, for it tells no body of scopes."""
        request = urllib.request.Request(self.document["userinfo_endpoint"],
                                         headers={"Authorization": f"Bearer {token}"})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                claims = answer.read().decode().split(".")[1]
        except urllib.error.HTTPError:
            return None
        told = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
        return {"scope": " ".join(SCOPES), "person": told["sub"]}

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(15)
        self.scratch.cleanup()


class CanailleVisitor(ProviderVisitor):
    """A person who types a name, then a password, and agrees."""

    def typed(self, page: str, person: str) -> dict[str, str]:
        fields = {"login": person, "password": PASSWORD, "answer": "accept"}
        return {name: value for name, value in fields.items() if f'name="{name}"' in page}
