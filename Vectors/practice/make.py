"""Makes every file of this folder anew, always with the same bytes.

    python3 make.py [FOLDER]

A writer of its own: it shares no code with check.py, so that each can prove the other wrong.
Every key here comes from a seed that is written below. They are worthless on purpose.
"""

import base64
import datetime
import hashlib
import json
import pathlib
import sys

import cbor2
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519

SEEDS = {
    "issuer": b"JUSTIFICATIF PRACTICE ISSUER KEY",
    "root-1": b"JUSTIFICATIF PRACTICE ROOT KEY 1",
    "root-2": b"JUSTIFICATIF PRACTICE ROOT KEY 2",
    "root-3": b"JUSTIFICATIF PRACTICE ROOT KEY 3",
}
RAW = (serialization.Encoding.Raw, serialization.PublicFormat.Raw)
NAME = "Organisme d’entraînement (sans valeur)"
NOTICE = "Justificatif d’entraînement : il ne prouve rien et n’est opposable à personne."
CONTACT = "entrainement@justificatif.example"
BLOCKS = {
    "revenu-fiscal-de-reference": 32,
    "quotient-familial": 64,
    "demandeur-emploi": 96,
    "assurance-maladie": 112,
}

secrets = {n: ed25519.Ed25519PrivateKey.from_private_bytes(s) for n, s in SEEDS.items()}
publics = {n: k.public_key().public_bytes(*RAW) for n, k in secrets.items()}


def day(text: str) -> int:
    return (datetime.date.fromisoformat(text) - datetime.date(1970, 1, 1)).days


def kid(name: str) -> bytes:
    return hashlib.sha256(publics[name]).digest()[:8]


def header(name: str) -> bytes:
    return cbor2.dumps({1: -19, 4: kid(name)})


def token() -> bytes:
    """The worked example of Spec/token.md section 1."""
    payload = cbor2.dumps({
        4: day("2026-12-01") * 86400,
        6: day("2026-11-02") * 86400,
        7: bytes(range(16)),
        -70001: {
            0: "LEFÈVRE-DUPRÉ",
            1: "Élodie Marie",
            3: 19870309,
            11: day("2026-11-02") - day("2026-11-01"),
            64: 742,
            65: (2026 - 1970) * 12 + 10 - 1,
            68: 1,
        },
    })
    signed = cbor2.dumps(["Signature1", header("issuer"), b"justificatif/token/1", payload])
    return cbor2.dumps([header("issuer"), {}, payload, secrets["issuer"].sign(signed)])


def trust_list() -> bytes:
    """What `justificatif-issuer trust sign` makes of trust.json with two of the three roots."""
    payload = cbor2.dumps({
        1: 1,
        2: day("2026-11-01") * 86400,
        3: day("2100-01-01") * 86400,
        4: day("2100-12-31") * 86400,
        5: [],
        6: [{
            1: publics["issuer"], 2: NAME, 3: NOTICE, 4: CONTACT,
            5: sorted(BLOCKS.values()), 6: day("2026-01-01"), 7: day("2099-12-31"), 8: 0, 9: None,
        }],
    })
    signatures = []
    for name in sorted(["root-1", "root-2"], key=kid):
        signed = cbor2.dumps(
            ["Signature", b"", header(name), b"justificatif/trust/1", payload])
        signatures.append([header(name), {}, secrets[name].sign(signed)])
    return cbor2.dumps([b"", {}, payload, signatures])


def page(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def files() -> dict[str, bytes]:
    """The content of every file that is made, by name."""
    made = {}
    for name, seed in SEEDS.items():
        role = name.split("-")[0]
        made[f"{name}.key"] = b"justificatif-secret-key/1 %s plain\n" % role.encode() + seed
        made[f"{name}.pub"] = page({
            "format": "justificatif-key/1", "key": publics[name].hex(),
            "kid": kid(name).hex(), "role": role})
    roots = sorted(publics[f"root-{number}"] for number in (1, 2, 3))
    made["roots.pub"] = page({
        "format": "justificatif-roots/1", "keys": [key.hex() for key in roots],
        "threshold": 2, "version": 1})
    made["trust.json"] = page({
        "format": "justificatif-trust-draft/1", "sequence": 1,
        "issued": "2026-11-01T00:00:00Z", "warn_after": "2100-01-01T00:00:00Z",
        "refuse_after": "2100-12-31T00:00:00Z", "revocation_lists": [],
        "issuers": [{
            "key": "issuer.pub", "name": NAME, "notice": NOTICE, "contact": CONTACT,
            "blocks": list(BLOCKS), "sign_from": "2026-01-01", "sign_until": "2099-12-31",
            "state": "active"}]})
    made["trust.cose"] = trust_list()
    text = "JF1:" + base64.b32encode(token()).decode().rstrip("=")
    made["quotient-familial.txt"] = (text + "\n").encode()
    return made


if __name__ == "__main__":
    here = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__)
    folder = here if here.is_dir() else here.parent
    for name, content in files().items():
        (folder / name).write_bytes(content)
