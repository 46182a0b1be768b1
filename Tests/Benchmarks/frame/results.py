"""Figures of results/bench.json by the titles of their tables and the names of their rows."""
import json

from .shell import HERE


class Missing(Exception):
    """What a run did not measure: the table, and the row or the figure."""


class Results:
    def __init__(self, path=HERE / "results/bench.json"):
        content = json.loads(path.read_text())
        self.machine = content["machine"]
        self.tables = {}
        for table in content["tables"]:
            self.tables.setdefault(table["title"], []).extend(table["rows"])

    def figure(self, title, name, key):
        for row in self.tables.get(title, []):
            if row["name"] == name and row.get(key) is not None:
                return row[key]
        raise Missing(f"{title}: {name}, {key}")

    def series(self, title, key):
        """(name, figure) of the rows that have it."""
        return [(row["name"], row[key]) for row in self.tables.get(title, []) if key in row]
