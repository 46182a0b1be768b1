"""Text: prefix, base32, white space, length (Spec/token.md 3.1)."""

from .. import cbor, tokens
from ..scenario import small, verdict
from ..tokens import proof, sealed, text_of

GOOD = proof()
FOREIGN = {
    "url": ("an address, as most codes hold", "https://justificatif.example/verification"),
    "two-letters": ("two letters are not enough", "JF"),
    "prefix-cut": ("three of the four characters", "JF1"),
    "no-colon": ("the fourth character is not a colon", "JF1;" + GOOD.text[4:]),
    "version-0": ("JF0: is the self-test of scanners", "JF0:1ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
    "two-digits": ("a number of two digits is nobody's", "JF10:" + GOOD.text[4:]),
    "version-letter": ("a letter in the place of the number", "JFA:" + GOOD.text[4:]),
    "letters-exchanged": ("FJ1: is nobody's prefix", "FJ1:" + GOOD.text[4:]),
    "prefix-later": ("the prefix stands later in the text", "X" + GOOD.text),
    "hc1": ("a health certificate of another system", "HC1:6BFOXN%TS3DHPVO13J"),
    "2d-doc": ("the header of a 2D-Doc", "DC04FR000001128B128B0101FR"),
    "nbsp-before": ("U+00A0 is not white space here", "\u00a0" + GOOD.text),
    "digit-fullwidth": ("U+FF11 looks like a 1", "JF\uff11:" + GOOD.text[4:]),
}
SPACE = {
    "bom": ("a byte order mark at the beginning is taken off", "\ufeff{}"),
    "line-end": ("a line end is taken off", "{}\r\n"),
    "all-space": ("all six characters of white space, at both ends",
                  "\t\n\x0b\x0c\r {} \r\x0c\x0b\n\t"),
    "bom-and-space": ("first the mark, then white space", "\ufeff \n{}\n"),
}
BEHIND = {"mark": "\ufeff", "no-break-space": "\u00a0", "line-separator": "\u2028",
          "paragraph-separator": "\u2029", "ideographic-space": "\u3000", "next-line": "\u0085",
          "unit-separator": "\x1f", "nul": "\0"}
CHARACTERS = {
    "lower-case": ("the body in lower case", lambda body: body.lower()),
    "one-lower-case": ("one letter of the body in lower case",
                       lambda body: body[:100] + body[100].lower() + body[101:]),
    "digit-0": ("0 is not in the alphabet", lambda body: "0" + body[1:]),
    "digit-1": ("1 is not in the alphabet", lambda body: "1" + body[1:]),
    "digit-8": ("8 is not in the alphabet", lambda body: body[:-1] + "8"),
    "digit-9": ("9 is not in the alphabet", lambda body: body[:50] + "9" + body[51:]),
    "base64": ("characters of base64", lambda body: body[:50] + "+" + body[51:]),
    "inner-space": ("a space inside", lambda body: body[:64] + " " + body[65:]),
    "inner-line-end": ("a line end inside; a picture holds none",
                       lambda body: body[:64] + "\n" + body[65:]),
    "not-ascii": ("a letter that looks like an A", lambda body: body[:8] + "\u0410" + body[9:]),
    "last-unicode": ("a character of four bytes", lambda body: body[:-1] + "\U0001d400"),
    "second-mark": ("of two byte order marks the second is part of the body's end",
                    lambda body: body[:-1] + "\ufeff"),
    "low-byte": ("the low byte of U+0141 is that of an A",
                 lambda body: body.replace("A", "\u0141", 1)),
    "fullwidth": ("U+FF21 is an A in another form",
                  lambda body: body.replace("A", "\uff21", 1)),
    "kelvin": ("U+212A is a K once it is brought to NFC, or to lower case",
               lambda body: body.replace("K", "\u212a", 1)),
    "long-s": ("U+017F is an S in upper case", lambda body: body.replace("S", "\u017f", 1)),
}
# Eight, so that the length would be good with them and without.
SURPLUS = {
    "line-ends": ("\n", 68), "combining": ("\u0301", 68), "zero-width": ("\u200b", 68),
    "hyphens": ("-", 68), "not-utf8": (b"\xff", 68), "nul-last": ("\0", len(GOOD.text)),
}


def prefixes():
    """X1, X2, V2, V3."""
    for name, (comment, text) in FOREIGN.items():
        yield verdict(f"text_foreign-{name}", comment, text, "foreign-code", rules="X2 V2",
                      flags="foreign prefix")
    for start in ("KF1:", "JG1:", "*F1:", "J&1:", "JF1;"):
        yield verdict(f"text_foreign-start-{start[:3].encode().hex()}{ord(start[3]):x}",
                      "a good body under another beginning", start + GOOD.text[4:], "foreign-code",
                      rules="X2 V2", flags="foreign prefix")
    yield verdict("text_foreign-two-marks", "only one byte order mark is taken off",
                  "\ufeff\ufeff" + GOOD.text, "foreign-code", rules="X1 X2",
                  flags="foreign white-space")
    yield verdict("text_foreign-space-before-mark", "white space before the mark hides it: the mark "
                  "is looked for at the beginning only", " \ufeff" + GOOD.text, "foreign-code",
                  rules="X1 X2", flags="foreign white-space")
    for number in (2, 5, 9):
        yield verdict(f"text_version-{number}", "a later version, whatever follows",
                      f"JF{number}:0 not base32 at all", "version-unknown", "prefix",
                      rules="X2 V3", flags="later-version prefix")
    yield verdict("text_version-lower-case", "a later version in lower case", "jf2:abc",
                  "version-unknown", "prefix", rules="X2 V3", flags="later-version prefix")
    yield verdict("text_version-too-long", "the version is read before the length",
                  "JF3:" + "A" * 961, "version-unknown", "prefix", rules="X2 V3",
                  flags="later-version prefix")
    for name, prefix in {"lower": "jf1:", "small-j": "jF1:", "small-f": "Jf1:"}.items():
        yield verdict(f"text_prefix-{name}", "ours, but not in upper case",
                      prefix + GOOD.text[4:], "malformed", "text-character", rules="X2 X4 V4",
                      flags="prefix text-case")
    for name, (comment, frame) in SPACE.items():
        yield verdict(f"text_{name}", comment, frame.format(GOOD.text), "valid", rules="X1",
                      flags="white-space", proof=GOOD)


    for name, end in BEHIND.items():
        yield verdict(f"text_behind-{name}", "what many languages take off an end, and X1 does not",
                      GOOD.text + end, "malformed", "text-character", rules="X1 X6 V4",
                      flags="white-space")


def bodies():
    """X5, X6, X7 in whole texts."""
    yield verdict("text_good", "a justificatif of a quotient familial", GOOD, "valid",
                  rules="X2 X6 X7 H2 H3 P1 V4 V6", flags="usual")
    for name, (comment, change) in CHARACTERS.items():
        yield verdict(f"text_character-{name}", comment, "JF1:" + change(GOOD.text[4:]),
                      "malformed", "text-character", rules="X6 V4", flags="text-character")
    whole = GOOD.text.encode()
    for name, (sign, place) in SURPLUS.items():
        signs = (sign if isinstance(sign, bytes) else sign.encode()) * 8
        yield verdict(f"text_surplus-{name}", "without these eight characters the text would "
                      "be good: nothing is dropped", whole[:place] + signs + whole[place:],
                      "malformed", "text-character", rules="X1 X6 V4", flags="text-character")
    for rest in (1, 3, 6):
        body = (GOOD.text[4:] + "A" * 8)[:len(GOOD.text[4:]) // 8 * 8 - 8 + rest]
        yield verdict(f"text_length-{rest}", f"a length that is {rest} modulo 8 is of no bytes",
                      "JF1:" + body, "malformed", "text-length", rules="X5 V4",
                      flags="text-length")
    yield verdict("text_padding", "base32 with its padding: not the one form",
                  GOOD.text + "=" * (-len(GOOD.text[4:]) % 8), "malformed", "text-character",
                  rules="X6", flags="text-character padding")
    yield verdict("text_nothing-after-prefix", "no bytes at all", "JF1:", "malformed", "truncated",
                  rules="X2 D1", flags="empty")
    cut = next(length for length in range(100, 110) if (length - 4) % 8 in (0, 2, 4, 5, 7))
    yield verdict("text_cut", "a scanner lost the end", GOOD.text[:cut], "malformed", "truncated",
                  rules="V4", flags="cut")
    yield verdict("text_twice", "the text twice without anything between", GOOD.text + GOOD.text,
                  "malformed", "text-character", rules="X6", flags="text-character")
    for bit in (1, 2):
        last = tokens_last(GOOD.text, bit)
        yield verdict(f"text_left-over-bit-{bit}", "the last character has a bit that no byte has",
                      last, "malformed", "text-trailing-bits", rules="X7 V4",
                      flags="text-trailing-bits")


def tokens_last(text: str, bit: int) -> str:
    """The text with a left-over bit of its last character set."""
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
    return text[:-1] + alphabet[alphabet.index(text[-1]) | bit]


def lengths():
    """X3 and the limits of a token."""
    names = {0: "A" * 256, 1: "B" * 194}
    at_most = proof(tokens.CLAIMS | names)
    assert len(at_most.token) == 600, len(at_most.token)
    yield verdict("text_longest", "600 bytes, 964 characters", at_most, "valid",
                  rules="X3 H1 limit-tokenBytes limit-tokenCharacters", flags="limit inside")
    above = proof(tokens.CLAIMS | names | {1: "B" * 195})
    yield verdict("text_one-byte-too-long", "601 bytes, 966 characters", above.text, "malformed",
                  "too-long", rules="X3 H1 limit-tokenBytes limit-tokenCharacters",
                  flags="limit outside")
    yield verdict("text_one-character-too-long", "965 characters: too long before anything else",
                  at_most.text + "A", "malformed", "too-long",
                  rules="X3 limit-tokenCharacters", flags="limit outside")
    yield verdict("text_too-long-by-far", "a whole page of text",
                  "JF1:" + "A" * 40000, "malformed", "too-long",
                  rules="X3 limit-tokenCharacters", flags="limit outside")
    yield verdict("text_longest-with-space", "white space at the ends does not count",
                  "\ufeff" + at_most.text + "\r\n", "valid",
                  rules="X1 X3 limit-tokenCharacters", flags="limit inside white-space",
                  proof=at_most)
    for name, sign in {"2-bytes": "\u00e9", "4-bytes": "\U0001f600"}.items():
        yield verdict(f"text_longest-with-{name}", "964 characters, one of them of several bytes: the "
                      "length counts characters", "JF1:" + "A" * 959 + sign, "malformed",
                      "text-character", rules="X3 X6 limit-tokenCharacters",
                      flags="limit inside text-character")
    filler = sealed(cbor.encode("A" * 490))
    yield verdict("text_longest-of-nothing", "the length is good, the content is not",
                  text_of(filler.token), "malformed", "wrong-type", rules="D10 V4", flags="wrong-type")


RFC4648 = {"empty": ("", ""), "f": ("f", "MY"), "fo": ("fo", "MZXQ"), "foo": ("foo", "MZXW6"),
           "foob": ("foob", "MZXW6YQ"), "fooba": ("fooba", "MZXW6YTB"),
           "foobar": ("foobar", "MZXW6YTBOI")}
BASE32 = {
    "left-over-1": ("the last bit of two characters", "MZ", "text-trailing-bits"),
    "left-over-2": ("a left-over bit of four characters", "MZXR", "text-trailing-bits"),
    "left-over-5": ("a left-over bit of five characters", "MZXW7", "text-trailing-bits"),
    "left-over-7": ("a left-over bit of seven characters", "MZXW6YT", "text-trailing-bits"),
    "of-1": ("one character holds no byte", "M", "text-length"),
    "of-3": ("three characters hold no whole number of bytes", "MZX", "text-length"),
    "of-6": ("six characters hold no whole number of bytes", "MZXW6Y", "text-length"),
    "equals": ("padding in the place of a character", "M=", "text-character"),
    "length-before-character": ("a wrong length and a wrong character", "m==", "text-length"),
    "character-before-bits": ("a wrong character and left-over bits", "mZ", "text-character"),
    "lower": ("lower case is not the alphabet", "mzxw6ytb", "text-character"),
    "hex-alphabet": ("the other alphabet of RFC 4648, base32hex", "CPNMUOJ1", "text-character"),
    "space": ("white space inside", "MZXW YTB", "text-character"),
}


def base32():
    """The base32 of RFC 4648 alone."""
    for name, (plain, text) in RFC4648.items():
        yield small(f"text_base32-rfc4648-{name}", "base32", "RFC 4648 section 10, without padding",
                    "valid", {">bytes": plain.encode().hex()}, rules="X5 X6 X7",
                    flags="base32 rfc4648", payload=text.encode())
        if len(text) % 8:
            padded = text + "=" * (-len(text) % 8)
            yield small(f"text_base32-rfc4648-{name}-padded", "base32", "RFC 4648 section 10 as it "
                        "stands there: with padding, which this format does not have",
                        "text-character", {}, rules="X6", flags="base32 rfc4648 padding",
                        payload=padded.encode())
    for name, (comment, text, reason) in BASE32.items():
        rule = {"text-length": "X5", "text-character": "X6", "text-trailing-bits": "X7"}[reason]
        yield small(f"text_base32-{name}", "base32", comment, reason, {}, rules=rule,
                    flags=f"base32 {reason}", payload=text.encode())


def cases():
    yield from prefixes()
    yield from bodies()
    yield from lengths()
    yield from base32()
