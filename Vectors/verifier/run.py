"""Tries a verifier on the vectors (Vectors/README.md), this one or any other.

    python3 run.py                               the verifier in this folder
    python3 run.py --command 'CMD'               any verifier that speaks the protocol
    python3 run.py --layer cbor --layer list     these layers only
    python3 run.py --reasons --junit report.xml

Exit status: 0 nothing differs, 1 something does, 64 wrong arguments or a vector that is not as
the README has it, 70 the command does not keep to the protocol.
"""

import argparse
import dataclasses
import pathlib
import sys
import xml.etree.ElementTree as tree

import protocol
from command import Broken, Command
from expected import differences
from vectors import LAYERS, Vector, Wrong, paths, read


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What came of one case."""

    vector: Vector
    differences: list[str]
    supported: bool = True


class InProcess:
    """The verifier in this folder, asked by the same questions."""

    def ask(self, question: dict[str, object]) -> dict[str, object]:
        return protocol.answer(question)

    def close(self) -> None:
        """Nothing was started."""

    def kill(self) -> None:
        """Nothing was started."""


def tried(verifier: Command | InProcess, vectors: list[Vector], reasons: bool) -> list[Outcome]:
    """Asks all questions in order; Broken ends the run."""
    found = []
    try:
        for vector in vectors:
            answer = asked(verifier, vector)
            if answer.get("answer") == "unsupported":
                found.append(Outcome(vector, [], supported=False))
            else:
                found.append(Outcome(vector, differences(vector.expected, answer, reasons)))
        verifier.close()
    finally:
        verifier.kill()
    return found


def asked(verifier: Command | InProcess, vector: Vector) -> dict[str, object]:
    try:
        return verifier.ask(vector.question)
    except Broken as error:
        raise Broken(f"{vector.name}: {error}") from error


def report(outcomes: list[Outcome]) -> str:
    """The differences, then a line a layer, then the sum."""
    lines = []
    for one in outcomes:
        if one.differences:
            lines.append(f"{one.vector.name}: {one.vector.comment}")
            lines += [f"    {line}" for line in one.differences]
    lines += [f"unsupported: {one.vector.name}" for one in outcomes if not one.supported]
    lines.append(f"{'layer':12} {'right':>6} {'wrong':>6} {'unsupported':>12}")
    for layer in (*LAYERS, "all"):
        of_layer = [one for one in outcomes if layer in (one.vector.layer, "all")]
        if of_layer:
            wrong = sum(bool(one.differences) for one in of_layer)
            left_out = sum(not one.supported for one in of_layer)
            right = len(of_layer) - wrong - left_out
            lines.append(f"{layer:12} {right:6} {wrong:6} {left_out:12}")
    return "\n".join(lines)


def junit(outcomes: list[Outcome]) -> bytes:
    """The same for machines."""
    suite = tree.Element("testsuite", name="justificatif-vectors", tests=str(len(outcomes)),
                         failures=str(sum(bool(one.differences) for one in outcomes)),
                         skipped=str(sum(not one.supported for one in outcomes)))
    for one in outcomes:
        case = tree.SubElement(suite, "testcase", classname=one.vector.layer,
                               name=one.vector.name)
        if one.differences:
            failure = tree.SubElement(case, "failure", message=printable(one.differences[0]))
            failure.text = printable("\n".join(one.differences))
        if not one.supported:
            tree.SubElement(case, "skipped")
    return tree.tostring(suite, encoding="utf-8", xml_declaration=True)


def printable(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(one if one.isprintable() or one == "\n" else "?" for one in text)


def arguments(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Tries a verifier on the vectors.")
    parser.add_argument("--command", metavar="CMD")
    parser.add_argument("--layer", action="append", choices=LAYERS)
    parser.add_argument("--reasons", action="store_true", help="compare reasons too")
    parser.add_argument("--junit", type=pathlib.Path, metavar="FILE")
    return parser.parse_args(given)


def main(given: list[str] | None = None) -> int:
    try:
        options = arguments(given)
    except SystemExit as stop:
        return 64 if stop.code else 0
    try:
        vectors = [read(path) for path in paths(options.layer)]
        if not vectors:
            raise Wrong("no vectors there")
        verifier = Command(options.command) if options.command else InProcess()
        outcomes = tried(verifier, vectors, options.reasons)
    except Wrong as error:
        print(f"error: {error}", file=sys.stderr)
        return 64
    except Broken as error:
        print(f"error: the command: {error}", file=sys.stderr)
        return 70
    print(report(outcomes))
    if options.junit:
        options.junit.write_bytes(junit(outcomes))
    good = all(one.supported and not one.differences for one in outcomes)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
