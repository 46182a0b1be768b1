"""READERS.md: one run of measure.py as Markdown, written by its --results."""
import pathlib
import subprocess

NAMES = {"ours": "ours", "zxing3": "zxing-cpp", "zbar": "zbarimg", "wechat": "WeChat",
         "zxing": "ZXing of Debian", "zxing-qr": "the same, QR only", "inflate": "inflate"}
CLEAN = ["clean", "page-300", "page-600"]


def version(command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def versions(readers, python):
    package = "import importlib.metadata as m; print(m.version('{}'))"
    asked = {
        "zxing3": ("zxing-cpp", [python, "-c", package.format("zxing-cpp")]),
        "zbar": ("zbarimg", ["zbarimg", "--version"]),
        "wechat": ("WeChat without its models of OpenCV",
                   [python, "-c", package.format("opencv-contrib-python-headless")]),
    }
    return ", ".join(f"{asked[reader][0]} {version(asked[reader][1])}"
                     for reader in readers if reader in asked)


def row_of(row, readers):
    # What is read on an empty page is a wrong text.
    read = [f"{row[f'{reader}_read']}, {row[f'{reader}_milliseconds']:,.0f} ms" for reader in readers]
    return f"| {row['name']} | {row['number']} | {' | '.join(read)} |"


def total(title, rows, readers):
    number = sum(row["number"] for row in rows)
    if not number:
        return []
    read = [sum(row[f"{reader}_read"] for row in rows) for reader in readers]
    cells = " | ".join(f"**{count}**, {count / number:.1%}" for count in read)
    return [f"| **{title}** | {number} | {cells} |"]


def behind(rows, readers):
    """Kinds in which another reader read more than ours, in words."""
    others = [reader for reader in readers if reader != "ours"]
    found = []
    for row in rows:
        best = max(others, key=lambda reader: row[f"{reader}_read"])
        if row[f"{best}_read"] > row["ours_read"]:
            found.append(f"{row['name']} ({row['ours_read']}, {NAMES[best]} {row[f'{best}_read']})")
    return ", ".join(found) or "none"


def markdown(rows, missed, load, given):
    readers = given.readers.split(",")
    coded = [row for row in rows if row["name"] != "empty"]
    wrong = {reader: sum(row[f"{reader}_wrong"] for row in rows) for reader in readers}
    by_others = [f"- `{pathlib.Path(path).parent.name}/{pathlib.Path(path).name}`, severity "
                 f"{severity}: {', '.join(NAMES[reader] for reader in others)}"
                 for path, severity, others in missed if others]
    return "\n".join([
        "# What readers read in one run", "",
        f"Written by `./measure.py CORPUS --readers {given.readers} --python PYTHON",
        "--answers FILE --results READERS.md`.", "",
        f"{sum(row['number'] for row in rows)} of the 657 pictures of `CORPUS.md`: {len(rows)} of the 25 "
        f"kinds, {'all' if given.every == 1 else f'one in {given.every}'} of each.",
        f"{versions(readers, given.python)}.",
        f"Load of the machine {load:.0f} at the end. Texts read, and the median of processor time; that of",
        "zbarimg is of a whole process.", "",
        f"| kind | of | {' | '.join(NAMES[reader] for reader in readers)} |",
        "|---|---" + "|---" * len(readers) + "|",
        *(row_of(row, readers) for row in rows),
        *total("clean kinds", [row for row in coded if row["name"] in CLEAN], readers),
        *total("degraded kinds", [row for row in coded if row["name"] not in CLEAN], readers), "",
        "Wrong texts: " + ", ".join(f"{NAMES[name]} {count}" for name, count in wrong.items()) + ".",
        f"Kinds in which another reads more than ours: {behind(coded, readers)}.",
        f"Ours missed {len(missed)}, of which another reads {len(by_others)}"
        + (":" if by_others else "."), *([""] if by_others else []), *by_others, ""])
