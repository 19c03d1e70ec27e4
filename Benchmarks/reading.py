"""Reading: uses per store and month from a whole season, beside DuckDB, polars and a count of lines."""

import copy
import shutil

from bench import AS_OF, HERE, bytes_of, heading, usage_files
from measure import Command, Failure, Ratio, in_turn, same_sums
from report import Line

# Name, options of make-season, how often the peers' throughput is aimed at.
SHAPES = [
    ("by date", ["--order", "date", "--split", "none"], 8),
    ("by store", ["--order", "store", "--split", "none"], 8),
    ("shuffled", ["--order", "shuffled", "--split", "none"], 4),
    ("by date, a file per month", ["--order", "date", "--split", "month"], 8),
]


def sums(bench, season, name="review-packet"):
    return Command(
        name, [bench.program, "usage", season, "--sums", "month", "--progress", "none"],
        output=bench.path("sums-ours.csv"))


def measure(bench):
    lines = []
    for number, (shape, options, target) in enumerate(SHAPES):
        season = bench.season(f"reading-{number}", bench.size, *options)
        heading(f"Reading, {shape}: {bench.size.usage_rows:,} rows, {bytes_of(season) / 1e6:.0f} MB")
        files = usage_files(season)
        ours = sums(bench, season)
        duckdb = Command("DuckDB", bench.peer("sums_duckdb", season, AS_OF),
                         output=bench.path("sums-duckdb.csv"))
        polars = Command("polars", bench.peer("sums_polars", season, AS_OF, "streaming"),
                         output=bench.path("sums-polars.csv"))
        floors = [
            Command("newlines, wc", [f"{HERE}/peers/newlines-wc", *files],
                    output=bench.path("newlines-wc")),
            Command("newlines, Python", bench.peer("newlines", *files),
                    output=bench.path("newlines-python"))]
        in_turn([ours, duckdb, polars, *floors], bench.runs)
        same_sums(ours.output, [duckdb.output, polars.output])
        same_newlines(floors, bench.size.usage_rows + len(files))
        floor = min(floors, key=lambda one: one.median)
        rate = lambda one: f"{bench.size.usage_rows / one.median / 1e6:.2f} M rows/s"
        what = f"reading {shape}"
        lines += [
            Line(f"{what}: throughput", rate(ours), f"{peer.name} {rate(peer)}",
                 Ratio.of(peer, ours), (">=", target)) for peer in (duckdb, polars)]
        lines += [
            Line(f"{what}: time / counting newlines", f"{ours.median:.3f} s",
                 f"{floor.name} {floor.median:.3f} s", Ratio.of(ours, floor), ("<=", 6)),
            Line(f"{what}: peak memory, MB", f"{ours.peak_mb:.0f} MB",
                 f"DuckDB {duckdb.peak_mb:.0f}, polars {polars.peak_mb:.0f} MB",
                 Ratio(ours.peak_mb), ("<=", 120))]
        shutil.rmtree(season)
    return lines + tenfold(bench)


def same_newlines(floors, expected):
    for one in floors:
        with open(one.output) as file:
            counted = int(file.read())
        if counted != expected:
            raise Failure(f"{one.name}: {counted} newlines instead of {expected}")


def tenfold(bench):
    """Ten times the rows of the same stores and days, of 600 contracts at most."""
    size = copy.copy(bench.size)
    size.rows = 1
    size.districts = min(size.districts, 600)
    ten = copy.copy(size)
    ten.rows = 10
    seasons = [bench.season("rows-1", size), bench.season("rows-10", ten)]
    heading(f"Ten times the rows: {size.usage_rows:,} and {ten.usage_rows:,} rows")
    one, tenfold = (sums(bench, season, f"review-packet, {name}")
                    for season, name in zip(seasons, ("1x", "10x")))
    in_turn([one, tenfold], bench.runs)
    for season in seasons:
        shutil.rmtree(season)
    return [
        Line("10x the rows: peak memory, 10x / 1x", f"{tenfold.peak_mb:.0f} MB",
             f"1x {one.peak_mb:.0f} MB", Ratio(tenfold.peak_mb / one.peak_mb), ("<=", 1.10)),
        Line("10x the rows: time per row, 10x / 1x (linear)", f"{tenfold.median:.3f} s",
             f"1x {one.median:.3f} s", Ratio.of(tenfold, one).times(0.1), ("<=", 1)),
    ]
