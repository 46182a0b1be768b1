"""The texts of the QR codes of pictures and documents (Spec/verdicts.md 2.1, Spec/reading.md).

Other programs look: zbarimg (zbar-tools), and pdftoppm (poppler-utils) for documents. Nothing
confines them, as Spec/reader.md would have it.
"""

import pathlib
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as tree
from base64 import b64decode

from .faults import Fault, need

PNG, JPEG, PDF = b"\x89PNG", b"\xff\xd8\xff", b"%PDF-"
SIDE, PIXELS, PAGES, PAGE_SIDE = 20000, 40000000, 16, 3508
SECONDS, ANSWER_BYTES = 15, 1 << 20
NO_CODE = 4


class Unsupported(Exception):
    """Pictures where there is no zbarimg, and files too large to get a verdict."""


def texts(data: bytes) -> list[str]:
    """The texts in a picture or document; Fault is why it is not looked at."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if not data.startswith((PNG, JPEG)):
            return [text for page in pages(data, folder) for text in looked(page)]
        width, height = jpeg_size(data) if data.startswith(JPEG) else png_size(data)
        need(0 < width <= SIDE and 0 < height <= SIDE, "too-large")
        need(width * height <= PIXELS, "too-large")
        path = folder / ("picture.jpg" if data.startswith(JPEG) else "picture.png")
        path.write_bytes(data)
        return looked(path)


def png_size(data: bytes) -> tuple[int, int]:
    need(len(data) >= 24 and data[12:16] == b"IHDR", "damaged")
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def jpeg_size(data: bytes) -> tuple[int, int]:
    """From the first frame header (ISO/IEC 10918-1 B.2.2)."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xff:
        marker, length = data[at + 1], int.from_bytes(data[at + 2:at + 4], "big")
        if 0xc0 <= marker <= 0xcf and marker not in (0xc4, 0xc8, 0xcc):
            return (int.from_bytes(data[at + 7:at + 9], "big"),
                    int.from_bytes(data[at + 5:at + 7], "big"))
        at += 2 + length
    raise Fault("damaged")


def pages(data: bytes, folder: pathlib.Path) -> list[pathlib.Path]:
    """The pages of a document as pictures (reading.md 2)."""
    program = shutil.which("pdftoppm")
    need(program, "pdf-disabled")
    document = folder / "document.pdf"
    document.write_bytes(data)
    done = run([program, "-gray", "-png", "-l", str(PAGES + 1), "-scale-to", str(PAGE_SIDE),
                document, folder / "page"])
    found = sorted(folder.glob("page*.png"))
    need(len(found) <= PAGES, "too-many-pages")
    need(done.returncode == 0 and found, "damaged")
    return found


def looked(path: pathlib.Path) -> list[str]:
    """The texts that zbarimg finds in one picture."""
    program = shutil.which("zbarimg")
    if program is None:
        raise Unsupported
    done = run([program, "--quiet", "--nodbus", "--xml", "-Sdisable", "-Sqrcode.enable", path])
    if done.returncode == NO_CODE:
        return []
    need(done.returncode == 0 and len(done.stdout) <= ANSWER_BYTES, "damaged")
    return [symbol(one) for one in tree.fromstring(done.stdout).iter()
            if one.tag.endswith("}data")]


def run(command: list[object]) -> subprocess.CompletedProcess:
    return subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)


def symbol(element: tree.Element) -> str:
    """The text of one code, which zbarimg writes as text or in base64."""
    written = element.text or ""
    if element.get("format") == "base64":
        return b64decode(written).decode("utf-8", errors="replace")
    return written
