"""The Swift that is made from the registry of claims (see scripts/claims)."""

import re

from claims_spec import CODES, Registry, Row, camel

HEAD = ("// Written by scripts/claims from {}; change that and run it.\n"
        "// swift-format-ignore-file\n\n")
FROM = HEAD.format("Spec/claims.csv and Spec/blocks.csv")
KIND = {"name": "name", "recipient": "recipient", "birth-date": "birthDate",
        "data-age": "daysBeforeIssue", "day": "day", "day-or-none": "dayOrNone", "month": "month",
        "true-only": "trueOnly", "flag": "flag", "bracket": "bracket", "tariff": "tariff"}
CODE_FORMS = {"commune": "commune", "five-digits": "fiveDigits"}


def labels(registry: Registry) -> str:
    """ClaimLabel, the labels of each block, and the blocks."""
    text = FROM + (
        "/// The number of a claim inside a justificatif (Spec/claims.csv).\n///\n"
        "/// Numbers are never reused.\n"
        "package enum ClaimLabel: UInt64, CaseIterable, Sendable {\n")
    text += "\n".join(cases(registry.of(block), 4)
                      for block in [0] + [block.first for block in registry.blocks])
    text += ("\n    /// The labels of block 0: who the holder is, and what the proof is for.\n"
             "    package enum Identity: UInt64, CaseIterable, Sendable {\n"
             + cases(registry.of(0), 8) + "    }\n")
    for block in registry.blocks:
        text += (f"\n    /// The labels of block {block.first}, {block.subject}.\n"
                 f"    package enum {title(block.subject)}: UInt64, CaseIterable, Sendable {{\n"
                 + cases(registry.of(block.first), 8) + "    }\n")
    text += "\n    /// A label that states a fact, by its subject: a switch over it leaves none out.\n"
    text += "    package enum Fact: Hashable, Sendable {\n"
    text += "".join(f"        case {camel(block.subject)}({title(block.subject)})\n"
                    for block in registry.blocks)
    text += ("    }\n\n    /// Nil for a label that states a fact.\n"
             "    package var identity: Identity? { Identity(rawValue: rawValue) }\n"
             "\n    /// Nil for identity and context.\n    package var fact: Fact? {\n")
    for block in registry.blocks:
        text += (f"        if let label = {title(block.subject)}(rawValue: rawValue) {{\n"
                 f"            return .{camel(block.subject)}(label)\n        }}\n")
    text += "        return nil\n    }\n}\n\n" + blocks(registry)
    return text


def cases(rows: list[Row], indent: int) -> str:
    return "".join(f"{' ' * indent}case {camel(row.name)} = {row.label}\n" for row in rows)


def blocks(registry: Registry) -> str:
    text = ("/// What an issuer may be entitled to sign: a range of labels of one subject.\n"
            "package enum ClaimBlock: UInt64, CaseIterable, Sendable {\n")
    text += "".join(f"    case {camel(block.subject)} = {block.first}\n" for block in registry.blocks)
    text += "\n    /// The last label of the block.\n    var last: UInt64 {\n        switch self {\n"
    text += "".join(f"        case .{camel(block.subject)}: {block.last}\n"
                    for block in registry.blocks)
    text += "        }\n    }\n\n    /// What a trust draft calls it (Spec/lists.md 2.3).\n"
    text += "    package var name: String {\n        switch self {\n"
    text += "".join(f"        case .{camel(block.subject)}: \"{block.name}\"\n"
                    for block in registry.blocks)
    return text + "        }\n    }\n}\n"


def rows(registry: Registry) -> str:
    text = FROM + ("extension ClaimRegistry {\n    /// One row a label, ascending.\n"
                   "    package static let rows: [Row] = [\n")
    for row in registry.rows:
        predicate = "true" if row.is_predicate else "false"
        text += call("Row", f'.{camel(row.name)}, "{row.name}", {kind(row)}, '
                     f"isPredicate: {predicate}, requires: {names(row.requires)}, "
                     f"excludes: {names(row.excludes)}")
    return text + "    ]\n}\n"


def kind(row: Row) -> str:
    if row.kind == "number":
        least, most = (f"{number:_}" for number in row.range())
        return f".number({least}...{most}, .{row.unit})"
    if row.kind == "choice":
        pairs = ", ".join(f'({number}, "{name}")' for number, name in row.choices())
        return f".choice([{pairs}])"
    if row.kind == "code":
        return f".code(.{CODE_FORMS[CODES[row.wire]]})"
    return f".{KIND[row.kind]}"


def names(claims: tuple[str, ...]) -> str:
    return "[" + ", ".join(f".{camel(name)}" for name in claims) + "]"


def texts(registry: Registry) -> str:
    """ClaimTexts: titles, and the words of choices and bounds."""
    text = FROM + (
        "internal import Proofs\n\nextension ClaimTexts {\n    /// One a label, in the order of "
        "`ClaimLabel.allCases`.\n    static let all: [ClaimTexts] = [\n")
    for row in registry.rows:
        text += call("ClaimTexts", f'.{camel(row.name)}, "{row.title[0]}", "{row.title[1]}", '
                     f"{words(row)}")
    return text + "    ]\n}\n"


def words(row: Row) -> str:
    if row.kind == "choice":
        pairs = zip(row.choices(), *(words.split("|") for words in row.words), strict=True)
        listed = [f'({number}, "{french}", "{english}")' for (number, _), french, english in pairs]
        return f".choices([{', '.join(listed)}])"
    if any(row.words):
        return f'.bound("{row.words[0]}", "{row.words[1]}")'
    return ".plain"


def kinds(registry: Registry) -> str:
    """JustificatifKind: names, blocks and titles."""
    text = HEAD.format("Spec/kinds.csv and Spec/blocks.csv") + (
        "package import Explaining\npackage import Proofs\n\n"
        "/// A justificatif that a person can ask for, by its command-line name.\n"
        "package enum JustificatifKind: String, CaseIterable, Sendable {\n")
    text += "".join(f'    case {camel(kind.subject)} = "{kind.name}"\n' for kind in registry.kinds)
    text += ("\n    /// The block of the labels it may state.\n"
             "    package var block: ClaimBlock {\n        switch self {\n")
    text += "".join(f"        case .{camel(kind.subject)}: .{camel(kind.block.subject)}\n" for kind in registry.kinds)
    text += ("        }\n    }\n\n    /// What it is about, as a title.\n"
             "    package var title: Wording {\n        switch self {\n")
    text += "".join(f"        case .{camel(kind.subject)}:\n            Wording{pair(kind.title, 12)}\n"
                    for kind in registry.kinds)
    return text + "        }\n    }\n}\n"


def contacts(registry: Registry) -> str:
    """SourceContact: of each kind, where the settings name none."""
    text = HEAD.format("Spec/kinds.csv") + (
        "internal import Issuing\n\nextension SourceContact {\n"
        "    /// What is shown of a kind that the settings do not name (Spec/portal.md 2).\n"
        "    static func ofKind(_ kind: JustificatifKind) -> SourceContact {\n        switch kind {\n")
    names = [camel(kind.subject) for kind in registry.kinds]
    text += "".join(f"        case .{name}: {name}\n" for name in names) + "        }\n    }\n"
    for name, kind in zip(names, registry.kinds):
        text += (f"\n    private static let {name} = SourceContact(\n"
                 f"        name: {pair(kind.body, 8)},\n        contact: {pair(kind.contact, 8)},\n"
                 f'        site: "{kind.site}",\n        otherWay: {pair(kind.other_way, 8)})\n')
    return text + "}\n"


def pair(words: tuple[str, str], indent: int) -> str:
    """French and English in brackets, each on a line of its own."""
    inner, outer = " " * (indent + 4), " " * indent
    return f'(\n{inner}"{words[0]}",\n{inner}"{words[1]}"\n{outer})'


def folding(source: str) -> str:
    text = HEAD.format("Spec/folding.csv") + (
        "/// Letters beyond A to Z and what they are compared as (Spec/token.md 4.2, N6).\n///\n"
        "/// A letter of the repertoire that is not here is compared as itself.\n"
        "enum FoldingTable {\n    /// Folded form, then every letter that has it.\n"
        "    static let rows: [(folded: String, letters: String)] = [\n")
    for line in source.splitlines()[1:]:
        folded, letters = line.split(";")
        for start in range(0, len(letters), 70):
            text += f'        ("{folded}", "{letters[start:start + 70]}"),\n'
    return text + "    ]\n}\n"


def title(subject: str) -> str:
    name = camel(subject)
    return name[0].upper() + name[1:]


def call(name: str, arguments: str) -> str:
    """A row of a table: a call of an initialiser, on lines of at most 100 columns."""
    whole = f"        {name}({arguments}),\n"
    if len(whole) <= 100:
        return whole
    lines, line = [f"        {name}("], " " * 12
    for part in re.split(r', (?=(?:[^"]*"[^"]*")*[^"]*$)', arguments):
        if line.strip() and len(line) + len(part) + 2 > 100:
            lines.append(line.rstrip())
            line = " " * 12
        line += f"{part}, "
    return "\n".join(lines + [line.rstrip(", ")]) + "),\n"
