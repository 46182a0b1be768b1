"""Whether verifiers agree on justificatifs and lists that chance makes, good and damaged.

    python3 agreement.py --programs ../.build/release --count 10000

asks `--count` questions of each of four kinds (Vectors/README.md 3): good and damaged tokens, good and
damaged lists. They are written by VectorMaker, which shares no code with any verifier. All that the
verifiers of Swift, Python and JavaScript answer is compared, reasons included; not the place of a
fault, which may differ (Spec/verdicts.md 2). Exit status: 0 they agree on all, 1 they do not.
"""

import argparse
import collections
import json
import pathlib
import re
import shlex
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "verifier"))

from VectorMaker.asking import Asking, Question
from command import Command

KINDS = ("good_token", "damaged_token", "good_list", "damaged_list")
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


class Comparison:
    """Asks verifiers the same, by their command lines, and counts what the first one answers."""

    def __init__(self, lines: dict[str, str]) -> None:
        self.asked = {name: Command(line, seconds=60) for name, line in lines.items()}
        self.counts = {kind: collections.Counter() for kind in KINDS}

    def differences(self, count: int, seed: int) -> Iterator[str]:
        """So many questions of each kind, and what they do not agree on."""
        with ThreadPoolExecutor(len(self.asked)) as threads:
            for number in range(count):
                for kind in KINDS:
                    name = f"{seed} {number} {kind}"
                    question = getattr(Asking(name), kind)()
                    answers = list(threads.map(lambda one: one.ask(question), self.asked.values()))
                    self.counts[kind].update(summary(answers[0]))
                    told = dict(zip(self.asked, map(comparable, answers)))
                    if len(set(told.values())) > 1:
                        answered = json.dumps(told, ensure_ascii=False, indent=4)
                        yield f"{name}: {json.dumps(question)}\n{answered}"
        for one in self.asked.values():
            one.close()


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
