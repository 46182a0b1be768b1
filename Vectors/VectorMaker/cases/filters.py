"""Closed days in filters (Spec/lists.md 4.8): who is revoked, and what an entry may hold."""

from .. import cbor, days, filtered, ribbons, rice
from ..filtered import FEW, FILTERS, MANY, MOST, OTHER, numbered
from ..lists import revocation_map, revocations
from ..scenario import World, verdict
from .forgetting import HELD, REFUSED, TENTH, listed, then
from .revocation_form import accepted, refused, with_days

WORLD = World(lists="trust.cose revocations-filters.cose")
MARKS = [days.fingerprint(20683, index) for index in range(40)]
DAY = 20688                     # 2026-08-23, the fourth day of the usual list.
FIRST, SECOND = ribbons.filters(DAY, set(MARKS), set(MARKS[:9]))
ENTRY = ribbons.listed(3, 9, FIRST, SECOND)
END = len(FIRST.columns) * FIRST.slots + SECOND.slots
BITS, LENGTH = ENTRY[7], len(ENTRY[7])
COLUMNS, SLOTS, SEED, EXACT_SLOTS, EXACT_SEED = range(2, 7)
MOST_SLOTS = 33554432


def changed(*changes: tuple[int, object]) -> list[object]:
    """The usual entry with some of its items replaced."""
    return [dict(changes).get(place, item) for place, item in enumerate(ENTRY)]


def lookups():
    """U2, W7, W8."""
    first, _ = FILTERS[MANY]
    passing = {number: first.says(mark) == first.wants(mark) for number, mark in (
        (number, numbered(MANY, number).fingerprint) for number in range(40))}
    texts = {MANY: "a day with more slots than a row has", FEW: "a day with fewer slots than a row has",
             MOST: "a day without a first filter", OTHER: "a day in values, beside days in filters"}
    gone = filtered.DAYS[MANY][1]
    near = [number for number in passing if passing[number] and number not in gone]
    asked = {MANY: (*gone, near[0], 1, 40), FEW: (0, 1, 4), MOST: (0, 1, 2), OTHER: (0,)}
    for day, numbers in asked.items():
        for number in numbers:
            given = numbered(day, number)
            rules, name = "U2 L7 W7 W8 W11", f"revocation_filters-{day}-{number}"
            if number in filtered.DAYS[day][1]:
                yield verdict(name, f"cancelled, of {texts[day]}", given.text, "revoked",
                              rules=f"{rules} V11", flags="revoked", world=WORLD)
            elif not says(day, given.fingerprint):
                yield verdict(name, f"not cancelled, of {texts[day]}", given, "valid", rules=rules,
                              flags="inside revoked", world=WORLD)


def says(day: str, mark: bytes) -> bool:
    """Whether a filtered day holds a fingerprint, issued or not."""
    if day not in FILTERS:
        return False
    first, second = FILTERS[day]
    return first.says(mark) == first.wants(mark) and second.says(mark) == 1


def good():
    """L7, W9 to W11."""
    assert END % 8, "there is padding"
    yield accepted("filters", "a day in filters", with_days(ENTRY), "R4 L7 W9 W10 W11", "adoption usual")
    yield accepted("filters-beside-values", "a day of version 2 before and after one of version 1",
                   with_days(ENTRY, [4, 2, 7, 5, *rice.coded([10, 70], 7)], [5, *ENTRY[1:]]), "L5 L7")
    for width in (0, 1, 31):
        entry = ribbons.entry(3, DAY, set(MARKS), set(MARKS[:9]), width)
        yield accepted(f"filters-of-{width}", f"{width} columns in the first filter", with_days(entry),
                       "L7 W9 limit-revocationColumns" if width == 31 else "L7 W9",
                       "limit inside" if width == 31 else "inside")
    yield accepted("filters-of-one", "one issued, one revoked: one bit", with_days(
        ribbons.entry(3, DAY, {MARKS[0]}, {MARKS[0]})), "L7 W9")
    yield accepted("filters-no-padding", "the bits fill their byte", with_days(
        [3, 8, 0, 0, 0, 8, 0, b"\xa5"]), "L7 W9 W10")
    for name, comment, entry in (
            ("seed-15", "the last seed, which no publisher would come to", changed((EXACT_SEED, 15))),
            ("more-slots", "more slots than a publisher would take", changed(
                (EXACT_SLOTS, LENGTH * 8 - END + SECOND.slots))),
            ("all-zero", "bits that nothing passes: a verifier cannot see what a publisher should have "
             "written", changed((7, bytes(LENGTH)))),
            ("slots-is-count", "as many slots as are revoked", [3, 8, 1, 8, 0, 8, 0, b"\xa5\x5a"])):
        yield accepted(f"filters-{name}", comment, with_days(entry), "L7 W11")


def numbers():
    """L7: each number out of its range."""
    wrong = {
        "columns-32": (changed((COLUMNS, 32)), "limit-revocationColumns"),
        "slots-below-count": (changed((SLOTS, 8)), ""),
        "exact-slots-below-count": (changed((EXACT_SLOTS, 8)), ""),
        "slots-33554433": (changed((SLOTS, MOST_SLOTS + 1)), "limit-revocationSlots"),
        "exact-slots-33554433": (changed((EXACT_SLOTS, MOST_SLOTS + 1)), "limit-revocationSlots"),
        "slots-2-64-less-1": (changed((SLOTS, (1 << 64) - 1)), "limit-revocationSlots"),
        "seed-16": (changed((SEED, 16)), ""), "exact-seed-16": (changed((EXACT_SEED, 16)), ""),
        "slots-of-none": ([3, 1, 0, 1, 0, 1, 0, b"\x80"], ""),
        "seed-of-none": ([3, 1, 0, 0, 1, 1, 0, b"\x80"], ""),
        "count-0": (changed((1, 0)), ""),
    }
    for name, (entry, limit) in wrong.items():
        yield refused(f"filters-{name}", "a number of a day in filters that is out of its range",
                      with_days(entry), "out-of-range", f"R4 L7 {limit}".strip(),
                      "limit outside" if limit else "outside coding")
    names = ("place", "count", "columns", "slots", "seed", "exact-slots", "exact-seed")
    for place, name in enumerate(names):
        for kind, item in (("text", "1"), ("negative", -1)):
            yield refused(f"filters-{name}-{kind}", "a number of a day in filters is an unsigned integer",
                          with_days(changed((place, item))), "wrong-type", "R4 L7 D10", "outside type")
    yield accepted("filters-of-33554432-slots", "the most slots there are, all zero", with_days(
        [3, 1, 0, 0, 0, MOST_SLOTS, 0, bytes(MOST_SLOTS // 8)]), "L7 W9 limit-revocationSlots",
        "limit inside")
    for place, name in ((SLOTS, "slots"), (EXACT_SLOTS, "exact-slots")):
        yield refused(f"filters-{name}-33554432", "the most slots, which the bits do not have",
                      with_days(changed((place, MOST_SLOTS))), "wrong-length",
                      "R4 L7 W9 limit-revocationSlots", "limit outside order")
    yield refused("filters-count-too-many", "8000000 of one day, and one of another", with_days(
        [2, 1, 7, 5, *rice.coded([10], 7)], changed((1, 8000000))), "too-many",
        "R4 L5 limit-revokedProofs", "limit outside")
    for size in (7, 9):
        entry = [*ENTRY, 0][:size]
        yield refused(f"filters-{size}-items", "an entry has six items or eight", with_days(entry),
                      "wrong-length", "R4 L4 D11", "outside coding")
    yield refused("filters-items-before-place", "an entry of seven items, and the place of the day before",
                  with_days(ENTRY, ENTRY[:7]), "wrong-length", "R4 L4 L5 M5", "outside order")
    yield refused("filters-twice", "one day in filters and in values", with_days(
        [3, 2, 7, 5, *rice.coded([10, 70], 7)], ENTRY), "key-order", "L5", "outside")
    yield refused("filters-order-before-columns", "the place is told before the rest of the entry",
                  with_days(ENTRY, changed((COLUMNS, 32))), "key-order", "L5 L7", "outside order")
    yield refused("filters-after-last-closed", "a day after the last closed one", with_days(
        changed((0, 92))), "out-of-range", "L5", "outside")


def bits():
    """W9, W10."""
    for name, given in (("less", BITS[:-1]), ("more", BITS + b"\0"), ("none", b"")):
        yield refused(f"filters-bytes-{name}", "not as many bytes as the slots say",
                      with_days(changed((7, given))), "wrong-length", "R4 W9", "outside coding")
    yield refused("filters-bits-text", "bits are a byte string", with_days(changed((7, "A" * LENGTH))),
                  "wrong-type", "R4 L7 D10", "outside type")
    for name, bit in (("first", (1 << -END % 8) >> 1), ("last", 1)):
        yield refused(f"filters-padding-{name}", f"the {name} bit of the padding is set", with_days(
            changed((7, BITS[:-1] + bytes([BITS[-1] | bit])))), "bit-padding", "R4 W10",
            "outside coding")
    whole = cbor.encode(revocation_map(days=[ENTRY]))
    start = whole.index(cbor.encode(BITS))
    yield refused("filters-bits-beyond-end", "the payload ends before the bits that their head tells of",
                  revocations(whole[:start + 3]), "truncated", "R4 W9 D1", "cut hostile-length")
    head = cbor.head(cbor.BYTES, LENGTH + 1)
    yield refused("filters-length-before-end", "a length that is wrong, and an end that is too early",
                  revocations(whole[:start] + head), "wrong-length", "R4 W9 D1", "cut order")


def forgetting():
    """R9: counts of either version are compared."""
    yield then("filters-forget-one", "two of 10 November were cancelled, in values, and now one is, in "
               "filters", REFUSED, listed(51, HELD | {TENTH: 1}, opened=1, coding=ribbons))
    yield then("filters-forget-nothing", "as many as before of every day, now in filters", "adopted",
               listed(51, HELD, opened=1, coding=ribbons))


def cases():
    for part in (lookups, good, numbers, bits, forgetting):
        yield from part()
