"""Tables on screen, as Markdown and as JSON."""
import dataclasses
import datetime
import json
import os
import platform
import subprocess

from .shell import HERE, progress

ABOUT = """Processor time, user and system, unless a table says otherwise; medians. The ratio is the
first row's time over this row's."""


def machine(rounds):
    return {
        "date": datetime.datetime.now().isoformat(timespec="seconds"), "rounds": rounds,
        "commit": commit(),
        "processor": processor(), "cores": os.cpu_count(),
        "system": platform.platform(), "load_before": round(os.getloadavg()[0], 2),
    }


def commit():
    """Without a repository, as in an archive of the sources, unknown."""
    done = subprocess.run(["git", "-C", HERE, "rev-parse", "--short", "HEAD"],
                          capture_output=True, text=True)
    return done.stdout.strip() or "unknown"


def processor():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def write(tables, machine, name):
    """On screen, and into results/ if there is a name."""
    machine["load_after"] = round(os.getloadavg()[0], 2)
    lines = ["# Speed beside others", "", ", ".join(f"{key} {machine[key]}" for key in machine), "",
             ABOUT]
    for table in tables:
        lines += ["", *markdown(table)]
    progress("")
    print("\n".join(lines))
    if not name:
        return
    results = HERE / "results"
    results.mkdir(exist_ok=True)
    (results / f"{name}.md").write_text("\n".join(lines) + "\n")
    (results / f"{name}.json").write_text(json.dumps(
        {"machine": machine, "tables": [dataclasses.asdict(table) for table in tables]},
        indent=1, ensure_ascii=False) + "\n")


def markdown(table):
    lines = [f"## {table.title}", ""]
    if table.note:
        lines += [table.note, ""]
    lines += ["| | " + " | ".join(column.heading for column in table.columns) + " |",
              "|---" * (len(table.columns) + 1) + "|"]
    for row in table.rows:
        lines.append(f"| {row['name']} | " + " | ".join(
            cell(row, column) for column in table.columns) + " |")
    more = " |" * (len(table.columns) - 1)
    lines += [f"| {who} | absent: {why} |{more}" for who, why in table.absent.items()]
    return lines


def cell(row, column):
    value = row.get(column.key)
    return "" if value is None else format(value, column.form)
