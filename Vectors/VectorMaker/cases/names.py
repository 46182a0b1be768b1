"""Names, recipients and folding (Spec/token.md 4.2)."""

from ..companions import stating
from ..scenario import small, verdict
from ..tokens import CLAIMS, faulty, proof

EDGES = "\u00c0\u00d6\u00d8\u00f6\u00f8\u024f\u1e00\u1eff"
OTHER_CASES = ("\u0253\u0254\u0256\u0257\u0259\u025b\u0260\u0263\u0268\u0269\u026f\u0272\u0275\u0280\u0283"
               "\u0288\u0289\u028a\u028b\u028c\u0292\u2c65\u2c66\u2c7e\u2c7f")
GOOD_NAMES = {
    "edges": ("the first and the last letters of each range", f"AZaz{EDGES}"),
    "one-letter": ("a letter is enough", "\u00c9"),
    "one-letter-1ec6": ("a letter of the second range is enough", "\u1ec6"),
    "one-letter-01c3": ("a letter that has neither upper nor lower case is enough", "\u01c3"),
    "other-cases": ("the 25 letters that are the other case of one of a range", OTHER_CASES),
    "letter-and-other-case": ("a letter and its other case", "\u018fliyev-\u0259LIYEV"),
    "one-letter-01bb": ("a letter that has no case at all is enough", "\u01bb"),
    "sharp-s-capital": ("U+1E9E is one of the letters, as its other case is", "STRA\u1e9eE"),
    "one-letter-0259": ("a letter outside the ranges is enough", "\u0259"),
    "apostrophes-of-letters": ("the apostrophes of Tahitian, Wallisian and others",
                               "Fa\u02bba-To\u02bca \ua78bA\ua78ca"),
    "apostrophes": ("both apostrophes, hyphen and space", "D'Arc-L\u2019Isle Adam"),
    "mark-first": ("an apostrophe at the beginning", "'t Hooft"),
    "hyphens": ("two hyphens together", "Saint--Jean"),
    "mixed-case": ("upper and lower case stay as they are", "McDonald-dUPONT"),
    "of-256-bytes": ("256 bytes in 128 characters", "\u00c9" * 128),
}
OUTSIDE = {
    "at": 0x40, "bracket": 0x5B, "backquote": 0x60, "brace": 0x7B, "digit": 0x31, "dot": 0x2E,
    "tab": 9, "line-end": 10, "nul": 0, "delete": 0x7F, "no-break-space": 0xA0, "micro": 0xB5,
    "00bf": 0xBF,
    "times": 0xD7, "divided": 0xF7, "0250": 0x250, "0252": 0x252, "0258": 0x258,
    "0293": 0x293, "0294": 0x294, "2c61": 0x2C61,
    "quote-single": 0x2BA, "modifier-reversed-comma": 0x2BD, "2c7d": 0x2C7D, "a78a": 0xA78A,
    "a78d": 0xA78D,
    "combining-acute": 0x301, "1dff": 0x1DFF, "1f00": 0x1F00, "quote-left": 0x2018,
    "quote-double": 0x201D, "hyphen-2010": 0x2010, "soft-hyphen": 0xAD, "direction": 0x202E,
    "cyrillic": 0x410, "fullwidth": 0xFF21, "ligature": 0xFB01, "mathematical": 0x1D400,
    "mark": 0xFEFF,
}
WRONG_FORMS = {
    "space-first": ("N3", " MARCHAND"), "space-last": ("N3", "MARCHAND "),
    "two-spaces": ("N3", "LE  GALL"), "space-alone": ("N3 N4", " "),
    "hyphen-alone": ("N4", "-"), "apostrophes-alone": ("N4", "'\u2019\u02bb\u02bc\ua78b\ua78c"),
    "empty": ("N1", ""),
    "line-end-last": ("N2", "DUPONT\n"), "comma": ("N2", "DUPONT, DURAND"),
    "ordinal": ("N2", "DUPONT\u00aa"),
}


def names():
    """N1 to N4."""
    for name, (comment, text) in GOOD_NAMES.items():
        limit = " limit-nameBytes" if len(text.encode()) == 256 else ""
        yield verdict(f"claims_name-{name}", comment, proof(CLAIMS | {0: text}), "valid",
                      rules=f"N1 N2 N3 N4 kind-name claim-family_name{limit}",
                      flags="limit inside" if limit else "inside name")
    for label, name in ((1, "first_given_name"), (2, "other_given_names"), (4, "usage_name")):
        yield verdict(f"claims_{name}", "a name of another label",
                      proof(stating({label: "Zo\u00e9", 33: 2025})), "valid",
                      rules=f"N2 kind-name claim-{name}", flags="inside name")
        yield verdict(f"claims_{name}-with-digit", "a digit is in no name of any label",
                      faulty(stating({label: "Marie 2", 33: 2025})).text, "malformed", "name-form",
                      rules=f"N2 K7 kind-name claim-{name}", flags="outside name-form")
    for name, number in OUTSIDE.items():
        text = f"MAR{chr(number)}CHAND"
        yield verdict(f"claims_name-with-{name}", f"U+{number:04X} in a name",
                      faulty(CLAIMS | {0: text}).text, "malformed", "name-form",
                      rules="N2 K7 kind-name claim-family_name", flags="outside name-form")
    for name, (rule, text) in WRONG_FORMS.items():
        yield verdict(f"claims_name-{name}", "no name", faulty(CLAIMS | {0: text}).text,
                      "malformed", "name-form", rules=f"{rule} kind-name",
                      flags="outside name-form")
    for name, text in {"257-bytes": "B" + "\u00c9" * 128, "300-letters": "B" * 300}.items():
        yield verdict(f"claims_name-{name}", "more than 256 bytes",
                      faulty(CLAIMS | {0: text}).text, "malformed", "too-long",
                      rules="N1 D12 limit-nameBytes kind-name", flags="limit outside")


GOOD_RECIPIENTS = {
    "usual": "Mairie d\u2019\u00c9lan (44)", "all-marks": "A&(),./:-' \u2019B", "okina": "Mairie de F\u0101\u02bba\u02bba", "digits": "44000",
    "of-100-bytes": "\u00c9" * 50,
}
WRONG_RECIPIENTS = {
    "at": "mairie@elan.example", "plus": "A+B", "semicolon": "A;B", "underscore": "A_B",
    "dash": "A \u2013 B", "line-end": "A\nB", "space-first": " Mairie", "space-last": "Mairie ",
    "two-spaces": "Mairie  d", "marks-alone": "(.)", "empty": "", "hash": "n# 4",
    "quote": 'Mairie "du" lac', "percent": "5%", "arabic-digit": "\u0664",
    "arabic-digit-behind": "Salle \u0664", "superscript-behind": "Salle \u00b2",
}


def recipients():
    """N5."""
    for name, text in GOOD_RECIPIENTS.items():
        limit = " limit-recipientBytes" if len(text.encode()) == 100 else ""
        yield verdict(f"claims_recipient-{name}", "a recipient as it may be",
                      proof(CLAIMS | {9: text}), "valid",
                      rules=f"N5 kind-recipient claim-recipient{limit}",
                      flags="limit inside" if limit else "inside name")
    for name, text in WRONG_RECIPIENTS.items():
        yield verdict(f"claims_recipient-{name}", "no recipient", faulty(CLAIMS | {9: text}).text,
                      "malformed", "name-form", rules="N5 K7 kind-recipient claim-recipient",
                      flags="outside name-form")
    yield verdict("claims_recipient-101-bytes", "more than 100 bytes",
                  faulty(CLAIMS | {9: "B" + "\u00c9" * 50}).text, "malformed", "too-long",
                  rules="N5 D12 limit-recipientBytes kind-recipient", flags="limit outside")


FOLDED = {
    "heritier": ("L\u2019H\u00e9ritier-\u0152hm", "L HERITIER OEHM"),
    "heritier-plain": ("L'HERITIER OEHM", "L HERITIER OEHM"),
    "strasse": ("Stra\u00dfe", "STRASSE"), "sharp-s-capital": ("STRA\u1e9eE", "STRASSE"),
    "mairie": ("Mairie d\u2019\u00c9lan (44)", "MAIRIE D ELAN (44)"),
    "space-in-a-letter": ("\u0149eill", "NEILL"), "space-before-letter": ("O\u0149", "O N"),
    "hyphens-together": ("A - B--C", "A B C"), "edge-hyphens": ("-A-", "A"),
    "thorn": ("\u00deor", "THOR"), "dz": ("\u01c5", "DZ"), "lj": ("\u01c9", "LJ"),
    "nj": ("\u01cb", "NJ"), "ij": ("\u0133sbrand", "IJSBRAND"), "ae": ("\u01fd", "AE"),
    "vietnamese": ("Nguy\u1ec5n \u0110\u1ee9c", "NGUYEN DUC"), "turkish": ("\u0130\u015f\u0131k",
                                                                        "ISIK"),
    "hook": ("\u0181a", "BA"), "clicks": ("\u01c0a", "\u01c0A"),
    "marks-stay": ("A&B (C), D. E/F: 1", "A&B (C), D. E/F: 1"),
    "letter-not-in-table": ("\u019b", "\u019b"),
    "reversed-e": ("\u01dd", "\u018e"), "schwa": ("\u0259liyev", "\u018fLIYEV"),
    "schwa-capital": ("\u018fLIYEV", "\u018fLIYEV"), "small-hook": ("\u0253a", "BA"),
    "swash": ("\u2c7e\u023f\u2c7f\u0240", "SSZZ"),
    "okina": ("Fa\u02bba", "FA A"), "modifier-apostrophe": ("To\u02bca", "TO A"),
    "saltillos": ("\ua78bA\ua78ca", "A A"),
    "greek": ("\u03b1\u00b5", "\u03b1\u00b5"),
    "quote-left": ("L\u2018Isle", "L\u2018ISLE"),
    "hyphen-2010": ("Saint\u2010Denis", "SAINT\u2010DENIS"),
    "no-break-spaces": ("\u00a0a\u00a0b", "\u00a0A\u00a0B"),
    "marks-in-another-order": ("e\u0302\u0323lan", "ELAN"),
    "angstrom": ("\u212bland", "ALAND"), "kelvin": ("\u212aeller", "KELLER"),
    "ohm": ("\u2126", "\u03a9"),
    "decomposed": ("E\u0301lan", "ELAN"), "decomposed-twice": ("a\u0302\u0301", "A"),
}


def folding():
    """N6. A decomposed text is brought to NFC first: that is how a place of control may be typed."""
    for name, (text, folded) in FOLDED.items():
        yield small(f"claims_folding-{name}", "folding", "names are compared in this form", "valid",
                    {">folded": folded}, rules="N6", flags="folding", payload=text.encode())


def cases():
    yield from names()
    yield from recipients()
    yield from folding()
