"""LemonLDAP::NG of Debian as identity provider, on loopback and without a web server.

It is a real one: its own login page, consent, sessions, keys and logout. It is set up to know
FranceConnect's claims; its userinfo has neither `iss` nor `aud`.
"""

import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from provider_visitor import ProviderVisitor

INSTALLED = pathlib.Path("/usr/share/lemonldap-ng/portal")
DEFAULTS = pathlib.Path("/var/lib/lemonldap-ng/conf/lmConf-1.json")
COLUMNS = ("given_name", "family_name", "birthdate", "birthplace", "birthcountry", "gender",
           "preferred_username")
PASSWORD = "mot-de-passe-imaginaire"
PAGE = r"""
use Plack::Builder;
use Lemonldap::NG::Portal;
builder {
    enable "Static", path => sub { s{^/static/}{} }, root => "%(static)s";
    enable "Static", path => sub { s{^/javascript/}{} }, root => "/usr/share/javascript";
    Lemonldap::NG::Portal->run({});
};
"""


def is_installed() -> bool:
    return INSTALLED.is_dir() and pathlib.Path("/usr/bin/plackup").exists()


class LemonLDAP:
    """Serves `people` to one client until it is closed."""

    algorithm = "RS256"
    settings = {"bare_userinfo": True, "pkce": True}

    def __init__(self, people: dict, client: str, secret: str, callback: str, logout: str,
                 port: int):
        self.people, self.client, self.secret = people, client, secret
        self.issuer = f"http://127.0.0.1:{port}"
        self.port = port
        self.scratch = tempfile.TemporaryDirectory(prefix="justificatif-lemonldap.")
        self.folder = pathlib.Path(self.scratch.name)
        for name in ("conf", "sessions/lock", "psessions/lock", "cache"):
            (self.folder / name).mkdir(parents=True)
        self._fill_table()
        (self.folder / "conf/lmConf-1.json").write_text(
            json.dumps(self._configuration(callback, logout)), "utf-8")
        ini = pathlib.Path("/etc/lemonldap-ng/lemonldap-ng.ini").read_text("utf-8")
        (self.folder / "llng.ini").write_text(
            ini.replace("/var/lib/lemonldap-ng", str(self.folder)), "utf-8")
        (self.folder / "app.psgi").write_text(PAGE % {"static": INSTALLED / "htdocs/static"})
        self._start()

    def _fill_table(self) -> None:
        with sqlite3.connect(self.folder / "users.db") as table:
            table.execute(f"CREATE TABLE users (login, password, {', '.join(COLUMNS)})")
            for login, person in self.people.items():
                values = [login, PASSWORD, *(person.get(column) for column in COLUMNS)]
                table.execute(f"INSERT INTO users VALUES ({', '.join('?' * len(values))})", values)
        table.close()

    def _configuration(self, callback: str, logout: str) -> dict:
        key = rsa.generate_private_key(65_537, 2_048)
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL,
            serialization.NoEncryption()).decode()
        public = key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()
        store = {"Directory": f"{self.folder}/sessions",
                 "LockDirectory": f"{self.folder}/sessions/lock",
                 "generateModule": "Lemonldap::NG::Common::Apache::Session::Generate::SHA256"}
        database = f"dbi:SQLite:dbname={self.folder}/users.db"
        configuration = json.loads(DEFAULTS.read_text("utf-8"))
        configuration |= {
            "portal": self.issuer + "/", "domain": "127.0.0.1", "securedCookie": 0,
            "captcha_login_enabled": 0, "captcha_mail_enabled": 0, "captcha_register_enabled": 0,
            "exportedVars": {}, "requireToken": 0,
            "authentication": "DBI", "userDB": "Same", "passwordDB": "Null", "registerDB": "Null",
            "dbiAuthChain": database, "dbiUserChain": database,
            "dbiAuthUser": "x", "dbiAuthPassword": "x", "dbiUserUser": "x", "dbiUserPassword": "x",
            "dbiAuthTable": "users", "dbiUserTable": "users", "dbiAuthLoginCol": "login",
            "dbiAuthPasswordCol": "password", "userPivot": "login", "dbiAuthnLevel": 1,
            "dbiExportedVars": {column: column for column in ("login", *COLUMNS)},
            "whatToTrace": "login",
            "globalStorage": "Apache::Session::File", "globalStorageOptions": store,
            "persistentStorage": "Apache::Session::File",
            "persistentStorageOptions": {**store, "Directory": f"{self.folder}/psessions",
                                         "LockDirectory": f"{self.folder}/psessions/lock"},
            "issuerDBOpenIDConnectActivation": 1, "issuerDBOpenIDConnectPath": "^/oauth2/",
            "issuerDBOpenIDConnectRule": 1,
            "oidcServicePrivateKeySig": private, "oidcServicePublicKeySig": public,
            "oidcServiceKeyIdSig": "demonstration-1", "oidcServiceMetaDataIssuer": self.issuer,
            "oidcServiceAllowAuthorizationCodeFlow": 1,
            "oidcServiceAuthorizationCodeExpiration": 30, "oidcServiceAccessTokenExpiration": 60,
            "oidcServiceIDTokenExpiration": 60, "oidcServiceIgnoreScopeForClaims": 0,
            "oidcServiceMetaDataAuthnContext": {"eidas1": 1, "eidas2": 2, "eidas3": 3},
            "oidcRPMetaDataExportedVars": {
                "portail": {column: f"{column};string;auto" for column in COLUMNS}},
            "oidcRPMetaDataOptionsExtraClaims": {"portail": {
                "identite_pivot": " ".join(COLUMNS[:-1]),
                "preferred_username": "preferred_username"}},
            "oidcRPMetaDataOptions": {"portail": {
                "oidcRPMetaDataOptionsClientID": self.client,
                "oidcRPMetaDataOptionsClientSecret": self.secret,
                "oidcRPMetaDataOptionsIDTokenSignAlg": "RS256",
                "oidcRPMetaDataOptionsUserInfoSignAlg": "RS256",
                "oidcRPMetaDataOptionsUserIDAttr": "login",
                "oidcRPMetaDataOptionsRequirePKCE": 1,
                "oidcRPMetaDataOptionsRedirectUris": callback,
                "oidcRPMetaDataOptionsPostLogoutRedirectUris": logout,
                "oidcRPMetaDataOptionsLogoutBypassConfirm": 1,
                "oidcRPMetaDataOptionsBypassConsent": 0}},
        }
        return configuration

    def _start(self) -> None:
        environment = {**os.environ, "LLNG_DEFAULTCONFFILE": str(self.folder / "llng.ini"),
                       "LLNG_DEFAULTLOGGER": "Lemonldap::NG::Common::Logger::Std"}
        with open(self.folder / "log", "wb") as log:
            self.process = subprocess.Popen(
                ["/usr/bin/plackup", "--no-default-middleware", "-E", "deployment", "-o",
                 "127.0.0.1", "-p", str(self.port), str(self.folder / "app.psgi")],
                stdout=log, stderr=log, env=environment)
        address = f"{self.issuer}/.well-known/openid-configuration"
        for _ in range(600):
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(address, timeout=30) as answer:
                    self.document = json.load(answer)
                return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError((self.folder / "log").read_text("utf-8", "replace"))

    def subject(self, person: str) -> str:
        return person

    def introspect(self, token: str) -> dict | None:
        """What it tells a data body of a token, as FranceConnect's `checktoken` would."""
        form = urllib.parse.urlencode({
            "token": token, "client_id": self.client, "client_secret": self.secret}).encode()
        with urllib.request.urlopen(self.document["introspection_endpoint"], form,
                                    timeout=30) as answer:
            told = json.load(answer)
        return {"scope": told["scope"], "person": told["sub"]} if told.get("active") else None

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(15)
        self.scratch.cleanup()


class LemonVisitor(ProviderVisitor):
    """A person who types a name and a password there, and agrees."""

    def typed(self, page: str, person: str) -> dict[str, str]:
        return {"user": person, "password": PASSWORD} if 'name="password"' in page else {}
