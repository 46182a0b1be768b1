"""The texts of the codes in a picture (Spec/verdicts.md 2.1): Q1, A1 to A5."""

from .. import keyboards, pictures
from .scan import ADDRESS, GOOD, OTHER, judged


def drawn(name: str, comment: str, grid: pictures.Grid, expect: str, reason: str = "", *,
          rules: str, flags: str = "picture"):
    return judged(name, comment, pictures.png(grid), expect, reason, rules=rules, flags=flags,
                  layer="picture")


def cases():
    """Q1, A1 to A5."""
    one, two = pictures.code(GOOD.text), pictures.code(OTHER.text)
    foreign = pictures.code(ADDRESS)
    yield drawn("one", "one code", one, "valid", rules="Q1 A3 V1")
    for level in "LQH":
        yield drawn(f"level-{level.lower()}", f"error correction {level}",
                    pictures.code(GOOD.text, level), "valid", rules="Q1")
    yield drawn("byte-mode", "a symbol in byte mode", pictures.code(GOOD.text, bytes_only=True), "valid",
                rules="Q1")
    yield drawn("line-end", "a symbol with a line end", pictures.code(GOOD.text + "\n"), "valid",
                rules="Q1 X1")
    yield drawn("space-before-mark", "a byte order mark behind white space stays",
                pictures.code(" \ufeff" + GOOD.text), "foreign-code", rules="X1 A4",
                flags="picture white-space foreign")
    yield drawn("turned", "a quarter turn", pictures.turned(one), "valid", rules="Q1")
    yield drawn("same-twice", "the same code twice", pictures.beside(one, one), "valid", rules="A1 A3")
    yield drawn("two", "two justificatifs", pictures.beside(one, two), "several-codes",
                rules="A1 A2 V1", flags="picture several")
    yield drawn("beside-foreign", "another service's code beside ours is ignored",
                pictures.beside(foreign, one), "valid", rules="A1 A3")
    yield drawn("beside-later-version", "a later version counts too", pictures.beside(
        one, pictures.code("JF2:ABC")), "several-codes", rules="A1 A2", flags="picture several")
    yield drawn("two-cases", "upper and lower case differ", pictures.beside(
        one, pictures.code(GOOD.text.lower())), "several-codes", rules="A1 A2",
        flags="picture several text-case")
    yield drawn("foreign", "another service's code", foreign, "foreign-code", rules="A4 V2",
                flags="picture foreign")
    yield drawn("two-foreign", "two codes of other services", pictures.beside(
        foreign, pictures.code("WIFI:T:WPA;S:Mairie;;")), "foreign-code", rules="A4",
        flags="picture foreign")
    yield drawn("self-test", "the self-test of scanners is nobody's justificatif", pictures.code(
        "JF0:1ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), "foreign-code",
        rules="A4 V2", flags="picture foreign")
    yield drawn("none", "a white picture", pictures.blank(), "unreadable", "no-code", rules="A5 V1",
                flags="picture empty")
    yield drawn("lower-case", "what is read from a picture is not put right", pictures.code(
        GOOD.text.lower()), "malformed", "text-character", rules="X4 V4", flags="picture text-case")
    yield drawn("azerty", "what is read from a picture is not put back", pictures.code(
        keyboards.typed(GOOD.text, "azerty-belgian")), "foreign-code", rules="Y4 A4",
        flags="picture keyboard")
    yield drawn("two-glued", "a picture's text is not cut in two", pictures.code(
        GOOD.text + OTHER.text), "malformed", rules="Y7 V4", flags="picture several")
    whole = pictures.png(one)
    for name, given in {"cut": whole[:len(whole) // 2], "head": whole[:8],
                        "huge": pictures.made(60000, 60000, b"\0")}.items():
        yield judged(name, "a picture that cannot be looked at", given, "unreadable", rules="V1",
                     flags="picture cut", layer="picture")
    heads = {"pdf": b"%PDF-1.7\n", "jpeg": b"\xff\xd8\xff\xe0", "space-pdf": b" \r\n%PDF-1.7\n",
             "mark-pdf": b"\xef\xbb\xbf%PDF-1.7\n", "bytes-pdf": bytes(1019) + b"%PDF-1.7\n",
             "spaces-pdf": b" " * 1019 + b"%PDF-1.7\n"}
    for name, given in heads.items():
        yield judged(f"{name}-head", "a head and nothing behind it", given, "unreadable", rules="V1",
                     flags="cut", layer="picture")
    yield judged("spaces-pdf-late", "a head that ends behind 1,024 bytes is the text of no code",
                 b" " * 1020 + b"%PDF-1.7\n", "foreign-code", rules="V1 A4", flags="foreign",
                 layer="picture")
    yield judged("bytes-pdf-late", "nor does it make a document of other bytes",
                 bytes(1020) + b"%PDF-1.7\n", "unreadable", "not-a-picture", rules="V1",
                 flags="cut", layer="picture")
