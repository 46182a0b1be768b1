"""Whether verifiers agree on justificatifs and lists that chance makes, good and damaged.

    python3 agreement.py --programs ../.build/release --count 10000

asks `--count` questions of each of five kinds (Vectors/README.md 3): good and damaged tokens, good and
damaged lists, and who is cancelled on a closed day. They are written by VectorMaker, which shares no code with any verifier. All that the
verifiers of Swift, Python and JavaScript answer is compared, reasons included; not the place of a
fault, which may differ (Spec/verdicts.md 2). Exit status: 0 they agree on all, 1 they do not.
"""

import argparse
import collections
import json
import pathlib
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from VectorMaker.asking import Asking, Question

HERE = pathlib.Path(__file__).resolve().parent
CHUNK = 500
KINDS = ("good_token", "damaged_token", "good_list", "damaged_list", "lookup")
PLACE = re.compile(r"@\d+$")


def verifiers(programs: pathlib.Path | None) -> dict[str, str]:
    """Command lines of ours; that of Swift is in a folder of programs."""
    lines = {"python": [sys.executable, HERE / "verifier" / "protocol.py"],
             "javascript": ["node", HERE / "javascript" / "answer.mjs"]}
    if programs is not None:
        lines["swift"] = [programs / "justificatif", "vectors", "answer"]
    return {name: shlex.join(map(str, line)) for name, line in lines.items()}


def comparable(answer: dict[str, object]) -> str:
    """An answer as one text, without the place of a fault."""
    if isinstance(reason := answer.get("reason"), str):
        answer = answer | {"reason": PLACE.sub("", reason)}
    return json.dumps(answer, ensure_ascii=False, sort_keys=True)


def summary(answer: dict[str, object]) -> list[str]:
    """The verdict, or what became of the files that were offered."""
    if "steps" not in answer:
        return [answer.get("verdict", answer.get("answer"))]
    return [word for step in answer["steps"][:-2] for word in step["answers"]]


def answers(line: str, questions: list[Question]) -> list[dict[str, object]]:
    """What a verifier answers, all asked at once: none waits for another."""
    asked = "".join(json.dumps(question) + "\n" for question in questions).encode()
    done = subprocess.run(shlex.split(line), input=asked, stdout=subprocess.PIPE, check=True)
    found = [json.loads(answer) for answer in done.stdout.splitlines()]
    if len(found) != len(questions):
        raise ValueError(f"{len(found)} answers to {len(questions)} questions: {line}")
    return found


class Comparison:
    """Asks verifiers the same, by their command lines, and counts what the first one answers."""

    def __init__(self, lines: dict[str, str]) -> None:
        self.lines = lines
        self.counts = {kind: collections.Counter() for kind in KINDS}

    def differences(self, count: int, seed: int) -> Iterator[str]:
        """So many questions of each kind, and what they do not agree on."""
        for start in range(0, count, CHUNK):
            for kind in KINDS:
                names = [f"{seed} {number} {kind}" for number in range(start, min(start + CHUNK, count))]
                yield from self.differences_of(kind, names)

    def differences_of(self, kind: str, names: list[str]) -> Iterator[str]:
        questions = [getattr(Asking(name), kind)() for name in names]
        with ThreadPoolExecutor() as threads:
            answered = list(threads.map(lambda line: answers(line, questions), self.lines.values()))
        for name, question, found in zip(names, questions, zip(*answered)):
            self.counts[kind].update(summary(found[0]))
            told = dict(zip(self.lines, map(comparable, found)))
            if len(set(told.values())) > 1:
                shown = json.dumps(told, ensure_ascii=False, indent=4)
                yield f"{name}: {json.dumps(question)}\n{shown}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Compares verifiers on what chance makes.")
    parser.add_argument("--programs", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    comparison, found = Comparison(verifiers(given.programs)), 0
    for found, line in enumerate(comparison.differences(given.count, given.seed), 1):
        print(line)
    for kind, counts in comparison.counts.items():
        print(f"{given.count} {kind}: " + ", ".join(f"{word} {n}" for word, n in counts.most_common()))
    print(f"{found} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
