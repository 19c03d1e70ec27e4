"""What all parts of the benchmark share: sizes, seasons, and the program."""

import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
# The last day that counts in the final phase of the made-up seasons.
AS_OF = "2021-10-31"


class Size:
    """A season's districts (one contract each), stores of each, days, and rows for a day."""

    def __init__(self, districts, stores, days, rows):
        self.districts, self.stores, self.days, self.rows = districts, stores, days, rows

    @property
    def usage_rows(self):
        return self.districts * self.stores * self.days * self.rows

    def __str__(self):
        return (f"{self.districts:,} contracts of {self.stores} stores, {self.days} days, "
                f"{self.usage_rows:,} usage rows")


SIZES = {
    "S": Size(60, 25, 150, 1),
    "M": Size(600, 25, 150, 1),
    "L": Size(1_000, 60, 180, 1),
    "XL": Size(2_000, 50, 200, 5),
}


class Bench:
    def __init__(self, program, python, size, seed, runs, work):
        self.program, self.python = program, python
        self.name, self.size, self.seed, self.runs, self.work = size, SIZES[size], seed, runs, work
        # Packets are measured at M at most: a packet costs the same in a larger season.
        self.packet_size = SIZES["S" if size == "S" else "M"]
        # Five forms of XL at a time would take 20 GB.
        self.form_size = SIZES["L" if size == "XL" else size]

    def season(self, name, size, *options):
        """Makes a season, where this run has not yet made it, and gives its folder."""
        folder = os.path.join(self.work, name)
        if not os.path.exists(folder):
            subprocess.run(
                [sys.executable, f"{HERE}/make-season", folder, "--districts",
                 str(size.districts), "--stores", str(size.stores), "--days", str(size.days),
                 "--rows", str(size.rows), "--seed", str(self.seed), *options], check=True)
        return folder

    def path(self, name):
        return os.path.join(self.work, name)

    def peer(self, name, *arguments):
        return [self.python, f"{HERE}/peers/{name}.py", *arguments]


def usage_files(season):
    folder = os.path.join(season, "usage")
    return sorted(os.path.join(folder, name) for name in os.listdir(folder))


def bytes_of(season):
    return sum(os.path.getsize(path) for path in usage_files(season))


def heading(text):
    print(f"\n{text}", flush=True)
