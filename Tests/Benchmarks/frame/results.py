"""Figures of results/bench.json by the titles of their tables and the names of their rows."""
import json

from .shell import HERE


class Results:
    def __init__(self, path=HERE / "results/bench.json"):
        content = json.loads(path.read_text())
        self.machine = content["machine"]
        self.tables = {table["title"]: table for table in content["tables"]}

    def row(self, title, name):
        return next(row for row in self.tables[title]["rows"] if row["name"] == name)

    def series(self, title, key):
        """(name, figure) of the rows that have it."""
        return [(row["name"], row[key]) for row in self.tables[title]["rows"] if key in row]
