"""The closed days of a revocation list in two ribbons each: the coding and its reader once more,
over the same simulated register as the benchmark, without any of its code.

    python3 ribbon.py ISSUED REVOKED

Prints the length and the SHA-256 of what it writes, and how many answers are wrong.
"""
import hashlib
import math
import struct
import sys

WIDTH = 128
FIRST_DAY = 20_684
MASK = (1 << 64) - 1


class Mixer:
    """SplitMix64."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        mixed = self.state
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9 & MASK
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB & MASK
        return mixed ^ (mixed >> 31)

    def fraction(self):
        return (self.next() >> 11) / 9_007_199_254_740_992


def share(total, weights):
    whole = sum(weights)
    parts = [int(total * weight / whole) for weight in weights]
    for place in range(total - sum(parts)):
        parts[place % len(parts)] += 1
    return parts


def register(issued, revoked):
    random = Mixer(20_261_121)
    weights = [(0.2 if (FIRST_DAY + place) % 7 in (2, 3) else 1.0) * (0.8 + 0.4 * random.fraction())
               for place in range(92)]
    volumes = share(issued, weights)
    rates = [volume * (0.5 + random.fraction()) for volume in volumes]
    for place, (volume, count) in enumerate(zip(volumes, share(revoked, rates))):
        chosen = set()
        while len(chosen) < count:
            chosen.add(random.next() % volume)
        yield place, volume, chosen


def fingerprint(day, index):
    random = Mixer(day << 40 | index)
    return struct.pack(">QQ", random.next(), random.next())


def row(day, layer, seed, proof, slots):
    """First slot, coefficients of `span` slots from there, value."""
    digest = hashlib.sha256(b"justificatif/revoked/2" + struct.pack(">IBB", day, layer, seed)
                            + proof).digest()
    span = min(WIDTH, slots)
    start = int.from_bytes(digest[16:20], "big") * (slots - span + 1) >> 32
    return start, int.from_bytes(digest[:16], "big") >> (WIDTH - span), \
        int.from_bytes(digest[20:24], "big")


def solve(rows, slots, width):
    """The columns, or nothing."""
    span = min(WIDTH, slots)
    held = [None] * slots
    for start, bits, value in rows:
        while bits:
            slot = start + span - bits.bit_length()
            bits <<= span - bits.bit_length()
            start = slot
            if held[slot] is None:
                held[slot] = bits, value
                break
            bits ^= held[slot][0]
            value ^= held[slot][1]
        else:
            if value:
                return None
    columns = []
    for column in reversed(range(width)):
        after, text = 0, 0
        for slot in reversed(range(slots)):
            bit = 0
            if held[slot] is not None:
                bits, value = held[slot]
                # The leading bit is that of the slot itself.
                others = (bits & (1 << span - 1) - 1 & after).bit_count()
                bit = (value >> column ^ others) & 1
            after = (after | bit << (span - 1)) >> 1
            text |= bit << (slots - 1 - slot)
        columns.append(text)
    return columns


def answer(columns, slots, place):
    start, bits, _ = place
    span = min(WIDTH, slots)
    value = 0
    for text in columns:
        window = text >> (slots - span - start) & ((1 << span) - 1)
        value = value << 1 | (window & bits).bit_count() & 1
    return value


def search(day, layer, width, keys):
    slots = len(keys) + len(keys) // 64
    while True:
        for seed in range(16):
            rows = []
            for proof, bit in keys:
                start, bits, value = row(day, layer, seed, proof, slots)
                rows.append((start, bits, bit if layer else value >> (32 - width)))
            columns = solve(rows, slots, width)
            if columns is not None:
                return seed, slots, columns
        slots += 1 + slots // 128


def head(major, number):
    for code, form, limit in ((24, ">BB", 1 << 8), (25, ">BH", 1 << 16), (26, ">BI", 1 << 32)):
        if number < 24:
            return bytes([major << 5 | number])
        if number < limit:
            return struct.pack(form, major << 5 | code, number)


def packed(columns, slots):
    number = 0
    for text in columns:
        number = number << slots | text
    count = (len(columns) * slots + 7) // 8
    return head(2, count) + (number << (count * 8 - len(columns) * slots)).to_bytes(count, "big")


def main():
    days, wrong = [], 0
    for place, issued, chosen in register(int(sys.argv[1]), int(sys.argv[2])):
        if not chosen:
            continue
        day, count = FIRST_DAY + place, len(chosen)
        width = min(range(32), key=lambda k: (k * count + (issued - count) / 2 ** k, k))
        proofs = [fingerprint(day, index) for index in range(issued)]
        first = search(day, 0, width, [(proofs[index], 0) for index in chosen] if width else [])
        seed, slots, columns = first
        passing = []
        for index, proof in enumerate(proofs):
            where = row(day, 0, seed, proof, slots)
            if not width or answer(columns, slots, where) == where[2] >> (32 - width):
                passing.append((proof, int(index in chosen)))
        second = search(day, 1, 1, passing)
        said = {proof for proof, _ in passing
                if answer(second[2], second[1], row(day, 1, second[0], proof, second[1])) == 1}
        wrong += len(said ^ {proofs[index] for index in chosen})
        numbers = [place, count, width, slots, seed, second[1], second[0]]
        days.append(head(4, 9) + b"".join(head(0, number) for number in numbers)
                    + packed(columns, slots) + packed(second[2], second[1]))
    text = head(4, len(days)) + b"".join(days)
    print(f"{len(text)} bytes, SHA-256 {hashlib.sha256(text).hexdigest()}, {wrong} wrong answers")


main()
