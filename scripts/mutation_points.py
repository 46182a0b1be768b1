"""Finds the checks of a Swift file, and puts a switch at each that turns it off."""
import re
from dataclasses import dataclass

# What a guard binds instead of nothing, where its check is that there is something to bind.
FALLBACKS = {
    ("Sources/Wire/Base32.swift", "value"): "0",
    ("Sources/Wire/CBOR.swift", "magnitude"): "Int64(head.argument >> 1)",
    ("Sources/Wire/CBOR.swift", "text"): "String(decoding: bytes, as: UTF8.self)",
    ("Sources/Wire/JointlySignedMessage.swift", "part"): "parts.first",
    ("Sources/Lists/Issuer.swift", "state"): ".active",
    ("Sources/Lists/Revocations/RevocationList.swift", "key"): "source.keys.first",
    ("Sources/Lists/Adoption/Adoption+Revocations.swift", "source"):
        "trust.revocationSources.first",
    ("Sources/Proofs/Claims+Reading.swift", "number"): "255",
}
# Code that no vector reaches: what only issuers run, and the test of a scanner.
APART = re.compile(
    r"Draft|Writing|SeedSearch|CodedDay|ScannerSelfTest|Refusal\.swift|Report\.swift|ListsHealth")


@dataclass(frozen=True)
class Point:
    """Where a check stands, and what to put where; `#` is the number of the switch."""

    line: int
    text: str
    insertions: tuple[tuple[int, str], ...]


def masked(source: str) -> str:
    """The source with comments blanked and texts crossed out, so that only code is searched."""
    pattern = re.compile(r'//[^\n]*|""".*?"""|"(?:\\.|[^"\\\n])*"', re.DOTALL)
    return pattern.sub(
        lambda found: re.sub(r"[^\n]", " " if found.group()[0] == "/" else "_", found.group()),
        source)


def outside(code: str, start: int, wanted: str) -> int:
    """Where `wanted` stands next outside of all brackets."""
    depth = 0
    for place in range(start, len(code)):
        if depth == 0 and code.startswith(wanted, place):
            return place
        depth += code[place] in "([{"
        depth -= code[place] in ")]}"
    raise ValueError(f"no {wanted!r} after {start}")


def clauses(code: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts between commas, without the white space around them."""
    found, depth, begin = [], 0, start
    for place in range(start, end + 1):
        if place == end or (code[place] == "," and depth == 0):
            part = code[begin:place]
            found.append((begin + len(part) - len(part.lstrip()), begin + len(part.rstrip())))
            begin = place + 1
        elif code[place] in "([{":
            depth += 1
        elif code[place] in ")]}":
            depth -= 1
    return found


def points(path: str, source: str) -> list[Point]:
    if APART.search(path):
        return []
    code = masked(source)
    found = []

    def add(start: int, end: int, *insertions: tuple[int, str]) -> None:
        text = " ".join(source[start:end].split())
        found.append(Point(source.count("\n", 0, start) + 1, text, insertions))

    for guard in re.finditer(r"\bguard\b", code):
        end = outside(code, guard.end(), "else")
        for start, stop in clauses(code, guard.end(), end):
            binding = re.match(r"let (\w+)( =)?", code[start:stop])
            if binding and (path, binding[1]) in FALLBACKS:
                fallback = FALLBACKS[path, binding[1]]
                add(start, stop, (stop, f" ?? (Mutant.isOn(#) ? {fallback} : nil)"))
            elif not re.match(r"(let|var|case)\b", code[start:stop]):
                add(start, stop, (start, "(("), (stop, ") || Mutant.isOn(#))"))
    for test in re.finditer(r"\bif\b", code):
        brace = outside(code, test.end(), "{")
        if re.match(r"\{\s*(throw|return)\b", code[brace:]):
            stop = test.end() + len(code[test.end():brace].rstrip())
            add(test.end() + 1, stop, (stop, ", !Mutant.isOn(#)"))
    for case in re.finditer(r"\bcase ([^:{}\n]+)(?=: (throw|return nil))", code):
        # A condition speaks of one pattern only.
        ends = [case.start(1) + comma.start() for comma in re.finditer(",|$", case[1])]
        add(case.start(1), case.end(1), *[(end, " where !Mutant.isOn(#)") for end in ends])
    for rule in re.finditer(r"func finding\(on candidate: Candidate\) -> Finding\? \{", code):
        name = re.search(r"enum (\w+)", code)[1]
        found.append(Point(
            source.count("\n", 0, rule.start()) + 1, f"all of {name}",
            ((rule.end(), " Mutant.isOn(#) ? nil : { () -> Finding? in"),
             (outside(code, rule.end(), "}"), "}() "))))
    return sorted(found, key=lambda point: point.insertions[0])


def planted(source: str, wanted: list[tuple[int, Point]]) -> str:
    """The source with these switches; a file that does not know their room is made to."""
    insertions = [(place, text.replace("#", str(number)))
                  for number, point in wanted for place, text in point.insertions]
    for place, text in sorted(insertions, key=lambda insertion: insertion[0], reverse=True):
        source = source[:place] + text + source[place:]
    is_known = not wanted or re.search(r"^(package |internal )?import Wire$", source, re.MULTILINE)
    return source if is_known else "internal import Wire\n" + source
