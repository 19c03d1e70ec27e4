"""What was seen, as a table on the terminal and as Markdown."""

import os
import platform
import subprocess


class Line:
    """One measurement: ours and the peer's as texts, their ratio, and what is aimed at."""

    def __init__(self, what, ours, peer, ratio, target=None):
        self.what, self.ours, self.peer, self.ratio = what, ours, peer, ratio
        # A target is «at least» or «at most» with a number; None where nothing is aimed at.
        self.target = target

    @property
    def cells(self):
        target = met = ""
        if self.target:
            sign, bound = self.target
            target = f"{sign} {bound:g}"
            value = self.ratio.value
            met = "met" if (value >= bound if sign == ">=" else value <= bound) else "not met"
        return [self.what, self.ours, self.peer, str(self.ratio), target, met]


HEAD = ["what", "ours", "peer", "ratio or value (least..greatest)", "target", ""]


def table(lines):
    rows = [HEAD] + [line.cells for line in lines]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows)


def markdown(lines, facts, meter, settings):
    rows = [HEAD, ["---"] * len(HEAD)] + [line.cells for line in lines]
    parts = ["# Results", "", f"Written by `{settings}`; what each line means is told in "
             "[performance](../docs/performance.md).", ""]
    parts += [f"- {name}: {value}" for name, value in facts]
    parts += [""] + ["| " + " | ".join(row) + " |" for row in rows]
    parts += ["", "## What each part costs", "", "`review-packet meter`, processor time of one "
              "thread:", "", "```", meter.rstrip(), "```"]
    return "\n".join(parts) + "\n"


def machine(program, python, sizes):
    """The machine, the program and the peers."""
    def first(path, key, after=":"):
        with open(path) as file:
            for line in file:
                if line.startswith(key):
                    return line.split(after, 1)[1].strip().strip('"')
        return "unknown"

    memory = int(first("/proc/meminfo", "MemTotal").split()[0]) / 1048576
    peers = subprocess.run(
        [python, "-c", "import sys; from importlib.metadata import version\n"
         "print(', '.join(f'{name} {version(name)}' for name in sys.argv[1:]), end='')",
         "duckdb", "polars", "minijinja", "pandas", "Jinja2"],
        check=True, capture_output=True, text=True).stdout
    version = subprocess.run(
        [program, "--version"], capture_output=True, text=True).stdout.strip() or "unknown"
    return [
        ("processor", f"{first('/proc/cpuinfo', 'model name')}, {os.cpu_count()} cores"),
        ("memory", f"{memory:.0f} GiB"),
        ("system", f"{first('/etc/os-release', 'PRETTY_NAME', '=')}, Linux {platform.release()}"),
        ("review-packet", version),
        ("peers", f"Python {platform.python_version()}, {peers}"),
        ("size", sizes),
    ]
