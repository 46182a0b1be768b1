"""Pictures by kind: our reader beside the decoders alone."""
import json

from frame.contestants import EVERY
from frame.shell import HERE, run

from . import Column, Table

READERS = {"ours": "ours", "zxing": "ZXing", "zbar": "zbarimg"}
COLUMNS = [Column("number", "pictures", "")] + [
    Column(f"{reader}_{what}", f"{name}{unit}", form) for reader, name in READERS.items()
    for what, unit, form in (("read", ", read", ""), ("milliseconds", ", ms", ".1f"))]
NOTE = f"""One in {EVERY} of the pictures of reading/CORPUS.md. Texts read, and the median of
processor time. ZXing and ours take file names one after the other, zbarimg is a process each."""


def tables(tools):
    title = "pictures: read by kind"
    if isinstance(tools.corpus, str):
        return [Table(title, COLUMNS, [], absent={"all": tools.corpus})]
    found = tools.folder / "pictures.json"
    run([tools.python, HERE / "reading/measure.py", tools.corpus, "--readers", ",".join(READERS),
         "--json", found])
    return [Table(title, COLUMNS, json.loads(found.read_text()), NOTE)]
