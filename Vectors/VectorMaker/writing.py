"""The form of a `.vec` file (Vectors/README.md section 1), and bringing a folder up to date."""

import pathlib
from dataclasses import dataclass, field

FOLDER = pathlib.Path(__file__).resolve().parents[1]
LAYERS = ("text", "cbor", "cose", "key", "signature", "claims", "time", "scope", "revocation",
          "list", "clock", "scan", "picture")
LONGEST_ROW = 65536


@dataclass
class Vector:
    """One scenario. `lines` follow the first four header lines in their order."""

    name: str
    kind: str
    comment: str
    flags: str
    rules: str
    lines: list[tuple[str, str]]
    positive: bool
    payload: bytes = b""
    run: tuple[int, int, int] | None = field(default=None)

    @property
    def layer(self) -> str:
        return self.name.split("_")[0]

    @property
    def path(self) -> str:
        return f"{self.layer}/{self.name}.vec"

    @property
    def file(self) -> bytes:
        stored, run = shortened(self.payload)
        lines = [("kind", self.kind), ("comment", self.comment), ("flags", self.flags),
                 ("rules", self.rules)]
        if run is not None:
            lines.append(("run", f"{run[0]} {run[1]:02x} {run[2]}"))
        lines += self.lines
        for key, value in lines:
            assert "\n" not in value, (self.name, key)
        return "".join(f"{key}: {value}\n" for key, value in lines).encode() + b"\n" + stored


def shortened(payload: bytes) -> tuple[bytes, tuple[int, int, int] | None]:
    """The payload without its one very long row of equal bytes, and where that row stands."""
    for value in (0, 0x2E):
        row = bytes([value]) * LONGEST_ROW
        start = payload.find(row)
        if start >= 0:
            end = len(payload) - len(payload[start:].lstrip(bytes([value])))
            return payload[:start] + payload[end:], (start, value, end - start)
    return payload, None


def differences(wanted: dict[str, bytes], folders: list[str]) -> list[str]:
    """Paths that writing would change, and files in the folders that nothing makes."""
    changed = [path for path, content in wanted.items() if content_of(path) != content]
    there = (file for folder in folders for file in (FOLDER / folder).glob("*") if file.is_file())
    return changed + stale(wanted, there)


def stale(wanted: dict[str, bytes], there) -> list[str]:
    names = (str(file.relative_to(FOLDER)) for file in there)
    return [name for name in names if name not in wanted]


def content_of(path: str) -> bytes | None:
    file = FOLDER / path
    return file.read_bytes() if file.is_file() else None


def write(wanted: dict[str, bytes], folders: list[str]) -> list[str]:
    """Brings every file up to date; gives back what changed."""
    changed = differences(wanted, folders)
    for path in changed:
        file = FOLDER / path
        if path not in wanted:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(wanted[path])
    return changed
