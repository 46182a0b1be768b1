#!/usr/bin/env python3
"""Makes the first corpus of every target from Vectors/ and Tests/Samples/: seeds.py FOLDER

Nothing of it is kept in the repository, so that it is never older than the vectors.
"""
import base64
import hashlib
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
VECTORS = ROOT / "Vectors"
# Larger inputs teach the fuzzer nothing that small ones do not, and each try costs more.
LARGEST = 16_384

LISTS = ("trust", "roots", "revocations", "adoption", "cose", "cbor")
SPOOL = [
    b"SCAN0001.pdf", b".hidden", b"Thumbs.db", b"~$a.doc", b"a.part", b"\xff\xfe", b"l\xc3\xa9a.png",
    b"1793577600000-0001", b"1793577600000-0001.a1.SCAN0001.pdf", b".tmp-1793577600000-0001",
    b"SCAN0001.pdf.1793577600000-0001.json", b".old-1793577600000-0001", b"x" * 255, b"%2Ea~",
]
ANSWERS = [
    b"\0\0", b"\1\0", b"\5\0", b"\0\1\0\4JF1:", b"\0\2\0\1a\0\2\xc3\xa9", b"\0\0" * 16 + b"\5\0",
    b"\0\1\0\1a\0\0\3\0",
]
PAGES = [b"P5\n2480 3508\n255\n", b"P5 1 1 255 ", b"P5\n20000 20001\n255\n", b"P6\n1 1\n255\n"]
# Count, width and parameter, then bits (Spec/lists.md 4.4).
RICE = [b"\0\1\7\0\0", b"\0\3\7\4\x12\x34\x56", b"\0\1\x37\x1c\xff\xff\xff\xff\xff"]


def parts(file: pathlib.Path) -> tuple[dict[str, str], bytes]:
    """The header lines, the last of each name, and the payload."""
    head, _, payload = file.read_bytes().partition(b"\n\n")
    lines = head.decode("utf-8", "replace").split("\n")
    return dict(line.split(": ", 1) for line in lines if ": " in line), payload


def token(text: bytes) -> bytes | None:
    """The bytes of a text that begins with JF1:, whatever else is wrong with it."""
    body = text.strip()[4:]
    if text.strip()[:4].upper() != b"JF1:":
        return None
    try:
        return base64.b32decode(body.upper() + b"=" * (-len(body) % 8))
    except ValueError:
        return None


def inner(message: bytes) -> list[bytes]:
    """Byte strings of some length inside a message: payloads, found by their heads alone."""
    found = []
    for place, byte in enumerate(message[:64]):
        if byte == 0x58 and len(message) > place + 1:
            found.append(message[place + 2:place + 2 + message[place + 1]])
        if byte == 0x59 and len(message) > place + 2:
            length = int.from_bytes(message[place + 1:place + 3], "big")
            found.append(message[place + 3:place + 3 + length])
    return [part for part in found if len(part) > 16]


def targets_of(content: bytes, text_too: bool) -> list[tuple[str, bytes]]:
    """Where one payload or file is worth trying."""
    if content.startswith(b"\x89PNG"):
        return [("png", content)]
    if content.startswith(b"\xff\xd8\xff"):
        return [("jpeg", content)]
    seeds = []
    if text_too:
        seeds += [("text", content), ("wedge", content), ("inside", content)]
        seeds += [("text", content[4:])] if content[:4].upper() == b"JF1:" else []
    decoded = token(content)
    if decoded is not None:
        seeds += [(name, decoded) for name in ("token", "cose", "cbor")]
        seeds += [("cbor", part) for part in inner(decoded)]
    elif content[:1] and content[0] >> 5 == 4:
        seeds += [(name, content) for name in LISTS]
        seeds += [("cbor", part) for part in inner(content)]
    if content.lstrip()[:1] == b"{":
        seeds += [(name, content) for name in ("claims", "answers", "source")]
    return seeds


def of_vectors() -> list[tuple[str, bytes]]:
    seeds = []
    for file in sorted(VECTORS.rglob("*.vec")):
        header, payload = parts(file)
        seeds += targets_of(payload, text_too=True)
        if "claims" in header:
            seeds.append(("claims", header["claims"].encode()))
        if header.get("kind") == "coding":
            numbers = [int(header[key]) for key in ("count", "width", "parameter")]
            head = numbers[0].to_bytes(8, "big")[-2:] + bytes([(numbers[1] - 1) & 255])
            bits = bytes([numbers[2] & 255]) + bytes.fromhex(header.get("bits", ""))
            seeds.append(("rice", head + bits))
    for folder in ("material", "practice"):
        for file in sorted((VECTORS / folder).glob("*")):
            if file.is_file():
                seeds += targets_of(file.read_bytes(), text_too=file.suffix == ".txt")
    return seeds


def made(*command: str) -> bytes:
    return subprocess.run(command, check=True, capture_output=True).stdout


def of_pictures() -> list[tuple[str, bytes]]:
    """Small pictures of every kind that the decoders tell apart."""
    source = ("convert", "-size", "24x16", "gradient:black-white")
    png = [
        made(*source, *options, "png:-")
        for options in (
            [], ["-type", "Palette"], ["-type", "TrueColorAlpha"], ["-depth", "16"],
            ["-monochrome"], ["-interlace", "PNG"], ["-transparent", "white"])
    ]
    jpeg = [
        made(*source, *options, "jpeg:-")
        for options in (
            [], ["-interlace", "JPEG"], ["-colorspace", "CMYK"], ["-colorspace", "Gray"],
            ["-sampling-factor", "4:2:0"], ["-define", "jpeg:restart-interval=1"])
    ]
    tiff = [made(*source, "-compress", kind, "tiff:-")
            for kind in ("None", "Group4", "Fax", "LZW", "Zip", "RLE", "JPEG")]
    tiff += [
        made(*source, *options, "tiff:-")
        for options in (
            ["-define", "tiff:tile-geometry=16x16"], ["-type", "Palette"], ["-colorspace", "CMYK"],
            ["-type", "TrueColorAlpha"], ["-type", "TrueColor", "-interlace", "plane"],
            ["-endian", "MSB"], ["-compress", "Group4", "-define", "tiff:fill-order=lsb"],
            ["-units", "PixelsPerInch", "-density", "204x98", "-compress", "Fax"],
            ["-duplicate", "2", "-compress", "Group4"])
    ]
    webp = [made(*source, "-quality", kind, "webp:-") for kind in ("20", "90")]
    webp.append(made(*source, "-define", "webp:lossless=true", "webp:-"))
    return [(kind, file) for kind, files in (("png", png), ("jpeg", jpeg), ("tiff", tiff), ("webp", webp))
            for file in files]


def of_samples() -> list[tuple[str, bytes]]:
    files = [file.read_bytes() for file in sorted((ROOT / "Tests/Samples").glob("*.json"))]
    return [(name, file) for file in files for name in ("claims", "answers")]


def archives() -> list[tuple[str, bytes]]:
    command = ("tar", "-C", str(VECTORS / "practice"), "--format=ustar", "-c")
    return [("source", made(*command, "roots.pub", "trust.cose"))]


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    seeds = of_vectors() + of_pictures() + of_samples() + archives()
    for name, fixed in (("spool", SPOOL), ("reader", ANSWERS), ("page", PAGES), ("rice", RICE)):
        seeds += [(name, content) for content in fixed]
    for name, content in seeds:
        if len(content) <= LARGEST:
            place = folder / name
            place.mkdir(parents=True, exist_ok=True)
            (place / hashlib.sha1(content).hexdigest()).write_bytes(content)


if __name__ == "__main__":
    main()
