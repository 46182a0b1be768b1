"""QR codes as pictures: modules from `qrencode`, PNG with stored blocks, the same bytes each time."""

import functools
import struct
import subprocess
import zlib

QUIET, SCALE = 4, 4
Grid = list[list[bool]]


@functools.lru_cache(maxsize=None)
def _drawn(text: str, level: str, bytes_only: bool) -> tuple[str, ...]:
    command = ["qrencode", "-t", "ASCII", "-m", str(QUIET), "-l", level, "-o", "-"]
    made = subprocess.run(command + (["-8"] if bytes_only else []), input=text.encode(),
                          capture_output=True, check=True)
    return tuple(made.stdout.decode().splitlines())


def code(text: str, level: str = "M", bytes_only: bool = False) -> Grid:
    """The modules of one code with its quiet zone, dark ones true."""
    return [[row[place] == "#" for place in range(0, len(row), 2)]
            for row in _drawn(text, level, bytes_only)]


def beside(*codes: Grid) -> Grid:
    """Several codes in one row, light where one is lower than the others."""
    height = max(map(len, codes))
    whole = [grid + [[False] * len(grid[0])] * (height - len(grid)) for grid in codes]
    return [sum((grid[line] for grid in whole), []) for line in range(height)]


def turned(grid: Grid) -> Grid:
    """A quarter turn."""
    return [list(column) for column in zip(*grid[::-1])]


def blank(side: int = 60) -> Grid:
    return [[False] * side for _ in range(side)]


def png(grid: Grid, scale: int = SCALE) -> bytes:
    """One bit a pixel, grey; what is dark is 0."""
    rows = b""
    for line in grid:
        bits = "".join(("0" if dark else "1") * scale for dark in line)
        bits += "0" * (-len(bits) % 8)
        row = bytes(int(bits[place:place + 8], 2) for place in range(0, len(bits), 8))
        rows += (b"\0" + row) * scale
    return made(len(grid[0]) * scale, len(grid) * scale, rows)


def made(width: int, height: int, rows: bytes) -> bytes:
    """A PNG of these rows, whatever size its header says."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = [(b"IHDR", header), (b"pHYs", struct.pack(">IIB", 7874, 7874, 1)),
             (b"IDAT", stored(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts)


def stored(data: bytes) -> bytes:
    """RFC 1950 with blocks that are not compressed: no version of zlib changes them."""
    blocks = b""
    for place in range(0, len(data), 65535):
        part = data[place:place + 65535]
        last = place + 65535 >= len(data)
        blocks += struct.pack("<BHH", last, len(part), len(part) ^ 0xFFFF) + part
    return b"\x78\x01" + blocks + struct.pack(">I", zlib.adler32(data))
