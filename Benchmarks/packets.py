"""Packets: `build` beside what a user would write, its two processors, its memory, and one packet."""

import csv
import os
import shutil

from bench import Size, heading
from measure import Command, Failure, Ratio, in_turn
from report import Line

PEERS = {"polars + minijinja": "packets_polars_minijinja", "pandas + Jinja2": "packets_pandas_jinja2"}


def build(bench, season, name, *options):
    out = bench.path(f"out-{name.replace(' ', '-').strip('-')}")
    return Command(
        name, [bench.program, "build", season, "--phase", "final", "--lang", "en", "--progress",
               "none", "--out", out, *options], fresh=out)


def measure(bench):
    return beside_peers(bench) + memory(bench) + one_packet(bench)


def beside_peers(bench):
    size = bench.packet_size
    season = bench.season("packets", size, "--varied")
    heading(f"Packets: {size}")
    two, one = (build(bench, season, f"--jobs {jobs}", "--jobs", str(jobs)) for jobs in (2, 1))
    peers = []
    for name, program in PEERS.items():
        out = bench.path(f"out-{program}")
        peers.append(Command(name, bench.peer(program, season, out, "2"), fresh=out))
    # The bytes of the run before, by a program that makes nothing.
    copy = bench.path("out-hash-and-write")
    least = Command(
        "hashing and writing", bench.peer("hash_and_write", two.fresh, copy, "2"),
        output=bench.path("hash-and-write.txt"), fresh=copy, tells=True)
    # These run for long, and their season was written just before: none is warmed.
    in_turn([two, one, least, *peers], min(bench.runs, 3), is_warmed=False)
    expected = results_of_packets(two.fresh)
    for peer in peers:
        if results_of_peer(peer.fresh) != expected:
            raise Failure(f"{peer.name}: completed stores or payable totals differ from figures.csv")
    written = {command: size_of(command.fresh) for command in (two, *peers)}
    rate = lambda command: f"{size.districts / command.median:.0f} packets/s"
    speed = lambda command: f"{written[command] / command.median / 1e6:.1f} MB/s"
    lines = []
    for peer, (packets, megabytes) in zip(peers, ((4, 1), (None, None))):
        ratio = Ratio.of(peer, two)
        lines += [
            Line("packets: packets per second, --jobs 2", rate(two), f"{peer.name} {rate(peer)}",
                 ratio, packets and (">=", packets)),
            Line("packets: output MB per second, --jobs 2", speed(two), f"{peer.name} {speed(peer)}",
                 ratio.times(written[two] / written[peer]), megabytes and (">=", megabytes))]
    lines += [
        Line("packets: speed of --jobs 2 / --jobs 1", rate(two), f"--jobs 1 {rate(one)}",
             Ratio.of(one, two), (">=", 1.8)),
        Line("packets: time / hashing and writing the same bytes", f"{two.median:.2f} s",
             f"{least.median:.2f} s", Ratio.of(two, least)),
        Line("packets: peak memory, MB", f"{two.peak_mb:.0f} MB",
             ", ".join(f"{peer.name} {peer.peak_mb:.0f}" for peer in peers) + " MB, one process",
             Ratio(two.peak_mb))]
    for command in (two, one, least, *peers):
        shutil.rmtree(command.fresh)
    shutil.rmtree(season)
    return lines


def results_of_packets(out):
    """Per contract: completed stores and payable total, as figures.csv of each packet says."""
    results = {}
    for folder in os.scandir(out):
        path = os.path.join(folder.path, "figures.csv")
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8-sig", newline="") as file:
            for scope, subject, figure, _, value, *_ in csv.reader(file):
                if scope == "contract" and figure in ("completed-stores", "payable-total"):
                    results.setdefault(subject, {})[figure] = int(value)
    return {name: (row["completed-stores"], row["payable-total"]) for name, row in results.items()}


def results_of_peer(out):
    with open(os.path.join(out, "results.csv"), newline="") as file:
        return {name: (int(completed), int(payable)) for name, completed, payable in csv.reader(file)}


def size_of(folder):
    return sum(os.path.getsize(os.path.join(path, name))
               for path, _, names in os.walk(folder) for name in names)


def memory(bench):
    """A hundred times the packets of equal rosters: what a season's stores take is taken off.

    That is what `usage --sums` of the larger season takes more, which makes no packet.
    """
    few, many = Size(20, 25, 150, 1), Size(200 if bench.name == "S" else 2_000, 25, 150, 1)
    heading(f"Memory of {few.districts} and {many.districts} packets")
    builds, reads = [], []
    for size in (few, many):
        season = bench.season(f"memory-{size.districts}", size)
        name = f"{size.districts} packets"
        builds.append(build(bench, season, name))
        reads.append(Command(
            f"{name}, reading alone",
            [bench.program, "usage", season, "--sums", "month", "--progress", "none"]))
    for command in builds + reads:
        command.run()
        print(f"  {command}", flush=True)
    of_stores = reads[1].peak_mb - reads[0].peak_mb
    for size, command in zip((few, many), builds):
        shutil.rmtree(command.fresh)
        shutil.rmtree(bench.path(f"memory-{size.districts}"))
    return [
        Line(f"memory: {many.districts:,} packets / {few.districts}", f"{builds[1].peak_mb:.0f} MB",
             f"{few.districts}: {builds[0].peak_mb:.0f} MB",
             Ratio(builds[1].peak_mb / builds[0].peak_mb)),
        Line("memory: the same without the stores' own", f"{builds[1].peak_mb - of_stores:.0f} MB",
             f"stores {of_stores:.0f} MB",
             Ratio((builds[1].peak_mb - of_stores) / builds[0].peak_mb), ("<=", 1.5))]


def one_packet(bench):
    season = bench.season("one", Size(1, 30, 150, 1))
    heading("One contract of 30 stores, start to exit")
    command = build(bench, season, "one packet")
    in_turn([command], max(bench.runs, 10))
    shutil.rmtree(command.fresh)
    shutil.rmtree(season)
    return [Line("one contract of 30 stores, start to exit, ms", f"{command.median * 1000:.0f} ms", "",
                 Ratio(command.median * 1000, min(command.seconds) * 1000,
                       max(command.seconds) * 1000), ("<=", 100))]
