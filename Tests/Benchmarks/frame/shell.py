"""Running programs, and saying how far it is."""
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
#: What is built for the benchmark alone.
KEPT = HERE / ".build"


def progress(text):
    if sys.stderr.isatty():
        print(f"\r\033[K{text[:99]}", end="", file=sys.stderr, flush=True)


def run(words, folder=None, **environment):
    """What a program prints; ends with what it says if it fails."""
    done = subprocess.run([str(word) for word in words], cwd=folder, text=True, capture_output=True,
                          env={**os.environ, **environment})
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}: {(done.stderr or done.stdout)[-800:]}")
    return done.stdout


def spent(words, cores=1):
    """(seconds of processor, seconds by the clock, kilobytes at most) of a process."""
    processor, clock, memory = run([KEPT / "spent", cores, *words]).split()
    return int(processor) / 1e6, int(clock) / 1e6, int(memory)
