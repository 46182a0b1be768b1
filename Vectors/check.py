"""Checks one justificatif by Spec/ alone, with nothing of the product but its published pages.

    python3 check.py TOKEN_FILE --trust TRUST.cose [--roots roots.pub]

It decodes strictly, finds the issuer's key, checks the signature and prints what is claimed.
It does not judge: sense, scope, state of the key, dates and age of the lists are rules V7 to V16
of Spec/verdicts.md, and this script leaves them out.

Exit status: 0 the signature is good, 1 it is not or nobody listed made it, 4 malformed, 74 a file
cannot be read, 70 any other fault.
"""

import argparse
import base64
import hashlib
import json
import pathlib
import re
import sys

import cbor2

from claims import day, json_of
from curve import is_prime_order, is_signed
from strict import PAYLOAD_DEPTH, Malformed, decode, exactly, keys, need

TOKEN_BYTES, TRUST_BYTES, DAY, LAST_DAY = 600, 262_144, 86_400, 65_535
SPACE = " \t\n\v\f\r"


class Untrusted(Exception):
    """The bytes are well-formed, and no listed key has signed them."""


def kid_of(key: bytes) -> bytes:
    return hashlib.sha256(key).digest()[:8]


def kid_of_header(header: object) -> bytes:
    """The kid of a protected header, which has one form (token.md 3.2)."""
    fields = keys(decode(exactly(header, bytes)), {1, 4})
    need(fields[1] == -19, "another algorithm than Ed25519 (-19)")
    return exactly(fields[4], bytes, 8)


# --- lists.md ------------------------------------------------------------------------------


def issuers(data: bytes, roots: dict | None) -> dict[bytes, dict]:
    """The issuers of a trust list by kid; with `roots`, only if enough of them signed it."""
    need(len(data) <= TRUST_BYTES, "trust list too long")
    outer, unprotected, payload, parts = exactly(decode(data), list, 4)
    need(outer == b"" and unprotected == {} and type(payload) is bytes, "not a trust list")
    signatures: dict[bytes, bytes] = {}
    for part in exactly(parts, list):
        header, empty, signature = exactly(part, list, 3)
        kid = kid_of_header(header)
        need(empty == {} and all(kid > other for other in signatures), "signatures out of order")
        signatures[kid] = exactly(signature, bytes, 64)
    need(1 <= len(signatures) <= 16, "number of signatures")
    if roots is not None:
        check_roots(payload, signatures, roots)
    content = keys(decode(payload), set(range(1, 7)), ignored_from=64)
    found: dict[bytes, dict] = {}
    for entry in exactly(content[6], list):
        key = exactly(keys(entry, set(range(1, 10)), ignored_from=64)[1], bytes, 32)
        need(is_prime_order(key) and kid_of(key) not in found, "the key of an issuer")
        found[kid_of(key)] = entry
    return found


def check_roots(payload: bytes, signatures: dict[bytes, bytes], roots: dict) -> None:
    """Counts the root keys that signed `payload`, each once (lists.md 3.4)."""
    need(roots.get("format") == "justificatif-roots/1", "not a roots.pub")
    good, needed = 0, max(1, roots["threshold"])
    for key in set(map(bytes.fromhex, roots["keys"])):
        need(is_prime_order(key), "a root key is not of prime order")
        header = cbor2.dumps({1: -19, 4: kid_of(key)})
        signed = cbor2.dumps(["Signature", b"", header, b"justificatif/trust/1", payload])
        signature = signatures.get(kid_of(key))
        good += signature is not None and is_signed(key, signature, signed)
    if good < needed:
        raise Untrusted(f"{good} good root signature(s), {needed} needed")


# --- token.md ------------------------------------------------------------------------------


def token_bytes(text: str) -> bytes:
    """The bytes of a text (token.md 3.1)."""
    need(re.fullmatch("JF1:[A-Z2-7]*", text), "not JF1: and base32")
    body = text[4:]
    need(len(body) % 8 not in (1, 3, 6), "a length that base32 does not have")
    data = base64.b32decode(body + "=" * (-len(body) % 8))
    need(base64.b32encode(data).decode().rstrip("=") == body, "trailing bits")
    need(len(data) <= TOKEN_BYTES, "token too long")
    return data


def read_day(seconds: object) -> int:
    need(type(seconds) is int and 0 <= seconds <= LAST_DAY * DAY, "date out of range")
    need(seconds % DAY == 0, "a date that is not the first second of a day")
    return seconds // DAY


def check(text: str, trust: bytes, roots: dict | None = None) -> dict:
    """What a token says, if a listed issuer signed it; Malformed or Untrusted otherwise."""
    return check_bytes(token_bytes(text.strip(SPACE)), trust, roots)


def check_bytes(token: bytes, trust: bytes, roots: dict | None = None) -> dict:
    header, unprotected, payload, signature = exactly(decode(token), list, 4)
    kid = kid_of_header(header)
    need(unprotected == {} and type(payload) is bytes, "not a COSE_Sign1 of this format")
    exactly(signature, bytes, 64)
    fields = keys(decode(payload, PAYLOAD_DEPTH), {4, 6, 7, -70001})
    expires, issued = read_day(fields[4]), read_day(fields[6])
    identifier = exactly(fields[7], bytes, 16)
    claims = json_of(exactly(fields[-70001], dict), issued)
    listed = issuers(trust, roots).get(kid)
    if listed is None:
        raise Untrusted(f"no listed issuer has the kid {kid.hex()}")
    signed = cbor2.dumps(["Signature1", header, b"justificatif/token/1", payload])
    if not is_signed(listed[1], signature, signed):
        raise Untrusted("the signature is not the issuer's")
    return {
        "kid": kid.hex(), "issuer": listed[2], "issued": day(issued), "expires": day(expires),
        "claims": claims, "fingerprint": hashlib.sha256(signed).digest()[:16].hex(),
        "reference": reference(identifier),
    }


def reference(identifier: bytes) -> str:
    """What a person reads out (token.md 4.6)."""
    digest = hashlib.sha256(b"justificatif/reference/1" + identifier).digest()
    number = int.from_bytes(digest[:8], "big") >> 4
    symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"
    text = "".join(symbols[number >> shift & 31] for shift in range(55, -1, -5))
    return f"{text[:4]}-{text[4:8]}-{text[8:]}-{symbols[number % 37]}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Checks the signature of one justificatif.")
    parser.add_argument("token_file", type=pathlib.Path)
    parser.add_argument("--trust", type=pathlib.Path, required=True)
    parser.add_argument("--roots", type=pathlib.Path)
    given = parser.parse_args()
    try:
        text = given.token_file.read_text("utf-8", errors="replace")
        trust = given.trust.read_bytes()
        roots = json.loads(given.roots.read_bytes()) if given.roots else None
        print(json.dumps(check(text, trust, roots), ensure_ascii=False, indent=2))
    except (Malformed, Untrusted) as error:
        print(f"{type(error).__name__.lower()}: {error}", file=sys.stderr)
        return 4 if isinstance(error, Malformed) else 1
    except Exception as error:  # nothing unforeseen may exit 1, which speaks of the document
        print(f"error: {type(error).__name__}: {error}", file=sys.stderr)
        return 74 if isinstance(error, OSError) else 70
    return 0


if __name__ == "__main__":
    sys.exit(main())
