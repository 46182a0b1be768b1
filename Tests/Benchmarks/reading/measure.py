"""Rates and milliseconds by kind: measure.py CORPUS [--every N] [--only KIND,...] [--readers ours,...]

Readers: ours; zxing, the decoder alone with its default options; zxing-qr, the same looking for QR
codes only; inflate, the PNG decoder alone; zbar, the zbarimg command, whose time is that of a whole
process; zxing3 and wechat, by --python (others.py). They read side by side; times are processor
time, medians. Needs the programs of this folder, built in release.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess
from concurrent.futures import ThreadPoolExecutor

import results

CLEAN = ["clean", "page-300", "page-600"]


def programs(folder, python):
    others = str(pathlib.Path(__file__).parent / "others.py")
    return {
        "zxing3": [python, others, "zxing3"], "wechat": [python, others, "wechat"],
        "ours": [f"{folder}/reading-ours"], "zxing": [f"{folder}/reading-zxing"],
        "zxing-qr": [f"{folder}/reading-zxing", "qr"],
        "inflate": [f"{folder}/reading-zxing", "inflate"],
    }


def read_all(command, paths):
    """(milliseconds, texts) of each path, by a program that reads names and prints lines.

    A path at which the program dies has no texts, and the program is started again after it.
    """
    answers = {}
    while len(answers) < len(paths):
        rest = [path for path in paths if path not in answers]
        printed = subprocess.run(
            command, input="".join(f"{path}\n" for path in rest), capture_output=True, text=True,
            env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
        for line in printed.stdout.splitlines():
            row = line.split("\t")
            if row[0] in rest and len(row) > 1:
                answers[row[0]] = (float(row[1]), [text for text in row[2:] if text])
        missing = next((path for path in rest if path not in answers), None)
        if missing:
            print("died:", command[0].rsplit("/", 1)[-1], *command[1:], missing)
            answers[missing] = (0.0, [])
    return answers


def read_by_zbar(paths):
    answers = {}
    for path in paths:
        process = subprocess.Popen(
            ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", path], text=True,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": "unix:"})
        with process.stdout:
            texts = process.stdout.read().split()
        # The time of this child alone: other readers end meanwhile.
        _, status, spent = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        answers[path] = ((spent.ru_utime + spent.ru_stime) * 1_000, texts)
    return answers


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only")
    parser.add_argument("--readers", default="ours,zxing,zxing-qr,inflate,zbar")
    parser.add_argument("--programs", default=pathlib.Path(__file__).parent / ".build/release")
    parser.add_argument("--python", default="python3")
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--json", type=pathlib.Path, help="file to write the table to as well")
    parser.add_argument("--answers", type=pathlib.Path, help="file to keep answers in, and go on from")
    parser.add_argument("--results", type=pathlib.Path, help="Markdown file to write the run to")
    given = parser.parse_args()

    kinds = {}
    for line in open(given.corpus / "corpus.tsv"):
        kind, name, _, _, severity, text = line.rstrip("\n").split("\t")
        kinds.setdefault(kind, []).append((str(given.corpus / name), text, severity))
    if given.only:
        kinds = {kind: kinds[kind] for kind in given.only.split(",")}
    kinds = {kind: rows[::given.every] for kind, rows in kinds.items()}
    commands = programs(given.programs, given.python)
    kept = json.loads(given.answers.read_text()) if given.answers and given.answers.exists() else {}

    def read(reader):
        answers = kept.setdefault(reader, {})
        for rows in kinds.values():
            paths = [path for path, _, _ in rows if path not in answers]
            answers |= read_by_zbar(paths) if reader == "zbar" else read_all(commands[reader], paths)
        return answers

    readers = given.readers.split(",")
    with ThreadPoolExecutor() as pool:
        answers = dict(zip(readers, pool.map(read, readers)))
    if given.answers:
        given.answers.write_text(json.dumps(kept))
    rows, missed = report(kinds, answers), missed_by_ours(kinds, answers)
    if given.json:
        given.json.write_text(json.dumps(rows))
    if given.results:
        given.results.write_text(results.markdown(rows, missed, os.getloadavg()[0], given))
    if given.missed:
        for path, severity, others in missed:
            print("missed", path, severity, *others)


def missed_by_ours(kinds, answers):
    """(path, severity, readers that read it) of each picture whose text ours did not find."""
    return [
        (path, severity, [name for name in answers if text in answers[name][path][1]])
        for rows in kinds.values() for path, text, severity in rows
        if text and "ours" in answers and text not in answers["ours"][path][1]]


def report(kinds, answers):
    print("kind".ljust(12), "number", *(reader.rjust(16) for reader in answers), "   any")
    total, table = {}, []
    for kind, rows in kinds.items():
        counted = {}
        for reader, texts in answers.items():
            read = [text in texts[path][1] for path, text, _ in rows]
            wrong = sum(any(found != text and not found.startswith("https://exemple.invalid/")
                            for found in texts[path][1]) for path, text, _ in rows)
            spent = statistics.median(texts[path][0] for path, _, _ in rows)
            counted[reader] = (read, wrong, spent)
        any_read = [any(row) for row in zip(*(row[0] for row in counted.values()))]
        cells = [f"{sum(read):4}{f' WRONG {wrong}' if wrong else ''} {spent:8.1f} ms".rjust(16)
                 for read, wrong, spent in counted.values()]
        print(kind.ljust(12), f"{len(rows):6}", *cells, f"{sum(any_read):6}")
        table.append({"name": kind, "number": len(rows)})
        for reader, (read, wrong, spent) in counted.items():
            table[-1] |= {f"{reader}_read": sum(read), f"{reader}_wrong": wrong,
                          f"{reader}_milliseconds": round(spent, 2)}
        group = "empty" if kind == "empty" else "clean" if kind in CLEAN else "degraded"
        for reader, (read, _, _) in [*counted.items(), ("any", (any_read, 0, 0))]:
            total.setdefault(group, {}).setdefault(reader, []).extend(read)
    for group, readers in total.items():
        if group != "empty":
            print(group.ljust(12), *(f"{reader} {sum(read)}/{len(read)} = {sum(read) / len(read):.1%}"
                                     for reader, read in readers.items()))
    return table


if __name__ == "__main__":
    main()
