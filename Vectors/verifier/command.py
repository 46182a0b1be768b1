"""A verifier in another process, spoken to by the protocol of Vectors/README.md 3."""

import json
import os
import selectors
import shlex
import subprocess
import time

SECONDS, ANSWER_BYTES, CHUNK = 20, 64 * 1024 * 1024, 1 << 16


class Broken(Exception):
    """The command does not keep to the protocol; nothing more can be asked of it."""


class Command:
    """Started once; each question is answered before the next is asked."""

    def __init__(self, line: str, seconds: float = SECONDS) -> None:
        self.seconds, self.held = seconds, bytearray()
        try:
            self.process = subprocess.Popen(
                shlex.split(line), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        except (OSError, ValueError, IndexError) as error:
            raise Broken(f"cannot be started: {error}") from error
        for pipe in (self.process.stdin, self.process.stdout):
            os.set_blocking(pipe.fileno(), False)

    def ask(self, question: dict[str, object]) -> dict[str, object]:
        line = json.dumps(question, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n"
        found = self.exchange(line)
        try:
            answer = json.loads(found)
        except (ValueError, RecursionError) as error:
            raise Broken(f"an answer that is no JSON: {found[:80]!r}") from error
        if type(answer) is not dict or not {"answer", "verdict", "steps"} & set(answer):
            raise Broken(f"an answer that is no such object: {found[:80]!r}")
        return answer

    def exchange(self, line: bytes) -> bytes:
        """Writes a line and reads one, both at once: neither side waits for the other forever."""
        deadline, left, end = time.monotonic() + self.seconds, memoryview(line), -1
        with selectors.DefaultSelector() as ready:
            ready.register(self.process.stdin, selectors.EVENT_WRITE)
            ready.register(self.process.stdout, selectors.EVENT_READ)
            while left or end < 0:
                waiting = deadline - time.monotonic()
                if waiting <= 0:
                    raise Broken(f"no answer within {self.seconds} seconds")
                for key, _ in ready.select(waiting):
                    if key.fileobj is self.process.stdout:
                        end = self.receive()
                        continue
                    left = self.send(left)
                    if not left:
                        ready.unregister(self.process.stdin)
        if end != len(self.held) - 1:
            raise Broken("more than one line for one question")
        found, self.held = bytes(self.held), bytearray()
        return found

    def send(self, left: memoryview) -> memoryview:
        try:
            return left[os.write(self.process.stdin.fileno(), left[:CHUNK]):]
        except OSError as error:
            raise Broken("it ended before all was asked") from error

    def receive(self) -> int:
        """Where the line that is being read ends, or -1."""
        more = os.read(self.process.stdout.fileno(), CHUNK)
        if not more:
            raise Broken("it ended before all was answered")
        at = len(self.held)
        self.held += more
        if len(self.held) > ANSWER_BYTES:
            raise Broken("an answer of more than 64 MiB")
        return self.held.find(b"\n", at)

    def close(self) -> None:
        """Closes its input and waits; it has to end with status 0, and with nothing unread."""
        self.process.stdin.close()
        try:
            status = self.process.wait(self.seconds)
            surplus = self.process.stdout.read(1)
        except subprocess.TimeoutExpired as error:
            raise Broken("it does not end when its input does") from error
        finally:
            self.kill()
        if status != 0:
            raise Broken(f"it ended with status {status}")
        if surplus:
            raise Broken("more answers than questions")

    def kill(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()
