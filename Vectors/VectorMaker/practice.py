"""Vectors/practice: published keys, a trust list, and a picture for every verdict."""

import hashlib

from . import dates, pictures, registry
from .companions import stating
from .keys import Key
from .lists import issuer, page, revocation_map, revocations, source, trust, trust_map
from .tokens import Proof, proof

SEEDS = {"issuer": "JUSTIFICATIF PRACTICE ISSUER KEY", "root-1": "JUSTIFICATIF PRACTICE ROOT KEY 1",
         "root-2": "JUSTIFICATIF PRACTICE ROOT KEY 2", "root-3": "JUSTIFICATIF PRACTICE ROOT KEY 3"}
MORE_SEEDS = {"limited": "JUSTIFICATIF PRACTICE LIMITED KE",
              "withdrawn": "JUSTIFICATIF PRACTICE WITHDRAWN.",
              "cancelling": "JUSTIFICATIF PRACTICE CANCELLING",
              "revocations": "JUSTIFICATIF PRACTICE REVOCATION",
              "stranger": "JUSTIFICATIF PRACTICE STRANGER K"}
KEYS = {name: Key(name, seed.encode()) for name, seed in (SEEDS | MORE_SEEDS).items()}
NAME = "Organisme d\u2019entra\u00eenement (sans valeur)"
NOTICE = ("Justificatif d\u2019entra\u00eenement : il ne prouve rien et n\u2019est opposable \u00e0 "
          "personne.")
CONTACT = "entrainement@justificatif.example"
BLOCKS = {"revenu-fiscal-de-reference": 32, "quotient-familial": 64, "demandeur-emploi": 96,
          "assurance-maladie": 112}
INSTANTS = ("2026-11-01", "2100-01-01", "2100-12-31")
DAYS = ("2026-01-01", "2099-12-31")
CLAIMS = {0: "LEF\u00c8VRE-DUPR\u00c9", 1: "\u00c9lodie Marie", 3: 19870309, 11: 1, 64: 742,
          65: dates.month("2026-10"), 68: 1}
ROOTS = [KEYS["root-1"], KEYS["root-2"]]


def entry(name: str, **others: object) -> dict[int, object]:
    """An issuer of a practice list."""
    return issuer(KEYS[name], days=DAYS, name=NAME, notice=NOTICE, contact=CONTACT, **others)


def example() -> Proof:
    """The worked example of Spec/token.md section 1."""
    return proof(CLAIMS, "2026-11-02", "2026-11-30", KEYS["issuer"], bytes(range(16)))


def draft() -> bytes:
    return page({
        "format": "justificatif-trust-draft/1", "sequence": 1, "issued": "2026-11-01T00:00:00Z",
        "warn_after": "2100-01-01T00:00:00Z", "refuse_after": "2100-12-31T00:00:00Z",
        "revocation_lists": [],
        "issuers": [{
            "key": "issuer.pub", "name": NAME, "notice": NOTICE, "contact": CONTACT,
            "blocks": list(BLOCKS), "sign_from": DAYS[0], "sign_until": DAYS[1],
            "state": "active"}]})


def key_files() -> dict[str, bytes]:
    made = {}
    for name in SEEDS:
        role, each = name.split("-")[0], KEYS[name]
        made[f"{name}.key"] = f"justificatif-secret-key/1 {role} plain\n".encode() + each.seed
        made[f"{name}.pub"] = page({"format": "justificatif-key/1", "key": each.public.hex(),
                                    "kid": each.kid.hex(), "role": role})
    roots = sorted(KEYS[f"root-{number}"].public for number in (1, 2, 3))
    made["roots.pub"] = page({"format": "justificatif-roots/1", "keys": [each.hex() for each in roots],
                              "threshold": 2, "version": 1})
    return made


def of(name: str, number: int, claims: dict[int, object] | None = None, issued: str = "2026-11-20",
       last: str = "2027-02-19") -> Proof:
    """A justificatif for a picture."""
    return proof(CLAIMS | (claims or {}), issued, last, KEYS[name], bytes([number]) * 16)


GONE = of("cancelling", 7)


def lists() -> dict[str, bytes]:
    """The lists by which the pictures are judged."""
    issuers = [entry("issuer"), entry("limited", blocks=(64,)), entry("withdrawn", state=1),
               entry("cancelling", source="entrainement")]
    sources = [source("entrainement", KEYS["revocations"])]
    cancelled = revocation_map("entrainement", 1, marks=[GONE.fingerprint])
    return {"trust.cose": trust(trust_map(2, issuers, sources, INSTANTS), ROOTS).file,
            "revocations.cose": revocations(cancelled, KEYS["revocations"]).file}


def samples() -> dict[str, bytes]:
    """A justificatif of every subject, and the list of an issuer that may state them all."""
    everything = [entry("issuer", blocks=tuple(registry.blocks()))]
    made = {"trust.cose": trust(trust_map(3, everything, [], INSTANTS), ROOTS).file}
    person = {number: value for number, value in CLAIMS.items() if number < 32}
    for name, fact in facts().items():
        shown = proof(stating(person | fact), "2026-11-02", "2026-11-30", KEYS["issuer"],
                      hashlib.sha256(name.encode()).digest()[:16])
        made[f"{name}.txt"] = f"{shown.text}\n".encode()
        made[f"{name}.png"] = pictures.png(pictures.code(shown.text))
    return made


def facts() -> dict[str, dict[int, object]]:
    """By kind: the first predicate of a day in its block, else its first claim."""
    found = {}
    for block, name in registry.blocks().items():
        rows = [row for row in registry.rows().values() if row["block"] == str(block)]
        days = [row for row in rows if (row["kind"], row["source"]) == ("day", "computed")]
        number = int((days or rows)[0]["label"])
        found[name] = {number: dates.day("2026-11-01") if days else {32: 21540, 64: 742}[number]}
    return found | {"complementaire-sante-solidaire": {121: dates.day("2026-11-01")}}


def texts() -> dict[str, list[str]]:
    """The codes in each picture, by the verdict that it shows."""
    good = of("issuer", 1)
    forged = Proof(good.header, good.payload, good.signature[:32] + bytes(32), good.signer)
    taxed = {number: value for number, value in CLAIMS.items() if number < 32} | {32: 21540, 33: 2025}
    limited = proof(taxed, "2026-11-20", "2027-02-19", KEYS["limited"], b"\x05" * 16)
    return {
        "valid": [good.text], "valid-lists-aging": [of("cancelling", 2).text],
        "signature-invalid": [forged.text], "issuer-unknown": [of("stranger", 4).text],
        "out-of-scope": [limited.text], "key-withdrawn": [of("withdrawn", 6).text],
        "revoked": [GONE.text],
        "expired": [of("issuer", 8, None, "2026-11-02", "2026-11-30").text],
        "not-yet-valid": [of("issuer", 9, None, "2026-11-25").text],
        "wrong-recipient": [of("issuer", 10, {9: "Mairie de Valmont"}).text],
        "lists-stale": [of("cancelling", 11).text], "clock-suspect": [of("issuer", 12).text],
        "malformed": [good.text[:-8]], "version-unknown": [of("issuer", 14, {200: 1}).text],
        "foreign-code": ["https://justificatif.example/"], "unreadable": [],
        "several-codes": [good.text, of("issuer", 17).text],
    }


def files() -> dict[str, bytes]:
    """The content of every file that is made, by name."""
    signed = trust(trust_map(1, [entry("issuer")], [], INSTANTS), ROOTS).file
    made = key_files() | {"trust.json": draft(), "trust.cose": signed,
                          "quotient-familial.txt": f"{example().text}\n".encode()}
    made |= {f"pictures/{name}": content for name, content in lists().items()}
    made |= {f"samples/{name}": content for name, content in samples().items()}
    for name, codes in texts().items():
        drawn = [pictures.code(text) for text in codes]
        grid = pictures.beside(*drawn) if drawn else pictures.blank()
        made[f"pictures/{name}.png"] = pictures.png(grid)
    return made
