"""Writes the corpus: make.py FOLDER [--only KIND,...] [--every N]

FOLDER/<kind>/<version><level>-<number>.png, and FOLDER/corpus.tsv: kind, file, version, level,
severity, text. Every picture has a generator of its own, seeded by SEED, its kind and its number,
so that a part of the corpus is the same as in the whole.
"""
import argparse
import hashlib
import multiprocessing
import pathlib
import zlib

import numpy as np

import folded_page
import kinds_of_code
import kinds_of_page
from code_symbol import PRINTED, modules, token_text
from picture import write_png

SEED = 20261121
KINDS = {**kinds_of_code.KINDS, **kinds_of_page.KINDS, "folded": folded_page.folded}
NUMBER = {"page-600": 9, "empty": 9, "page-300": 18, "folded": 54}
USUAL_NUMBER = 27
CLEAN = ["clean", "page-300", "page-600"]


def plan(kind):
    """(number, version, level, severity) of the pictures of a kind: severities evenly spread."""
    count = NUMBER.get(kind, USUAL_NUMBER)
    order = np.random.default_rng([SEED, zlib.crc32(kind.encode())]).permutation(count)
    for number in range(count):
        version, level = PRINTED[number % len(PRINTED)]
        yield number, version, level, (int(order[number]) + 0.5) / count


def make(job):
    folder, kind, number, version, level, severity = job
    rng = np.random.default_rng([SEED, zlib.crc32(kind.encode()), number])
    text = token_text(rng, version, level)
    picture = KINDS[kind](rng, severity, modules(text, level))
    name = f"{kind}/{version}{level}-{number:02}.png"
    write_png(folder / name, picture)
    expected = "" if kind == "empty" else text
    return kind, name, version, level, f"{severity:.3f}", expected


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--only", default=",".join(KINDS))
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args()
    jobs = []
    for kind in given.only.split(","):
        (given.folder / kind).mkdir(parents=True, exist_ok=True)
        jobs += [(given.folder, kind, *planned) for planned in plan(kind)][::given.every]
    with multiprocessing.Pool(2) as pool, open(given.folder / "corpus.tsv", "w") as table:
        for row in pool.imap(make, jobs):
            table.write("\t".join(map(str, row)) + "\n")
    digest = hashlib.sha256()
    for path in sorted(given.folder.glob("*/*.png")):
        digest.update(path.read_bytes())
    print(f"{len(jobs)} pictures, SHA-256 of all in order of names: {digest.hexdigest()}")


if __name__ == "__main__":
    main()
