"""Pictures by kind: our reader beside the decoders alone."""
import json
import os

from frame.shell import HERE, KEPT, progress, run

from . import Column, Table

READERS = {"ours": "ours", "zxing": "ZXing", "zbar": "zbarimg"}
#: One of so many pictures of the corpus.
EVERY = 3
COLUMNS = [Column("number", "pictures", "")] + [
    Column(f"{reader}_{what}", f"{name}{unit}", form) for reader, name in READERS.items()
    for what, unit, form in (("read", ", read", ""), ("milliseconds", ", ms", ".1f"))]
NOTE = f"""One in {EVERY} of the pictures of reading/CORPUS.md. Texts read, and the median of
processor time. ZXing and ours take file names one after the other, zbarimg is a process each."""


def tables(tools):
    title, reading = "pictures: read by kind", HERE / "reading"
    if tools.is_quick:
        return []
    if isinstance(tools.python, str):
        return [Table(title, COLUMNS, [], absent={"all": tools.python})]
    progress("pictures: building the readers")
    run(["swift", "build", "-c", "release"], reading)
    corpus = KEPT / "corpus"
    if not (corpus / "corpus.tsv").exists():
        progress("pictures: drawing them, some minutes the first time")
        corpus.mkdir(parents=True, exist_ok=True)
        run([tools.python, reading / "corpus/make.py", corpus, "--every", EVERY],
            PATH=f"{tools.python.parent}:{os.environ['PATH']}")
    progress("pictures: reading them")
    found = tools.folder / "pictures.json"
    run([tools.python, reading / "measure.py", corpus, "--readers", ",".join(READERS),
         "--json", found])
    return [Table(title, COLUMNS, json.loads(found.read_text()), NOTE)]
