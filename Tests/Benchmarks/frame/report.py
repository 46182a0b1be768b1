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
    """`-dirty` if files differ from it; unknown without a repository, as in an archive of the sources."""
    done = subprocess.run(
        ["git", "-C", HERE, "describe", "--always", "--dirty", "--exclude=*", "--abbrev=10"],
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
             ABOUT, "", *asked([line for table in tables for line in table.asked])]
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


def asked(lines):
    """What is asked of every part, in one table; nothing if nothing was measured of it."""
    rows = []
    for line in lines:
        met = {None: "not measured", True: "met", False: "**not met**"}[line["is_met"]]
        why = f"; {line['why']}" if line["why"] and not line["is_met"] else ""
        bound = f"≥ {line['least']:,g}" if line["most"] is None else f"≤ {line['most']:,g}"
        measured = "" if line["measured"] is None else f"{line['measured']:,.4g}"
        rounds = f"{min(line['rounds']):,.4g} to {max(line['rounds']):,.4g}" if line["rounds"] else ""
        rows.append(f"| {line['name']} | {measured} | {rounds} | {bound} | {met}{why} |")
    return ["## What is asked", "", "| | measured | its rounds | asked | |", "|---|---|---|---|---|",
            *rows] if rows else []


def markdown(table):
    lines = [f"## {table.title}", ""]
    if table.note:
        lines += [table.note, ""]
    headings = [column.heading for column in table.columns] or [""]
    lines += ["| | " + " | ".join(headings) + " |", "|---" * (len(headings) + 1) + "|"]
    for row in table.rows:
        lines.append(f"| {row['name']} | " + " | ".join(
            cell(row, column) for column in table.columns) + " |")
    more = " |" * (len(headings) - 1)
    lines += [f"| {who} | absent: {plain(why)} |{more}" for who, why in table.absent.items()]
    return lines


def plain(why):
    """What a program said, as one cell of a table."""
    return " ".join(why.replace("|", "/").split())


def cell(row, column):
    value = row.get(column.key)
    return "" if value is None else format(value, column.form)
