"""`python3 -m VectorMaker [--check]`, run in Vectors/."""

import sys

from . import everything, writing


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--check"]):
        print("usage: python3 -m VectorMaker [--check]", file=sys.stderr)
        return 64
    wanted = everything.files()
    if arguments:
        changed = writing.differences(wanted, everything.FOLDERS)
        for path in changed:
            print(f"would change: {path}")
        return 1 if changed else 0
    changed = writing.write(wanted, everything.FOLDERS)
    print(f"{len(wanted)} files, {len(changed)} changed")
    return 0


sys.exit(main(sys.argv[1:]))
