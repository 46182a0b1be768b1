"""The registry of claims, and the parts of Spec/ that are made from it (see scripts/claims)."""

import csv
import dataclasses
import json
import pathlib
import re

KINDS = {"name", "recipient", "birth-date", "choice", "code", "number", "data-age", "day",
         "day-or-none", "month", "true-only", "flag", "bracket", "tariff"}
CODES = {"[0-9]{5}|2[AB][0-9]{3}": "commune", "[0-9]{5}": "five-digits"}
FIRST_FACT = 32


@dataclasses.dataclass(frozen=True)
class Block:
    """One row of Spec/blocks.csv: labels from `first` to `last`."""

    first: int
    last: int
    subject: str
    name: str


@dataclasses.dataclass(frozen=True)
class Kind:
    """One row of Spec/kinds.csv: a justificatif that a person can ask for, and whom they turn to about it."""

    name: str
    subject: str
    block: Block
    title: tuple[str, str]
    body: tuple[str, str]
    contact: tuple[str, str]
    site: str
    other_way: tuple[str, str]


@dataclasses.dataclass(frozen=True)
class Row:
    """One row of Spec/claims.csv (Spec/token.md 4.1)."""

    label: int
    name: str
    block: int
    kind: str
    wire: str
    json: str
    requires: tuple[str, ...]
    excludes: tuple[str, ...]
    is_predicate: bool
    unit: str
    title: tuple[str, str]
    words: tuple[str, str]

    def choices(self) -> list[tuple[int, str]]:
        """The numbers of a choice and their names in JSON."""
        pairs = (pair.split("=") for pair in self.json.split())
        return [(int(number), name) for name, number in pairs]

    def range(self) -> tuple[int, int]:
        least, most = self.wire.split("..")
        return int(least), int(most)


@dataclasses.dataclass(frozen=True)
class Registry:
    """All rows, ascending."""

    rows: list[Row]
    blocks: list[Block]
    kinds: list[Kind]

    @staticmethod
    def read(spec: pathlib.Path) -> "Registry":
        blocks = [Block(int(row["block"]), int(row["last"]), row["subject"], row["name"])
                  for row in table(spec / "blocks.csv")]
        rows = [Row(
            int(row["label"]), row["name"], int(row["block"]), row["kind"], row["wire"],
            row["json"], tuple(row["requires"].split()), tuple(row["excludes"].split()),
            row["source"] == "computed", row["unit"], (row["title_fr"], row["title_en"]),
            (row["words_fr"], row["words_en"]),
        ) for row in table(spec / "claims.csv")]
        starts = {block.first: block for block in blocks}
        kinds = []
        for row in table(spec / "kinds.csv"):
            need(all(row.values()) and max(map(len, row.values())) <= 80, row["kind"], "1 to 80 characters each")
            need(int(row["block"]) in starts, row["kind"], "block")
            pairs = ((row[f"{name}_fr"], row[f"{name}_en"]) for name in ("title", "body", "contact", "other_way"))
            title, body, contact, other_way = pairs
            block = starts[int(row["block"])]
            kinds.append(Kind(row["kind"], row["subject"], block, title, body, contact, row["site"], other_way))
        registry = Registry(rows, blocks, kinds)
        for row in rows:
            registry.check(row)
        labels = [row.label for row in rows]
        need(labels == sorted(set(labels)), "claims.csv", "labels ascend, each once")
        return registry

    def check(self, row: Row) -> None:
        """Stops at a row that no reader could use."""
        names = {other.name: other for other in self.rows}
        need(row.kind in KINDS, row.name, "kind")
        need(all(row.title), row.name, "title_fr and title_en")
        need(all(name in names for name in row.requires + row.excludes), row.name,
             "requires and excludes name claims")
        need(all(row.name in names[name].excludes for name in row.excludes), row.name,
             "excludes goes both ways")
        block = next((block for block in self.blocks if block.first == row.block), None)
        need(row.block == 0 and row.label < FIRST_FACT
             or block is not None and block.first <= row.label <= block.last, row.name, "block")
        need((row.kind == "number") == bool(row.unit), row.name, "unit, of a number only")
        for words in row.words:
            if row.kind == "choice":
                need(len(words.split("|")) == len(row.choices()), row.name, "a word a choice")
            elif words:
                need(row.kind == "number" and words.count("{}") == 1, row.name, "words")

    def of(self, block: int) -> list[Row]:
        return [row for row in self.rows if row.block == block]


def table(path: pathlib.Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", quoting=csv.QUOTE_NONE))


def need(holds: bool, where: str, what: str) -> None:
    if not holds:
        raise SystemExit(f"{where}: {what}")


def between(text: str, begin: str, end: str, made: str) -> str:
    """The text with what is between two marks replaced."""
    before, rest = text.split(begin)
    return before + begin + made + end + rest.split(end, 1)[1]


def cddl(source: str, registry: Registry) -> str:
    """Spec/token.cddl with its map of claims."""
    lines = ["  ; Block 0: identity and context"] + [cddl_line(row) for row in registry.of(0)]
    for block in registry.blocks:
        lines.append(f"  ; Block {block.first}: {block.subject}")
        lines += [cddl_line(row) for row in registry.of(block.first)]
    return between(source, "claims = {\n", "}\n; A later version", "\n".join(lines) + "\n")


def cddl_line(row: Row) -> str:
    remark = {
        "choice": ": " + ", ".join(name for _, name in row.choices()) if row.kind == "choice" else "",
        "data-age": ": days before iat", "day-or-none": ", 0: none is known",
    }.get(row.kind, "")
    return f"  ? {row.label}: {cddl_type(row)},".ljust(31) + f"; {row.name}{remark}"


def cddl_type(row: Row) -> str:
    if row.kind == "number":
        return {"0..999999999999": "amount", "25..9999": "parts"}.get(row.wire, row.wire)
    if row.kind == "choice":
        return " / ".join(str(number) for number, _ in row.choices())
    if row.kind == "code":
        return CODES[row.wire]
    return {"data-age": row.wire, "day-or-none": "day", "true-only": "true",
            "flag": "bool"}.get(row.kind, row.kind)


def schema(source: str, registry: Registry) -> str:
    """Spec/verdict.schema.json with the properties of claims and what they require."""
    head, rest = source.split('    "claims": {\n      "type": "object"')
    properties = ",\n".join(f'        "{row.name}": {schema_of(row)}' for row in registry.rows)
    needs = ",\n".join(f'        "{row.name}": {json.dumps(row.requires)}'
                       for row in registry.rows if row.requires)
    rest = between(rest, '      "properties": {\n', "\n      },\n", properties)
    tail = '      "dependentRequired": {\n'
    before, after = rest.split(tail, 1)
    after = after.split("\n      }\n", 1)[1]
    return (head + '    "claims": {\n      "type": "object"' + before + tail + needs
            + "\n      }\n" + after)


def schema_of(row: Row) -> str:
    if row.kind == "number":
        least, most = row.range()
        return f'{{"type": "integer", "minimum": {least}, "maximum": {most}}}'
    if row.kind == "choice":
        return json.dumps({"enum": [name for _, name in row.choices()]})
    if row.kind == "code":
        return f'{{"type": "string", "pattern": "^({row.wire})$"}}'
    return SCHEMAS[row.kind]


def pair(first: str, second: str) -> str:
    return (f'{{\n          "type": "array",\n          "prefixItems": [\n            {first},\n'
            f'            {second}\n          ],\n          "items": false,\n'
            '          "minItems": 2\n        }')


SCHEMAS = {
    "name": '{"$ref": "#/$defs/name"}', "birth-date": '{"$ref": "#/$defs/birth-date"}',
    "recipient": '{"type": "string", "minLength": 1, "maxLength": 100}',
    "data-age": '{"$ref": "#/$defs/day"}', "day": '{"$ref": "#/$defs/day"}',
    "month": '{"$ref": "#/$defs/month"}', "true-only": '{"const": true}',
    "day-or-none": '{"anyOf": [{"const": "none"}, {"$ref": "#/$defs/day"}]}',
    "flag": '{"type": "boolean"}',
    "bracket": pair('{"type": "integer", "minimum": 0, "maximum": 99999}',
                    '{"anyOf": [{"type": "integer", "minimum": 1, "maximum": 100000}, '
                    '{"type": "null"}]}'),
    "tariff": pair('{"type": "string", "pattern": "^[a-z0-9-][a-z0-9.-]{0,31}$"}',
                   '{"type": "integer", "minimum": 1, "maximum": 99}'),
}


def page(source: str, registry: Registry) -> str:
    """Spec/token.md with its table of blocks."""
    lines = ["| block | labels | subject | name in a trust draft |", "|---|---|---|---|",
             "| 0 | 0 to 31 | identity and context; every issuer may state them | - |"]
    lines += [f"| {block.first} | {block.first} to {block.last} | {block.subject} | `{block.name}` |"
              for block in registry.blocks]
    lines.append(f"| - | {registry.blocks[-1].last + 1} to 255 | reserved | - |")
    begin, end = "<!-- blocks: written by scripts/claims -->\n\n", "\n<!-- end of blocks -->"
    return between(source, begin, end, "\n".join(lines) + "\n")


def camel(name: str) -> str:
    """The name of a Swift case: `birth_place_cog` is `birthPlaceCOG`."""
    first, *others = re.split("[_ ]", name)
    acronyms = {"cog", "acr"}
    return first + "".join(part.upper() if part in acronyms else part.capitalize()
                           for part in others)
