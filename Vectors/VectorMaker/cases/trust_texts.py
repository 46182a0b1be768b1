"""Text that is shown, and the limits of a trust list (Spec/lists.md 1)."""

from .. import cbor, lists
from ..keys import key, ordered
from ..lists import issuer, source
from ..offering import of_trust, signed, small_trust, with_issuer
from .trust_form import offer

FORBIDDEN = (0x0, 0x9, 0xB, 0xD, 0x1F, 0x7F, 0x85, 0x9F, 0xAD, 0x61C, 0x200B, 0x200F, 0x2028, 0x202A,
             0x202B, 0x202E, 0x2060, 0x2065, 0x2066, 0x2067, 0x2068, 0x2069, 0x206F, 0xFEFF, 0xFFF9,
             0xFFFB, 0xE0000, 0xE0001, 0xE007F)
ALLOWED = (0xA, 0x20, 0x7E, 0xA0, 0xAC, 0xAE, 0x34F, 0x61B, 0x61D, 0x180E, 0x200A, 0x2010, 0x2027, 0x202F, 0x205F,
           0x2070, 0xFEFE + 2, 0xFFF8 + 4, 0xDFFFF, 0xE0080, 0x1F600)


def texts():
    """M3."""
    for number in ALLOWED:
        yield offer(True, f"text-with-{number:04x}", f"U+{number:04X} in a name",
                    with_issuer(name=f"A{chr(number)}B"), "", "M3", "name")
    for number in FORBIDDEN:
        yield offer(False, f"text-with-{number:04x}-refused", f"U+{number:04X} in a name",
                    with_issuer(name=f"A{chr(number)}B"), "name-form", "M3", "name-form")
    for field in ("notice", "contact"):
        yield offer(False, f"text-in-{field}", "a character that changes the direction of writing",
                    with_issuer(**{field: "A\u202eB"}), "name-form", "M3", "name-form")
        yield offer(True, f"text-{field}-of-two-lines", "a line end",
                    with_issuer(**{field: "Article 1\nArticle 2"}), "", "M3", "name")
    wrong = cbor.Raw(b"\x62\xc3\x28")
    yield offer(False, "text-not-utf8", "a name that is not UTF-8", with_issuer(name=wrong), "not-utf8",
                "M3 D9", "utf8")
    yield offer(False, "text-name-empty", "a name has at least one character", with_issuer(name=""),
                "name-form", "M3", "name-form empty")
    yield offer(False, "text-name-zero-width", "a name that cannot be seen", with_issuer(
        name="\u200b"), "name-form", "M3", "name-form")
    for field, limit, rule in (("name", 200, "displayBytes"), ("contact", 200, "displayBytes"),
                               ("notice", 2000, "noticeBytes")):
        for length, good in ((limit, True), (limit + 1, False)):
            text = "\u00e9" * (limit // 2) + "x" * (length - limit)
            yield offer(good, f"{field}-of-{length}", f"{length} bytes", with_issuer(**{field: text}),
                        "too-long", f"M3 D12 limit-{rule}", "limit")


def counts():
    """Limits of entries."""
    many = ordered([key(f"issuer-{number}") for number in range(1025)])
    for count, good in ((1024, True), (1025, False)):
        yield offer(good, f"issuers-{count}", f"{count} issuers", signed(small_trust(issuers=[
            issuer(each, (), name="x") for each in many[:count]])), "too-many", "limit-issuers D12",
            "limit")
    for count, good in ((256, True), (257, False)):
        given = [source(f"list-{number:03}", each) for number, each in enumerate(many[:count])]
        yield offer(good, f"sources-{count}", f"{count} revocation lists", signed(small_trust(
            sources=given)), "too-many", "limit-revocationLists D12", "limit")


def sizes():
    """T1: bytes of the whole, filled up under a later key."""
    limit = 262144
    bare = len(signed(small_trust(key_64=bytes(limit // 2))).file) - limit // 2
    for length, good in ((limit, True), (limit + 1, False)):
        given = signed(small_trust(key_64=bytes(length - bare - 2)))
        given = given if len(given.file) == length else signed(
            small_trust(key_64=bytes(length - bare - (len(given.file) - length) - 2)))
        assert len(given.file) == length, len(given.file)
        yield offer(good, f"trust-of-{length}-bytes", "the size of a trust list", given, "too-large",
                    "T1 limit-trustListBytes", "limit")
    tail = lists.trust(small_trust(), [key("root-a"), key("root-b")]).file
    yield of_trust("trust-and-a-megabyte", "a good list and very much behind it", tail + bytes(1 << 20),
                   "too-large", "T1 limit-trustListBytes", "limit outside hostile-length")


def cases():
    for part in (texts, counts, sizes):
        yield from part()
