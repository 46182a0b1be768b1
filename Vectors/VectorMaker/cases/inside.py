"""Texts inside another: our page, a mail, what a scanner or an editor adds (Spec/wedge.md 1.1)."""

from .. import keyboards
from ..scenario import verdict
from ..tokens import CLAIMS, proof
from .scan import GOOD, OTHER

# More than 255 bytes of payload, so that its length is of two bytes.
LONG = proof(CLAIMS | {0: "A" * 90, 1: "B" * 90})
# With a payload of fewer bytes than GOOD has.
SHORT = proof(CLAIMS | {0: "A", 1: "B"})
# With a payload of 01 10 bytes, whose length has two different bytes.
HEAD_OF_TWO = proof(CLAIMS | {0: "A" * 90, 1: "B" * 118})
assert HEAD_OF_TWO.token[16:19] == b"\x59\x01\x10", "a head of two bytes"
BODY = GOOD.text[4:]
PIECES = [GOOD.text[place:place + 64].encode() for place in range(0, len(GOOD.text), 64)]
LINES = [GOOD.text[place:place + 76] for place in range(0, len(GOOD.text), 76)]
# With one character of the signature changed.
FORGED = GOOD.text[:-20] + ("A" if GOOD.text[-20] != "A" else "B") + GOOD.text[-19:]
WHITE_SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000"
UNSEEN = "\x80\x84\x86\x9f\xad\u200b\u200f\u202a\u202e\u2060\u206f\ufeff"


def judged(name: str, comment: str, given: bytes | str, expect: str, reason: str = "", *, rules: str,
           held=GOOD):
    return verdict(f"scan_inside-{name}", comment, given, expect, reason, rules=rules,
                   flags="copied", as_file=True, proof=held if expect == "valid" else None)


def around(text: str, before: str = "Bonjour,\n", behind: str = "\nCordialement") -> str:
    return before + text + behind


def within(between: str) -> str:
    """The good text with something in the middle of its body, in a mail."""
    return around(GOOD.text[:100] + between + GOOD.text[100:])


PAGE = f"""<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>Justificatif de quotient familial</title>
<style>.token > span {{ word-break: break-all; }}</style>
</head>
<body>
<h2>Texte du code, \u00e0 copier si l\u2019image ne peut pas \u00eatre lue</h2>
<p class="token">{GOOD.text}</p>
<section class="slip"><p>MARCHAND Lucie</p></section>
</body>
</html>
"""


def usual():
    """What arrives in daily life."""
    quoted = "".join(f"> {line}\n" for line in LINES)
    twice = "".join(f">> | {line}\n" for line in LINES)
    qp = "=\r\n".join(LINES)
    for name, comment, given in (
            ("page", "an HTML page", PAGE),
            ("page-text", "the text of a page, in lines",
             "Texte du code\n" + "\n".join(LINES) + "\n\n\u00c0 d\u00e9tacher\n"),
            ("sentence", "a mail with a sentence before and a name in capitals behind",
             f"Bonjour,\nvoici mon justificatif :\n{GOOD.text}\nMARCHAND\n"),
            ("same-line", "a sentence on the same line", f"Mon code : {GOOD.text} MERCI"),
            ("quoted", "a mail that is quoted", quoted),
            ("quoted-twice", "a mail that is quoted twice", twice),
            ("quoted-printable", "a mail as it is sent",
             f"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p class=3D\"token\">{qp}</p>\r\n"),
            ("reply", "an answer with the same text quoted below", f"Voici :\n{GOOD.text}\n\n{quoted}"),
            ("brackets", "in brackets", f"({GOOD.text})"),
            ("quotation-marks", "in quotation marks", f"\u00ab {GOOD.text} \u00bb"),
            ("glued", "whatever is before a mark, a letter too", f"lue{GOOD.text}"),
            ("address", "as a part of an address", f"https://justificatif.example/?c={GOOD.text}&v=1"),
            ("spoken-of", "a mark that is only spoken of",
             f"Le code commence par JF1: et se termine ainsi.\n{GOOD.text}\n"),
            ("aim", "the identifier of a symbology", f"]Q1{GOOD.text}"),
            ("aim-packets", "the same, in packets", "]Q1" + "\n".join(LINES) + "\n"),
            ("hyphens", "hyphens at the end of lines", "Code\n" + "-\n".join(LINES))):
        yield judged(name, comment, given, "valid", rules="Y5 Y9 Y10 Y11 Y12")
    yield judged("two", "two texts in one mail", f"Bonjour\n{GOOD.text}\n\n{OTHER.text}\n",
                 "several-codes", rules="Y12 A2")
    yield judged("two-glued", "two texts without anything between", f"Code {GOOD.text}{OTHER.text}",
                 "several-codes", rules="Y11 A2")
    yield judged("later-version", "a text of a later version", "Code JF2:" + "A" * 40 + ".",
                 "version-unknown", "prefix", rules="Y9 Y12 V3")
    yield judged("later-version-beside", "a later version counts too",
                 f"Code {GOOD.text} JF9:" + "A" * 40, "several-codes", rules="Y9 Y12 A2")
    yield judged("cut", "a text whose end is missing", around(GOOD.text[:-30], behind="."),
                 "malformed", "text-trailing-bits", rules="Y12 V4")


def forged():
    """What is around a text lends it nothing: one changed character of the signature is found."""
    for behind in (20, 60, 90):
        place = len(GOOD.text) - behind
        other = "A" if GOOD.text[place] != "A" else "B"
        text = GOOD.text[:place] + other + GOOD.text[place + 1:]
        lines = [text[start:start + 76] for start in range(0, len(text), 76)]
        for name, given in (
                ("page", PAGE.replace(GOOD.text, text)), ("page-text", "\n".join(lines)),
                ("sentence", around(text)), ("same-line", f"Mon code : {text} MERCI"),
                ("quoted", "".join(f"> {line}\n" for line in lines)),
                ("quoted-printable", around("=\r\n".join(lines))), ("brackets", f"({text})"),
                ("address", f"https://justificatif.example/?c={text}&v=1"), ("glued", f"lue{text}"),
                ("quotation-marks", f"\u00ab {text} \u00bb"),
                ("reply", around(text + "\n> " + text))):
            yield judged(f"forged-{name}-{behind}", "a changed signature", given,
                         "signature-invalid", rules="V6 Y9")


def marks():
    """Y9, Y12."""
    for name, between in {"space": " ", "no-break-space": "\u00a0", "narrow-space": "\u202f",
                          "reference": "&nbsp;", "longest-reference": f"&{'a' * 31};"}.items():
        yield judged(f"mark-{name}", "one of these before the colon",
                     "JF1" + between + ":" + BODY, "valid", rules="Y5 Y9")
    for name, between in {"two-spaces": "  ", "tab": "\t", "line-end": "\n", "thin-space": "\u2009",
                          "tag": "<b>", "long-reference": f"&{'a' * 32};",
                          "space-and-reference": " &nbsp;"}.items():
        yield judged(f"mark-{name}", "no other, and no two of them", "JF1" + between + ":" + BODY,
                     "foreign-code", rules="Y9 A4")
    for name, mark in {"version-0": "JF0:", "lower-case": "jf1:", "small-f": "Jf1:",
                       "no-colon": "JF1;", "letter": "JFA:", "two-digits": "JF11:",
                       "other-letter": "KF1:", "no-reference": "JF1xnbsp;:"}.items():
        yield judged(f"mark-{name}", "no mark", around(mark + BODY), "foreign-code", rules="Y9 A4")
    for count, expect in {15: "foreign-code", 16: "malformed"}.items():
        yield judged(f"characters-{count}", f"{count} characters behind a mark",
                     around("JF1:" + BODY[:count], behind="."), expect,
                     "truncated" if expect == "malformed" else "", rules="Y12 A4")
    yield judged("mark-in-mark", "behind what was no mark the search goes on",
                 f"JF1 :JF1 :{BODY}", "valid", rules="Y11 Y12")
    yield judged("version-0-behind", "JF0: is no mark, so that JF belongs to the text",
                 f"Code {GOOD.text}JF0:x", "malformed", "text-trailing-bits", rules="Y9 Y11 V4")
    yield judged("mark-with-space-ends", "a mark with a space before its colon ends a text as any other "
                 "does", f"Code {GOOD.text}JF1 :{OTHER.text[4:]}", "several-codes", rules="Y9 Y11 A2")
    yield judged("mark-in-tag-passed-over", "a tag is passed over as a whole: what is in it is no mark where "
                 "the text goes on behind it",
                 within(f'<a href="{OTHER.text}">'), "valid", rules="Y10 Y11")
    yield judged("no-text-behind-unseen", "fewer than 16 characters are no text, and the text of Y1 does not "
                 "begin as ours: U+200B is before it", "\u200bJF1:ABC", "foreign-code", rules="Y12 A4")
    yield judged("mark-in-tag", "in a tag too that was passed over",
                 f"le JF1:<a title='{GOOD.text}'>", "valid", rules="Y10 Y12")


def passed_over():
    """Y8, Y10."""
    for character in WHITE_SPACE:
        yield judged(f"white-space-{ord(character):04x}", "white space inside", within(character),
                     "valid", rules="Y10")
    yield judged("unseen", "what nobody sees, at each end of each range, in the mark too",
                 around("\u200b".join("JF1:") + "".join(
                     character + (UNSEEN[place] if place < len(UNSEEN) else "")
                     for place, character in enumerate(BODY))), "valid", rules="Y8")
    for character in "\xa1\xac\xae\u034f\u061c\u180e\ufe0f\u2010\u2027\u2070\ufefe\uff00":
        yield judged(f"seen-{ord(character):04x}", "a neighbour of those", within(character),
                     "malformed", "truncated", rules="Y8 Y11 V4")
    longest = "x" * 510
    for name, between in {
            "tag": "<br>", "tag-closing": "</span>", "tag-comment": "<!-- - -->", "tag-letter": "<b>",
            "tag-capital": "<WBR>", "tag-longest": f"<a{longest}>", "tag-lines": "<span\nid='a'\n>",
            "reference": "&shy;", "reference-number": "&#x200b;", "reference-letter": "&a;",
            "reference-number-inside": "&a#1;",
            "reference-longest": f"&{'a' * 31};", "broken-line": "=\n", "broken-line-return": "=\r\n",
            "hyphen": "-\n", "hyphen-separator": "-\u2028", "hyphen-next-line": "-\x85",
            "hyphen-vertical-tab": "-\x0b", "hyphen-form-feed": "-\x0c",
            "broken-line-vertical-tab": "=\x0b", "broken-line-form-feed": "=\x0c",
            "quotation": "\n> ", "quotation-bar": "\n| ", "quotation-deep": "\n >>\t| > ",
            "quotation-of-broken-line": "=\n> ", "quotation-behind-blank": "\n\n>",
            "all": " \n<br>&nbsp;=\n> <p\n>&#10;\n"}.items():
        yield judged(f"passed-{name}", "passed over", within(between), "valid", rules="Y10")
    for name, between in {
            "tag-empty": "<>", "tag-accent": "<\xe9>", "tag-question": "<?php x>",
            "reference-accent": "&\xe9;", "hyphen-2010-line-end": "\u2010\n",
            "tag-digit": "<1>", "tag-space": "< b>", "tag-open": "<b ",
            "tag-in-tag": "<b <i>", "tag-too-long": f"<aa{longest}>", "less": "<", "and": "&",
            "reference-empty": "&;", "reference-open": "&shy ", "reference-dash": "&a-b;",
            "reference-too-long": f"&{'a' * 32};", "equals": "=", "equals-space": "= \n",
            "hyphen": "-", "two-hyphens": "--\n", "quotation-sign": ">", "bar": "|",
            "quotation-behind-tag": "\n<br>>", "quotation-behind-space": " > ", "lower": "\na",
            "digit": "\n1", "digit-8": "8", "point": ".", "colon": ":"}.items():
        yield judged(f"ends-{name}", "ends the text, whose rest is missing", within(between),
                     "malformed", "truncated", rules="Y10 Y11 V4")


def ends():
    """Y11: a text that is complete ends where something is passed over, and nowhere else."""
    for name, held in {"": GOOD, "-long": LONG, "-short": SHORT}.items():
        yield judged(f"complete{name}", "a name in capitals behind a text that is complete",
                     around(held.text, behind="\nMARCHAND\n"), "valid", rules="Y11", held=held)
    for name, behind in {"space": " A", "tag": "<p>A", "reference": "&nbsp;A", "quotation": "\n> A",
                         "broken-line": "=\nA"}.items():
        yield judged(f"complete-{name}", "the same behind all that is passed over",
                     around(GOOD.text, behind=behind + "BCDEFGH"), "valid", rules="Y11")
    for name, held in {"": GOOD, "-head-of-two-bytes": HEAD_OF_TWO}.items():
        yield judged(f"complete-last-alone{name}", "a line end before the last character: a text is complete "
                     "with its last one and not before", around(held.text[:-1] + "\n" + held.text[-1]),
                     "valid", rules="Y11", held=held)
    yield judged("complete-head-of-two-bytes", "a payload of 272 bytes, whose length has two different "
                 "bytes, and a name in capitals behind it", around(HEAD_OF_TWO.text, behind="\nMARCHAND\n"), "valid",
                 rules="Y11", held=HEAD_OF_TWO)
    for name, given in {
            "glued": around(GOOD.text, behind="AAAAAAAA"),
            "early": around(GOOD.text[:-8], behind="\nMARCHAND"),
            "early-long": around(LONG.text[:-8], behind="\nMARCHAND"),
            "longer": around(GOOD.text + "AAAAAAAA", behind="\nMARCHAND")}.items():
        yield judged(f"incomplete-{name}", "what is glued belongs to the text, and a text that is "
                     "cut takes what follows", given, "malformed",
                     "text-trailing-bits" if "early" in name else "trailing-bytes", rules="Y11 V4")
    yield judged("later-version-ends", "of a later version nobody knows the length",
                 f"Code JF2:{BODY}\nAAAAAAAA JF2:{BODY}AAAAAAAA", "version-unknown", "prefix",
                 rules="Y11 V3")
    yield judged("longest", "961 characters are one too many, and none is taken behind them",
                 around("JF1:" + "A" * 961, behind="\n" + "A" * 39 + " JF1:" + "A" * 1000),
                 "malformed", "too-long", rules="Y11 X3")
    yield judged("lower-body", "a body in lower case is none", around(GOOD.text[:4] + BODY.lower()),
                 "foreign-code", rules="Y12 A4")


def beginnings():
    """Y2, Y4: what editors put into a text that begins as it should, and AIM identifiers."""
    for character in "\xa0\xad\u200b\u200d\u200e\u200f\u202a\u202f\u2060\u2061\u206f":
        yield judged(f"edited-{ord(character):04x}", "an editor put this into the text",
                     GOOD.text[:50] + character + GOOD.text[50:], "valid", rules="Y2 Y8 Y10")
    for character in "\u2003\u200a\u2010\u2029\u2070\ufeff":
        yield judged(f"edited-{ord(character):04x}", "no editor does that: the text is taken as it is",
                     GOOD.text[:50] + character + GOOD.text[50:], "malformed", "text-length",
                     rules="Y2 X6")
    for name, before in {"no-break-space": "\xa0", "zero-width-space": "\u200b", "two-marks":
                         "\ufeff\ufeff"}.items():
        yield judged(f"behind-{name}", "before the text", before + GOOD.text, "valid",
                     rules="Y5 Y8 Y9")
    yield judged("edited-no-text", "too few characters: the text is ours all the same",
                 "JF1:ABC\xa0", "malformed", "text-character", rules="Y2 Y12 V4")
    for fault, before in {"azerty": "$A&", "azerty-belgian": "$A&", "azerty-caps-lock": "$a&",
                          "azerty-shift-lock": "\u00a3a1", "qwertz-german": "+Q1"}.items():
        yield judged(f"aim-{fault}", "an AIM identifier, typed by a keyboard that differs",
                     before + keyboards.typed(GOOD.text, fault) + "\n", "valid", rules="Y4")
    azerty = keyboards.typed(GOOD.text, "azerty")
    yield judged("aim-accent-first", "the first of the three is a letter, and none of ASCII",
                 "\u00e9Q1" + azerty + "\n", "valid", rules="Y4")
    for name, given in {"letter": "aA&" + azerty, "capital": "ZA&" + azerty, "digit": "1A&" + azerty,
                        "two": "$A" + azerty, "four": "$A&&" + azerty,
                        "caps-lock": "]q1" + GOOD.text.lower(),
                        "inside": "Code : " + azerty}.items():
        yield judged(f"aim-not-{name}", "no AIM identifier: nothing is put back", given,
                     "foreign-code", rules="Y4 Y5 A4")


def other_bytes():
    """What is not the UTF-8 of a text (Spec/verdicts.md 2.1)."""
    text = GOOD.text.encode()
    mail = around(GOOD.text, before="Voici mon justificatif, d\u00e9livr\u00e9 hier :\n")
    azerty = keyboards.typed(GOOD.text, "azerty")
    for name, given in {
            "zero": text + b"\0", "control": b"\x01" + text, "delete": text + b"\x7f",
            "backspace": text + b"\x08", "unit-separator": text + b"\x1f", "escape": text + b"\x1b",
            "stx-etx": b"\x02" + text + b"\x03", "group-separator": b"]Q1\x1d" + text + b"\x1d\r",
            "unit-separators-inside": b"\x1f".join(PIECES), "deletes-inside": b"\x7f".join(PIECES),
            "separators-inside": text[:60] + b"\x1d" + text[60:] + b"\x04",
            "mail-with-zero": b"\0" + within("\u00ad").encode()}.items():
        yield judged(f"bytes-{name}", "the control characters of a scanner", given, "valid",
                     rules="V1 Y8")
    for name, given in {
            "utf-16": "\ufeff" + GOOD.text, "utf-16-mail": "\ufeff" + mail,
            "utf-16-typed": "\ufeff" + azerty + "\r\n"}.items():
        for order in ("le", "be"):
            yield judged(f"bytes-{name}-{order}", "UTF-16 with its mark", given.encode(f"utf-16-{order}"),
                         "valid", rules="V1 Y1")
    yield judged("bytes-utf-16-without-mark", "UTF-16 without its mark has zeros",
                 GOOD.text.encode("utf-16-le"), "valid", rules="V1 Y8")
    yield judged("bytes-utf-16-blank", "white space behind the mark: the mark is none",
                 "\ufeff \n".encode("utf-16-le"), "foreign-code", rules="V1 A4")
    yield judged("bytes-utf-16-longest", "65,536 bytes",
                 ("\ufeff" + GOOD.text).ljust(32768).encode("utf-16-le"), "valid", rules="V1")
    yield judged("bytes-utf-16-too-long", "65,538 bytes",
                 ("\ufeff" + GOOD.text).ljust(32769).encode("utf-16-le"), "unreadable",
                 "not-a-picture", rules="V1")
    yield judged("bytes-utf-16-odd", "half a character more: no UTF-16, but its zeros are passed over",
                 ("\ufeff" + GOOD.text).encode("utf-16-le") + b"x", "valid", rules="V1 Y8")
    yield judged("bytes-utf-16-control", "UTF-16 is a text whatever is in it: the prefix is right, and "
                 "nothing is taken out", ("\ufeff" + GOOD.text[:40] + "\x1d" + GOOD.text[40:]).encode(
                     "utf-16-le"), "malformed", "text-length", rules="V1 Y2 X5")
    yield judged("bytes-utf-16-control-foreign", "nor are these other bytes in which nothing is found",
                 "\ufeff\x1dBonjour\0".encode("utf-16-be"), "foreign-code", rules="V1 A4")
    yield judged("bytes-utf-16-surrogate", "half a pair: no UTF-16, and no text in what is left",
                 "\ufeffBonjour".encode("utf-16-le") + b"\x00\xd8", "unreadable", "not-a-picture",
                 rules="V1")
    for name, given in {
            "mail": mail.encode("iso-8859-1"), "typed": azerty.encode("iso-8859-1"),
            "behind": text + b"\xe9", "windows": b"\x93" + text + b"\x94"}.items():
        yield judged(f"bytes-latin-1-{name}", "bytes that are not UTF-8", given, "valid",
                     rules="V1 Y4" if name == "typed" else "V1 Y9")
    yield judged("bytes-typed-with-etx", "typed by a keyboard that differs, with control characters",
                 f"\x02{azerty}\x03".encode(), "valid", rules="V1 Y4 Y8")
    yield judged("bytes-typed-with-space", "white space around it besides, which goes before the beginning "
                 "is looked at", f" \x02\n{azerty}\n\x03 ".encode(), "valid", rules="V1 Y1 Y4 Y8")
    yield judged("bytes-plain-longest", "a text of 65,536 bytes",
                 around(GOOD.text).ljust(65534, ".") + "\n\n", "valid", rules="V1 Y9")
    yield judged("bytes-latin-1-too-long", "65,537 bytes that are not UTF-8 and have no control character",
                 b"\xe9" + text.ljust(65536), "unreadable", "too-large", rules="V1")
    yield judged("bytes-two", "two texts, and a control character", text + b"\0" + OTHER.text.encode(),
                 "several-codes", rules="V1 Y12 A2")
    yield judged("bytes-small-letters", "a beginning in another case is none here", b"jf1:" + text[4:].lower()
                 + b"\0", "unreadable", "not-a-picture", rules="V1 Y9")
    yield judged("bytes-longest", "65,536 bytes with a zero among them", text.ljust(65535) + b"\0",
                 "valid", rules="V1")
    yield judged("bytes-too-long", "65,537 bytes with a zero among them", text.ljust(65536) + b"\0",
                 "unreadable", "not-a-picture", rules="V1")


def written():
    """Y13: words behind a text that begins the input, and what is none."""
    for name, behind in {
            "word": "\nMerci.", "name": "\n\nCamille\n", "signature": "\n\n--\nCamille",
            "capitals": "\nMARCHAND", "same-line": " Merci bien", "point": ".", "quotation-mark": '"',
            "guillemet": " \u00bb", "semicolon": ";TERRASSIER", "tag": "</p>", "less": "<", "and": "&",
            "tag-line": "<br>", "digit": "\n8", "bracket": ")", "accent": "\n\u00c0 bient\u00f4t",
            "indented": "\n\tCamille", "next-line": "\x85Camille", "mark-and-word": "\ufeff\nMerci",
            "accented-colon": "\nT\u00e9l:0612345678", "spaced-mark-only": "\nJF1 :ABC",
            "colon-later": "\nCamille-Marie:adieu", "full-width-colon": "\nMerci\uff1a",
            "kelvin": "\n\u212a:", "mail": "\ncamille@justificatif.example"}.items():
        yield judged(f"written-{name}", "words behind a text that begins the input", GOOD.text + behind,
                     "valid", rules="Y2 Y13 Y8 Y11")
        yield judged(f"written-{name}-forged", "the same behind a changed signature, in packets",
                     "\r\n".join(FORGED[place:place + 64] for place in range(0, len(FORGED), 64)) + behind,
                     "signature-invalid", rules="V6 Y2 Y13")
        yield judged(f"written-{name}-cut", "the same behind a text that is cut, and not complete",
                     GOOD.text[:-9] + behind, "malformed", rules="Y2 Y13 V4")
        yield judged(f"written-{name}-two", "the same between two texts", f"{GOOD.text}{behind}\n{OTHER.text}",
                     "several-codes", rules="Y2 Y13 Y8 A2")
        yield judged(f"written-{name}-later", "the same behind a text of a later version",
                     f"JF2:{BODY}{behind}", "version-unknown", "prefix", rules="Y2 Y13 V3")
    for name, held in {"longer": LONG, "short": SHORT, "head-of-two-bytes": HEAD_OF_TWO}.items():
        yield judged(f"written-{name}", "a text of another length", held.text + "\nMerci.", "valid",
                     rules="Y2 Y13 Y8 Y11", held=held)
    for name, between in {"tag": "<br>", "reference": "&shy;", "broken-line": "=\r\n", "hyphen": "-\n",
                          "quotation": "\n>", "bar": "\r|", "separator-quotation": "\u2028>"}.items():
        yield judged(f"written-inside-{name}", "a sign of a page or a mail inside the text",
                     GOOD.text[:100] + between + GOOD.text[100:], "valid", rules="Y2 Y13 Y8 Y10")
        yield judged(f"written-inside-{name}-forged", "the same in a text with a changed signature",
                     FORGED[:100] + between + FORGED[100:], "signature-invalid", rules="V6 Y2 Y13")
    yield judged("written-twice", "the same text twice, and a word behind the first",
                 f"{GOOD.text}\nMerci.\n{GOOD.text}", "valid", rules="Y2 Y13 Y8 Y12")
    yield judged("written-second", "a word behind the second text",
                 f"{GOOD.text}\n{GOOD.text}\nMerci.", "valid", rules="Y2 Y13 Y8 Y12")
    yield judged("written-two", "two texts, each with a word behind it",
                 f"{GOOD.text}\nMerci.\n{OTHER.text}.", "several-codes", rules="Y2 Y13 Y8 A2")
    for name, behind, reason in (
            ("code", "\ntel:0612345678", "text-character"), ("digits", "\n2026:", "text-character"),
            ("colon", "\n\n:", "text-length"), ("glued", "MERCI.", "text-character"),
            ("tab", "\tMerci", "text-character"), ("tab-and-line-end", "\t\n.", "text-length"),
            ("next-line-alone", "\x85", "text-length"), ("code-on-same-line", " tel:06", "text-length")):
        yield judged(f"written-not-{name}", "no words: another code of a scanner, or what damages a text",
                     GOOD.text + behind, "malformed", reason, rules="Y2 Y13 V4")
    for name, character in {"digit": "1", "point": "!"}.items():
        yield judged(f"written-not-base32-{name}", "a text that is as long as it says, and not all base32",
                     f"{GOOD.text[:100]}{character}{GOOD.text[101:]} Merci", "malformed",
                     "text-character", rules="Y2 Y13 V4")
    yield judged("edited-2007", "a no-break space as wide as a digit",
                 GOOD.text[:50] + "\u2007" + GOOD.text[50:], "valid", rules="Y2 Y8 Y10")
    yield judged("mark-figure-space", "the same before the colon", f"JF1\u2007:{BODY}", "valid",
                 rules="Y5 Y9")
    for character in "\u2006\u2008":
        yield judged(f"edited-{ord(character):04x}", "its neighbours are taken as they are",
                     GOOD.text[:50] + character + GOOD.text[50:], "malformed", "text-length",
                     rules="Y2 X6")
        yield judged(f"mark-{ord(character):04x}", "nor may they be before the colon",
                     f"JF1{character}:{BODY}", "foreign-code", rules="Y9 A4")


def cases():
    for part in (usual, forged, marks, passed_over, ends, beginnings, other_bytes, written):
        yield from part()
