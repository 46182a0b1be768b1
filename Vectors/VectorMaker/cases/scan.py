"""From an input to one text: typed texts, other files (Spec/verdicts.md 2.1, wedge.md)."""

import unicodedata

from .. import keyboards
from ..scenario import verdict
from ..tokens import CLAIMS, proof

# A usage name more, so that every letter and every digit of base32 is typed.
GOOD = proof(CLAIMS | {4: "VANDENBROUCKE", 5: 2})
OTHER = proof(cti=b"\x77" * 16)
ADDRESS = "https://justificatif.example/verification"
assert set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") <= set(GOOD.text[4:]), "every character is typed"


def judged(name: str, comment: str, given: bytes | str, expect: str, reason: str = "", *,
           rules: str, flags: str, layer: str = "scan"):
    held = GOOD if expect == "valid" else None
    return verdict(f"{layer}_{name}", comment, given, expect, reason, rules=rules, flags=flags,
                   as_file=True, proof=held)


def typing():
    """Y1 to Y5."""
    for fault in keyboards.TABLES:
        text = keyboards.typed(GOOD.text, fault)
        if fault == "caps-lock":
            yield judged(f"typed-{fault}", "Caps Lock alone is not put right", text, "malformed",
                         "text-character", rules="Y3 X4", flags="keyboard text-case")
            continue
        yield judged(f"typed-{fault}", "typed by a scanner, put back", text + "\n", "valid",
                     rules="Y1 Y4", flags="keyboard")
        later = keyboards.typed("JF2:ABC", fault)
        yield judged(f"typed-{fault}-later", "a later version, typed by a scanner", later,
                     "version-unknown", "prefix", rules="Y4 V3", flags="keyboard later-version")
        strange = text[:40] + "*" + text[41:]
        yield judged(f"typed-{fault}-strange", "a character that the fault types for nothing", strange,
                     "malformed", "text-character", rules="Y4 V4", flags="keyboard")
    yield judged("typed-right", "a text that was right is never changed", GOOD.text, "valid",
                 rules="Y2", flags="usual")
    yield judged("typed-right-lower-body", "the prefix is right: the body is taken as it is",
                 GOOD.text[:4] + GOOD.text[4:].lower(), "malformed", "text-character", rules="Y2 X6",
                 flags="text-case")
    for name, text in {"near": "JG&M" + GOOD.text[4:], "address": ADDRESS, "word": "Bonjour",
                       "half": "JF&:" + GOOD.text[4:], "mixed": "jF&M" + GOOD.text[4:]}.items():
        yield judged(f"typed-foreign-{name}", "nothing that a fault types for ours", text,
                     "foreign-code", rules="Y5 A4", flags="keyboard foreign")
    yield judged("typed-azerty-twice", "the same text twice, put back", keyboards.typed(
        GOOD.text + "\n" + GOOD.text, "azerty"), "valid", rules="Y4 Y6 Y7", flags="keyboard several")


def put_back():
    """Y4: the table of a fault, that table alone, and every character."""
    azerty = keyboards.typed(GOOD.text, "azerty")
    for fault, version in (("azerty", 8), ("azerty", 9), ("azerty-belgian", 8)):
        yield judged(f"typed-{fault}-version-{version}", "base32 has no 8 and no 9: only here can "
                     "they be typed", keyboards.typed(f"JF{version}:AAAAAAAA", fault),
                     "version-unknown", "prefix", rules="Y4 V3", flags="keyboard later-version")
    yield judged("typed-azerty-version-0-before", "version 0 is nobody's: nothing is put back, and "
                 "nothing cut", keyboards.typed("JF0:AAAAAAAA\n" + GOOD.text, "azerty"),
                 "foreign-code", rules="Y4 Y5 A4", flags="keyboard foreign")
    shifted = keyboards.typed(GOOD.text, "azerty-caps-lock")
    for name, comment, text in (
            ("azerty-plain-digit", "a character of base32 that this fault types for nothing",
             azerty.replace("\u00e9", "2", 1)),
            ("azerty-caps-lock-comma", "a comma is M for another fault",
             shifted.replace("?", ",", 1)),
            ("azerty-strange-eight", "what the fault types for nothing is not left out, not even "
             "where the length would be right", azerty[:40] + ";" * 8 + azerty[40:])):
        yield judged(f"typed-{name}", comment, text, "malformed", "text-character", rules="Y4 X6",
                     flags="keyboard")
    yield judged("typed-azerty-decomposed", "a letter and an accent are two characters, which the "
                 "fault types for nothing", unicodedata.normalize("NFD", azerty), "malformed",
                 "text-length", rules="Y4 V4", flags="keyboard")
    qwertz = keyboards.typed(GOOD.text, "qwertz-german")
    yield judged("typed-qwertz-decomposed", "an o and a mark are no beginning of ours",
                 unicodedata.normalize("NFD", qwertz), "foreign-code", rules="Y4 Y5 A4",
                 flags="keyboard foreign")
    yield judged("typed-azerty-form-feeds", "every line end stays, to be taken out later",
                 f"{azerty[:64]}\x0b{azerty[64:128]}\x0c{azerty[128:]}", "valid", rules="Y4 Y6",
                 flags="keyboard packets")
    packets = [azerty[place:place + 64] for place in range(0, len(azerty), 64)]
    yield judged("typed-azerty-tabs", "packets, each ended by a tab, by a keyboard that differs",
                 "\t".join(packets) + "\t", "valid", rules="Y4 Y6", flags="keyboard packets")
    yield judged("typed-azerty-space-between", "a space is typed for nothing, so that the first "
                 "text has one character more", azerty + " " + azerty, "several-codes",
                 rules="Y4 Y7 A2", flags="keyboard several")


def pieces():
    """Y6, Y7, X1."""
    text = GOOD.text
    parts = [text[place:place + 64] for place in range(0, len(text), 64)]
    for name, between in {"line-ends": "\r\n", "tabs": "\t", "form-feeds": "\x0c\x0b"}.items():
        yield judged(f"packets-{name}", "a scanner that cuts after 64 characters",
                     between.join(parts) + between, "valid", rules="Y6", flags="packets")
    for name, beginning in {"foreign": "XYZ:", "version-0": "JF0:", "cut": "F1:", "alone": ":"}.items():
        yield judged(f"typed-then-{name}", "only before JF1: to JF9: is a text cut",
                     GOOD.text + beginning + OTHER.text[4:], "malformed", "text-character", rules="Y7 X6",
                     flags="packets")
    yield judged("packets-spaces", "a space is not between packets", " ".join(parts), "malformed",
                 "text-length", rules="Y6 X6", flags="packets")
    yield judged("packets-next-lines", "nor is U+0085, although Unicode calls it a line end",
                 "\u0085".join(parts), "malformed", "text-length", rules="Y6 X6",
                 flags="packets white-space")
    for name, given, expect in (
            ("bom", "\ufeff" + text + "\r\n", "valid"),
            ("space-between", text + " " + text + " \n", "valid"), ("space", "  " + text + "\t \n", "valid"),
            ("twice", text + text, "valid"), ("twice-with-line-ends", text + "\n" + text + "\n", "valid"),
            ("two", text + OTHER.text, "several-codes"),
            ("two-with-line-ends", text + "\r\n" + OTHER.text + "\r\n", "several-codes"),
            ("later-version-behind", text + "JF2:ABC", "several-codes"),
            ("three", text + "\n" + OTHER.text + "\n" + text, "several-codes")):
        rules = "Y7 A2" if expect == "several-codes" else "Y1 Y6 Y7 A1"
        yield judged(f"text-{name}", "a text file", given, expect, rules=rules,
                     flags="white-space" if name in ("bom", "space") else "several")
    for name, before in {"two-marks": "\ufeff\ufeff", "space-before-mark": " \ufeff",
                         "mark-space-mark": "\ufeff \ufeff"}.items():
        yield judged(f"text-{name}", "one byte order mark is taken off, and behind others a text is "
                     "found all the same", before + text, "valid", rules="X1 Y1 Y8",
                     flags="white-space")
    yield judged("text-mark-inside", "where a text file is cut, a byte order mark is no white space",
                 text + "\n\ufeff" + text, "several-codes", rules="Y1 Y7 A2",
                 flags="white-space several")
    yield judged("text-and-address", "something else behind the text", text + "\n" + ADDRESS,
                 "malformed", "text-length", rules="Y6 X6", flags="several foreign")
    for name, end in {"line-feed": "\n", "vertical-tab": "\v", "return": "\r"}.items():
        yield judged(f"text-and-words-{name}", "a mail that begins with the text",
                     f"{text}{end}{end}Bien à vous,{end}Camille{end}", "valid", rules="Y2 Y8 Y11",
                     flags="copied")
    yield judged("text-and-words-tab", "a tab is no line end, and words on the same line damage a text",
                 f"{text}\tBien à vous", "malformed", "text-character", rules="Y2 X6", flags="copied")
    yield judged("text-two-and-words", "two texts at the beginning of a mail",
                 f"{text}\n{OTHER.text}\nBien à vous", "several-codes", rules="Y2 Y8 A2",
                 flags="copied several")
    yield judged("text-after-words", "something else before the text", "Bonjour\n" + text,
                 "valid", rules="Y5 Y9", flags="copied")


def cuts():
    """Y2, Y3, Y7, A1: where a text begins, where it is cut, and which of the pieces are the same."""
    text = GOOD.text
    for name, between in {"line-end": "\n", "tab": "\t", "return": "\r\n"}.items():
        yield judged(f"text-{name}-in-prefix", "the first four characters are looked at before line "
                     "ends are taken out", text[:3] + between + text[3:], "foreign-code",
                     rules="Y2 Y5 Y6 A4", flags="packets prefix")
    yield judged("text-mark-behind", "a byte order mark at the end is no white space",
                 text + "\ufeff", "malformed", "text-length", rules="X1 Y1 Y7 X5",
                 flags="white-space")
    yield judged("text-two-cases", "two texts that differ in case are two", text + "\n" + text[:4]
                 + text[4:].lower(), "several-codes", rules="A1 A2 Y7", flags="several text-case")
    for name, comment, given in (
            ("later-version-before", "a later version that is first is cut as well",
             "JF2:AAAAAAAA\n" + text),
            ("third-is-another", "two that are the same, and one that is not",
             text + text + OTHER.text),
            ("equivalent", "characters that Unicode calls equivalent differ",
             "JF1:\u00e9AAAAAAA\nJF1:e\u0301AAAAAAA"),
            ("next-line-between", "U+0085 is not taken out, nor off an end",
             text + "\u0085" + text)):
        yield judged(f"text-{name}", comment, given, "several-codes", rules="Y7 A1 A2",
                     flags="several")
    for name, given, rules in (("lower-before", f"{text.lower()}\n{text}", "Y3 X4"),
                               ("lower-behind", f"{text}\n{text.lower()}", "Y7 V4")):
        yield judged(f"text-{name}", "what is in another case neither cuts nor is cut", given,
                     "malformed", "text-character", rules=rules, flags="several text-case")


def others():
    """What a file is, told from its bytes."""
    empty = {"nothing": b"", "spaces": b" \r\n\t", "no-break-space": "\u00a0\u2003\u3000\u0085".encode()}
    for name, given in empty.items():
        yield judged(f"file-{name}", "only white space", given, "unreadable", "empty", rules="V1",
                     flags="empty")
    yield judged("file-space-and-accent", "an accent above a space is no white space",
                 " \u0301".encode(), "foreign-code", rules="V1 A4", flags="white-space foreign")
    yield judged("file-mark-alone", "a byte order mark is no white space, and leaves an empty text",
                 "\ufeff", "foreign-code", rules="V1 X1 A4", flags="empty foreign")
    yield judged("file-control-above-ascii", "U+0080 may be in a text, and nobody sees it",
                 "\u0080" + GOOD.text, "valid", rules="V1 Y8", flags="copied")
    text = GOOD.text
    unknown = {"shift-out": b"JF1:\x0e", "latin-1": b"JF1:\xe9",
               "gzip": b"\x1f\x8b\x08" + bytes(7), "gif": b"GIF89a\x01\x00\x01\x00",
               "token": GOOD.token, "zip": b"PK\x03\x04" + bytes(20)}
    for name, given in unknown.items():
        yield judged(f"file-{name}", "neither text nor a picture", given, "unreadable",
                     "not-a-picture", rules="V1", flags="type")
    yield judged("file-late-pdf-head", "a PDF begins in the first 1,024 bytes",
                 bytes(1020) + b"%PDF-1.7\n", "unreadable", "not-a-picture", rules="V1", flags="type")
    yield judged("file-word-pdf-head", "a text that speaks of PDF is a text",
                 "Voir %PDF-1.7", "foreign-code", rules="V1 A4", flags="foreign")
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><metadata>%s</metadata><path d="M0 0h1"/></svg>\n'
    xml = '<?xml version="1.0" encoding="UTF-8"?>\n'
    for name, head in {"svg": svg % "", "svg-mark": "\ufeff" + svg % "", "svg-space": " \n\t" + svg % "",
                       "xml-svg": xml + svg % "", "xml-svg-last": xml.ljust(1020) + svg % "",
                       "postscript": "%!PS-Adobe-3.0 EPSF-3.0\n", "gif-text": "GIF89a",
                       "svg-long": svg % ("A" * 65536)}.items():
        yield judged(f"file-{name}", "a picture of another format, although it is a text", head,
                     "unreadable", "not-a-picture", rules="V1", flags="type")
    for name, given in {"svg": svg % text, "xml-svg": xml + svg % text, "postscript": f"%!PS\n% {text}\n",
                        "gif": f"GIF89a{text}"}.items():
        yield judged(f"file-{name}-with-text", "with its text in it", given, "valid", rules="V1 Y9",
                     flags="type copied")
        yield judged(f"file-{name}-with-two", "and another", given + OTHER.text, "several-codes",
                     rules="V1 Y9 A2", flags="type copied several")
    for name, given in {"svg": "Un <svg> n\u2019est pas lu", "xml": xml + "<html/>", "gif": "GIF 8",
                        "xml-svg-late": xml.ljust(1021) + svg % ""}.items():
        yield judged(f"file-word-{name}", "a text that speaks of one is a text", given, "foreign-code",
                     rules="V1 A4", flags="foreign")
    yield judged("file-escape-alone", "escape is no white space, and text is told from other bytes",
                 b" \x1b", "unreadable", "not-a-picture", rules="V1", flags="type")


def cases():
    for part in (typing, put_back, pieces, cuts, others):
        yield from part()
