"""What the counter page is practised with (Spec/guichet.md 5): lists, a text for a verdict, a sheet."""

import base64
import hashlib
import json

from . import dates, pictures
from .keys import Key
from .lists import Roots, issuer, revocation_map, revocations, source, trust, trust_map
from .practice import DAYS, INSTANTS, KEYS
from .tokens import Proof, proof

INSTANT = "2026-11-21T10:00:00Z"
NAME = "Émetteur fictif"
RECIPIENT = "Mairie de Saint-Exemple"
SEEDS = {"sheet": "JUSTIFICATIF PRACTICE SHEET KEY.",
         "late": "JUSTIFICATIF PRACTICE LATE KEY 1", "late-list": "JUSTIFICATIF PRACTICE LATE LISTS",
         "early": "JUSTIFICATIF PRACTICE EARLY KEY1", "early-list": "JUSTIFICATIF PRACTICE EARLY LIST"}
SIGNERS = KEYS | {name: Key(name, seed.encode()) for name, seed in SEEDS.items()}
CAMILLE = {0: "FICTIF-ÉLAN", 1: "Camille", 3: 19900514, 11: 1}
DOMINIQUE = {0: "FICTIF-OIZÉ", 1: "Dominique", 3: 19611203, 11: 1}
QF = {65: dates.month("2026-10"), 68: 1, 73: [400, 800]}
C2S = {121: dates.day("2026-11-19")}
REGISTERED = {104: dates.day("2026-11-19")}
RFR = {32: 21540, 33: 2025}


def of(signer: str, claims: dict[int, object], issued: str = "2026-11-20",
       last: str = "2027-02-19") -> Proof:
    """A justificatif; its identifier follows from what it is."""
    name = hashlib.sha256(f"{signer} {sorted(claims.items())} {issued}".encode()).digest()[:16]
    return proof(claims, issued, last, SIGNERS[signer], name)


GONE = of("cancelling", CAMILLE | QF)


def lists() -> list[bytes]:
    """By a trust list of six issuers; of three sources one is older, one is missing, one is ahead."""
    issuers = [
        issuer(SIGNERS[name], days=DAYS, name=NAME, **others) for name, others in {
            "sheet": {}, "limited": {"blocks": (64,)}, "withdrawn": {"state": 1},
            "cancelling": {"source": "annulations"}, "late": {"source": "absente"},
            "early": {"source": "demain"}}.items()]
    sources = [source("annulations", SIGNERS["revocations"]), source("absente", SIGNERS["late-list"]),
               source("demain", SIGNERS["early-list"])]
    cancelled = revocation_map("annulations", 1, warn=20000, refuse=25000, marks=[GONE.fingerprint])
    ahead = revocation_map("demain", 1, issued="2026-11-22T06:00:00Z", warn=20000, refuse=25000)
    return [trust(trust_map(1, issuers, sources, INSTANTS), [KEYS["root-1"]]).file,
            revocations(cancelled, SIGNERS["revocations"]).file,
            revocations(ahead, SIGNERS["early-list"]).file]


GOOD = of("sheet", CAMILLE | QF).text
# What is made of the good one, here and by the page.
CHANGED = {
    "signature-invalid": (GOOD[:-52].ljust(len(GOOD), "A"),
                          'PRACTICE_GOOD.slice(0, -52).padEnd(PRACTICE_GOOD.length, "A")'),
    "issuer-unknown": (f"{GOOD[:16]}AAAAAAAA{GOOD[24:]}",
                       "`${PRACTICE_GOOD.slice(0, 16)}AAAAAAAA${PRACTICE_GOOD.slice(24)}`"),
    "malformed": (GOOD[:-8], "PRACTICE_GOOD.slice(0, -8)"),
    "version-unknown": (f"JF2{GOOD[3:]}", "`JF2${PRACTICE_GOOD.slice(3)}`")}


def texts() -> dict[str, str]:
    """By verdict, a text that has it."""
    return {
        "valid": GOOD,
        "valid-lists-aging": of("cancelling", DOMINIQUE | C2S, "2026-11-21").text,
        "out-of-scope": of("limited", CAMILLE | RFR).text,
        "key-withdrawn": of("withdrawn", DOMINIQUE | REGISTERED).text,
        "revoked": GONE.text,
        "expired": of("sheet", DOMINIQUE | REGISTERED, "2026-08-20", "2026-11-15").text,
        "not-yet-valid": of("sheet", CAMILLE | QF, "2026-11-25").text,
        "wrong-recipient": of("sheet", CAMILLE | QF | {9: "Mairie de Valmont"}).text,
        "lists-stale": of("late", CAMILLE | C2S).text,
        "clock-suspect": of("early", DOMINIQUE | C2S).text,
        "foreign-code": "https://justificatif.example/",
    } | {code: text for code, (text, _) in CHANGED.items()}


def module() -> bytes:
    """What the page carries."""
    def coded(data: bytes) -> str:
        return base64.b64encode(data).decode()

    place = {"roots": coded(b"".join(Roots(1, 1, (KEYS["root-1"],)).pinned.split())),
             "files": [coded(file) for file in lists()], "recipients": [RECIPIENT]}
    written = ({code: json.dumps(text) for code, text in texts().items()} | {"valid": "PRACTICE_GOOD"}
               | {code: script for code, (_, script) in CHANGED.items()})
    rows = "".join(f"    {json.dumps(code)}: {script},\n" for code, script in written.items())
    return ("// Written by VectorMaker (Vectors/README.md 6): keys that everybody has, people who do not"
            f" exist.\n\nexport const PRACTICE_INSTANT = \"{INSTANT}\";\n"
            f"export const PRACTICE_LISTS = {json.dumps(place, ensure_ascii=False)};\n"
            f"const PRACTICE_GOOD = {json.dumps(GOOD)};\n"
            f"export const PRACTICE_TEXTS = {{\n{rows}}};\n").encode()


HEADLINES = {
    "valid": "authentique", "valid-lists-aging": "authentique, listes à renouveler",
    "signature-invalid": "authenticité non confirmée", "issuer-unknown": "émetteur non reconnu",
    "out-of-scope": "émetteur non autorisé", "key-withdrawn": "signature retirée",
    "revoked": "annulé", "expired": "délai dépassé", "not-yet-valid": "date future",
    "wrong-recipient": "établi pour un autre organisme", "lists-stale": "listes trop anciennes",
    "clock-suspect": "date du poste douteuse", "malformed": "code abîmé",
    "version-unknown": "format plus récent", "foreign-code": "autre code"}

PAGE = """<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Feuille d’exercice du guichet</title>
<style>
@page {{ size: A4; margin: 9mm; }}
body {{ font: 10pt/1.3 sans-serif; color: #000; background: #fff; max-width: 190mm; margin: auto; }}
h1 {{ font-size: 15pt; margin: 0; }} p {{ margin: 1mm 0 2mm; }}
ol {{ display: grid; grid-template-columns: repeat(auto-fill, 44mm); gap: 2.5mm 4mm; padding: 0; margin: 0;
    list-style: none; }}
li {{ break-inside: avoid; border: .3mm solid #000; padding: 1mm; text-align: center; }}
li img {{ width: 39mm; height: 39mm; image-rendering: pixelated; display: block; margin: auto; }}
li span {{ display: block; border-bottom: .2mm dotted #000; height: 6mm; text-align: left; }}
.answers {{ transform: rotate(180deg); font-size: 7.5pt; margin-top: 3mm; }}
</style>
</head>
<body>
<h1>EXERCICE : feuille de codes fictifs</h1>
<p>Ouvrez la page du guichet, puis « Réglages » et « S’exercer ». Scannez chaque code : que dites-vous à
la personne, et que faites-vous ? Ces personnes n’existent pas ; hors de l’exercice, ces codes ne valent
rien.</p>
<ol>
{cells}
</ol>
<p class="answers">{answers}</p>
</body>
</html>
"""


def sheet() -> bytes:
    """One page to print: a code for each verdict that one code can have, in no order."""
    order = sorted(HEADLINES, key=lambda code: hashlib.sha256(code.encode()).digest())
    cells, answers = [], []
    for number, code in enumerate(order, 1):
        drawn = pictures.png(pictures.code(texts()[code]), scale=1)
        image = base64.b64encode(drawn).decode()
        cells.append(f"<li><strong>{number}</strong><img alt=\"Code {number}\" "
                     f"src=\"data:image/png;base64,{image}\"><span></span></li>")
        answers.append(f"{number} : {HEADLINES[code]}")
    return PAGE.format(cells="\n".join(cells), answers=" · ".join(answers)).encode()


def files() -> dict[str, bytes]:
    return {"practice-proofs.js": module(), "sheet.html": sheet()}
