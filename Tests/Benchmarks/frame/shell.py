"""Running programs, none of them for ever, and saying how far it is."""
import math
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
#: What is built for the benchmark alone.
KEPT = HERE / ".build"
#: Seconds that one program may take.
PATIENCE = 1_800


class Failed(Exception):
    """A program did not do what it was asked, or not in time: the row says so, others go on."""


class Whole:
    """The time that all of it may take; without an end until `end_after`."""

    def __init__(self):
        self.start, self.end = time.monotonic(), math.inf

    def end_after(self, seconds):
        self.start = time.monotonic()
        self.end = self.start + seconds

    def left(self):
        """Seconds for the next program; fails if there are none."""
        seconds = min(PATIENCE, self.end - time.monotonic())
        if seconds <= 0:
            raise Failed("the time for the whole run was up")
        return seconds

    def minutes(self):
        return (time.monotonic() - self.start) / 60


WHOLE = Whole()


def progress(text):
    """On one line, which the next text takes."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text[:99]}", end="", file=sys.stderr, flush=True)


def stage(text):
    """A line that stays, wherever standard error goes."""
    progress("")
    print(f"{WHOLE.minutes():5.1f} min  {text}", file=sys.stderr, flush=True)


def run(words, folder=None, **environment):
    """What a program prints; fails with what it says."""
    words = [str(word) for word in words]
    seconds = WHOLE.left()
    with subprocess.Popen(words, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          env={**os.environ, **environment}) as process:
        try:
            printed, complaint = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as fault:
            end(process)
            raise Failed(f"{words[0]} was ended after {seconds:.0f} s") from fault
        except BaseException:
            end(process)
            raise
    if process.returncode:
        raise Failed(f"{' '.join(words)}: {(complaint or printed).strip()[-400:]}")
    return printed


def end(process):
    """Lets it stop what it started itself."""
    process.terminate()
    try:
        process.communicate(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


def spent(words, cores=1):
    """(seconds of processor, seconds by the clock, kilobytes at most) of a process."""
    processor, clock, memory = run([KEPT / "spent", cores, *words]).split()
    return int(processor) / 1e6, int(clock) / 1e6, int(memory)
