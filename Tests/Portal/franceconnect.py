"""A strict double of FranceConnect v2 (low level), written from what its published tests say.

Its list of authorize parameters is closed, codes live 30 s and tokens 60 s. `lies` changes one
thing of an answer at a time.
"""

import base64
import hashlib
import html
import json
import re
import secrets
import threading
import time
import urllib.parse

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from server import Handler, Server

PARAMETERS = {"client_id", "redirect_uri", "response_type", "scope", "acr_values", "nonce", "state",
              "prompt", "claims", "idp_hint", "ui_locales"}
REQUIRED = {"client_id", "redirect_uri", "response_type", "scope", "acr_values", "nonce", "state"}
SCOPES = {
    "openid": [],
    "identite_pivot": ["given_name", "given_name_array", "family_name", "birthdate", "gender",
                       "birthplace", "birthcountry"],
    "preferred_username": ["preferred_username"],
    **{scope: [] for scope in (
        "cnaf_quotient_familial", "cnaf_allocataires", "complementaire_sante_solidaire",
        "mesri_admissions", "mesri_admission_inscrit", "cnous_statut_boursier",
        "cnous_periode_versement", "cnous_echelon_bourse", "dgfip_rfr", "dgfip_nbpart",
        "dgfip_annee_n_moins_1", "dgfip_annee_n_moins_2_si_indispo_n_moins_1",
        "dgfip_nmNaiDec1", "dgfip_prnmDec1", "dgfip_dateNaisDec1", "dgfip_nmNaiDec2",
        "dgfip_prnmDec2", "dgfip_dateNaisDec2", "api_fc-statutaugmentev1",
        "droits_assurance_maladie")},
}


def text(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


class Key:
    """An ES256 key and its entry of a JWKS."""

    def __init__(self, kid: str):
        self.kid = kid
        self.private = ec.generate_private_key(ec.SECP256R1())

    def public(self) -> dict:
        numbers = self.private.public_key().public_numbers()
        return {"kty": "EC", "crv": "P-256", "kid": self.kid, "use": "sig", "alg": "ES256",
                "x": text(numbers.x.to_bytes(32, "big")), "y": text(numbers.y.to_bytes(32, "big"))}

    def sign(self, claims: dict | str, **header) -> str:
        head = {"alg": "ES256", "kid": self.kid, **header}
        body = claims if isinstance(claims, str) else json.dumps(claims)
        signed = f"{text(json.dumps(head).encode())}.{text(body.encode())}"
        r, s = decode_dss_signature(
            self.private.sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
        return f"{signed}.{text(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


class FranceConnect:
    algorithm = "ES256"
    # What the portal's settings say of it besides.
    settings: dict = {}

    def __init__(self, people: dict, client: str, secret: str, callback: str, logout: str,
                 port: int = 0):
        self.people, self.client, self.secret = people, client, secret
        self.callback, self.logout = callback, logout
        self.key = Key("pkcs11:ES256:hsm")
        self.published = [self.key]
        self.codes: dict[str, dict] = {}
        self.tokens: dict[str, dict] = {}
        self.pending: dict[str, dict] = {}
        self.calls: list[str] = []
        self.lies: dict = {}
        self.lock = threading.Lock()
        self.server = Server(self, FranceConnectHandler, port)
        self.issuer = f"http://127.0.0.1:{self.server.port}/api/v2"

    def rotate(self, kid: str) -> None:
        """A new key; the old one is published no more."""
        self.key = Key(kid)
        self.published = [self.key]

    def subject(self, person: str) -> str:
        """Pairwise, and another for another civil status."""
        known = json.dumps([self.client, self.people[person]], sort_keys=True)
        return hashlib.sha256(known.encode()).hexdigest() + "v1"

    def discovery(self) -> dict:
        document = {
            "issuer": self.issuer, "response_types_supported": ["code"],
            "subject_types_supported": ["pairwise"],
            "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": True,
            "end_session_endpoint": f"{self.issuer}/session/end",
            "jwks_uri": f"{self.issuer}/jwks",
        }
        for name in ("authorization", "token", "userinfo"):
            path = "authorize" if name == "authorization" else name
            document[f"{name}_endpoint"] = f"{self.issuer}/{path}"
        document.update(self.lies.get("discovery", {}))
        return document

    def refusal_of(self, sent: list[tuple[str, str]]) -> str | None:
        """The code of the page from which nobody comes back; None if it may go on."""
        names = [name for name, _ in sent]
        given = dict(sent)
        if set(names) - PARAMETERS or REQUIRED - set(names) or len(names) != len(set(names)):
            return "Y030007"
        if any(not re.fullmatch("[0-9A-Za-z]{32,}", given[name]) for name in ("nonce", "state")):
            return "Y030007"
        if given["client_id"] != self.client:
            return "Y04EA6EF"
        if given["redirect_uri"] != self.callback:
            return "Y04C013C"
        scopes = given["scope"].split()
        if "openid" not in scopes or set(scopes) - set(SCOPES):
            return "Y04scope"
        return None

    def returned(self, request: dict, **members: str) -> str:
        members = {**members, "state": request["state"], "iss": self.issuer}
        members.update(self.lies.get("callback", {}))
        members = {name: value for name, value in members.items() if value is not None}
        return self.callback + "?" + urllib.parse.urlencode(members)

    def code_for(self, request: dict, person: str) -> str:
        code = secrets.token_hex(24)
        with self.lock:
            self.codes[code] = {**request, "person": person, "until": time.time() + 30}
        return code

    def id_token(self, request: dict) -> str:
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": self.client, "sub": self.subject(request["person"]),
                  "nonce": request["nonce"], "acr": request["acr_values"], "iat": now,
                  "exp": now + 60, "auth_time": now}
        return self.signed("id_token", claims)

    def userinfo(self, grant: dict) -> str:
        now = int(time.time())
        person = self.people[grant["person"]]
        claims = {"sub": self.subject(grant["person"]), "aud": self.client, "iss": self.issuer,
                  "iat": now, "exp": now + 60}
        for scope in grant["scope"].split():
            claims.update({name: person[name] for name in SCOPES[scope] if name in person})
        return self.signed("userinfo", claims)

    def signed(self, which: str, claims: dict) -> str:
        lie = self.lies.get(which, {})
        claims = {**claims, **lie.get("claims", {})}
        claims = {name: value for name, value in claims.items() if value != "absent"}
        if "raw" in lie:
            return lie["raw"](claims)
        token = self.key.sign(claims, **lie.get("header", {}))
        return lie["token"](token) if "token" in lie else token

    def introspect(self, token: str) -> dict | None:
        """What `checktoken` tells a data body; None for a token that is over."""
        grant = self.tokens.get(token)
        return grant if grant and grant["until"] > time.time() else None

    def close(self) -> None:
        self.server.close()


class FranceConnectHandler(Handler):
    double: FranceConnect

    def do_GET(self) -> None:
        double, route = self.double, self.route.removeprefix("/api/v2")
        double.calls.append(f"GET {route}")
        if route == "/.well-known/openid-configuration":
            return self.say_json(200, double.discovery())
        if route == "/jwks":
            return self.say_json(200, {"keys": [key.public() for key in double.published]})
        if route == "/authorize":
            return self.authorize()
        if route == "/userinfo":
            return self.userinfo()
        if route == "/session/end":
            given = dict(self.fields())
            if given.get("post_logout_redirect_uri") != double.logout:
                return self.page(400, "Y04logout")
            return self.say(302, Location=double.logout + "?state=" + given.get("state", ""))
        return self.page(404, "Y000404")

    def do_POST(self) -> None:
        route = self.route.removeprefix("/api/v2")
        self.double.calls.append(f"POST {route}")
        if route == "/token":
            return self.token()
        if route == "/login":
            return self.login()
        return self.page(404, "Y000404")

    def authorize(self) -> None:
        sent = self.fields()
        code = self.double.refusal_of(sent)
        if code:
            return self.page(400, code)
        key = secrets.token_hex(16)
        self.double.pending[key] = dict(sent)
        buttons = "".join(
            f'<p><button name="person" value="{name}">{html.escape(person["given_name"])} '
            f'{html.escape(person["family_name"])}</button></p>'
            for name, person in self.double.people.items())
        self.say(200, (
            '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Double</title>'
            "<h1>Double de FranceConnect</h1><p>Des personnes imaginaires :</p>"
            '<form method="post" action="/api/v2/login">'
            f'<input type="hidden" name="key" value="{key}">'
            f'{buttons}<p><button name="person" value="">Revenir en arrière</button></p></form>'
        ).encode(), Cache_Control="no-store")

    def login(self) -> None:
        given = dict(self.fields())
        request = self.double.pending.pop(given.get("key", ""), None)
        if request is None:
            return self.page(400, "Y04login")
        if not given.get("person"):
            return self.say(302, Location=self.double.returned(
                request, error="access_denied", error_description="user authentication aborted"))
        code = self.double.code_for(request, given["person"])
        self.say(302, Location=self.double.returned(request, code=code))

    def token(self) -> None:
        given = dict(self.fields())
        if self.headers.get("Cookie"):
            return self.say_json(400, {"error": "invalid_request"})
        if (given.get("client_id"), given.get("client_secret")) != (
                self.double.client, self.double.secret):
            return self.say_json(401, {"error": "invalid_client"})
        with self.double.lock:
            grant = self.double.codes.pop(given.get("code", ""), None)
        if (not grant or grant["until"] < time.time()
                or given.get("redirect_uri") != self.double.callback):
            return self.say_json(400, {"error": "invalid_grant"})
        lie = self.double.lies.get("token", {})
        time.sleep(lie.get("delay", 0))
        if "redirect" in lie:
            return self.say(302, Location=lie["redirect"])
        token = secrets.token_urlsafe(48)
        self.double.tokens[token] = {**grant, "until": time.time() + 60}
        self.say_json(200, {
            "access_token": token, "expires_in": lie.get("expires_in", 60),
            "id_token": self.double.id_token(grant),
            "scope": grant["scope"], "token_type": "Bearer",
            **({"padding": "x" * lie["padding"]} if "padding" in lie else {})})

    def userinfo(self) -> None:
        kind, _, token = self.headers.get("Authorization", "").partition(" ")
        grant = self.double.introspect(token)
        if kind != "Bearer" or not grant:
            return self.say_json(401, {"error": "invalid_token"})
        self.say(200, self.double.userinfo(grant).encode(), "application/jwt")

    def page(self, status: int, code: str) -> None:
        self.say(status, f"<!doctype html><title>{code}</title><p>{code}</p>".encode())

    def say_json(self, status: int, value: dict) -> None:
        self.say(status, json.dumps(value).encode(), "application/json")
