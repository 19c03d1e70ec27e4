"""The comparisons of Scripts/scale/test: each is printed with what was seen."""

import collections
import csv
import datetime
import filecmp
import glob
import gzip
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.abspath(sys.argv[1])
MAKE_SEASON = os.path.join(HERE, "../../Benchmarks/make-season")
differences = []


def say(holds, what):
    print(("ok       " if holds else "DIFFERS  ") + what, flush=True)
    if not holds:
        differences.append(what)


def run(*command, expected=(0,), cluster=False):
    """Runs a command and gives its output; on a cluster of its own where that is wanted."""
    if cluster:
        command = (os.path.join(HERE, "loopback-cluster"), *command)
    environment = dict(
        os.environ, PYTHON=sys.executable, PYSPARK_PYTHON=sys.executable, LC_ALL="C.UTF-8",
        SPARK_LOCAL_IP="127.0.0.1")
    if not cluster:
        environment.pop("SPARK_MASTER", None)
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    if result.returncode not in expected:
        sys.exit(f"{' '.join(command)} ended with {result.returncode}:\n{result.stderr[-6000:]}")
    return result.stdout


def build(season, out):
    """Builds in English; 1 says that the data has errors."""
    run(PROGRAM, "build", season, "--phase", "final", "--out", out, "--lang", "en",
        "--progress", "none", expected=(0, 1))


def sums(season):
    return run(PROGRAM, "usage", season, "--sums", "day", "--progress", "none", expected=(0, 1))


def files(folder):
    return sorted(
        os.path.relpath(path, folder)
        for path in glob.glob(os.path.join(folder, "**", "*"), recursive=True) if os.path.isfile(path))


def differing(one, two):
    """The paths of files that are not the same in both folders, or not there."""
    return [
        path for path in sorted(set(files(one)) | set(files(two)))
        if not (os.path.isfile(f"{one}/{path}") and os.path.isfile(f"{two}/{path}")
                and filecmp.cmp(f"{one}/{path}", f"{two}/{path}", shallow=False))]


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def with_usage(season, usage, out):
    """A copy of a season with other usage files."""
    shutil.copytree(season, out, ignore=lambda folder, _: ["usage"] if folder == season else [])
    shutil.copytree(usage, out + "/usage")
    return out


def own_daily_files(season, out):
    """The program's own sums of a season of events as usage files, cut by district and sorted."""
    districts = {}
    for path in glob.glob(season + "/rosters/*.csv"):
        for row in csv.DictReader(read(path).splitlines()):
            districts[row["store_id"]] = row["district_id"]
    rows = collections.defaultdict(list)
    for line in sums(season).splitlines()[1:]:
        rows[districts[line.split(",")[0]]].append(line)
    os.makedirs(out)
    for district, lines in rows.items():
        with open(f"{out}/{district}.csv", "w", encoding="utf-8", newline="") as file:
            file.write("store_id,date,uses\n" + "".join(line + "\n" for line in sorted(lines)))
    return out


def daily_uses(season, events, out, cluster=False):
    begun = time.monotonic()
    run(sys.executable, os.path.join(HERE, "daily-uses"), "--rosters", season + "/rosters",
        "--events", events, "--out", out, "--partitions", "4", cluster=cluster)
    print(f"         daily-uses {'on the cluster' if cluster else 'in one process'}: "
          f"{time.monotonic() - begun:.0f} s", flush=True)
    return out


def make_season(out, districts, stores, days):
    run(MAKE_SEASON, out, "--districts", str(districts), "--stores", str(stores), "--days", str(days),
        "--form", "events", "--order", "shuffled")
    # Without the column that the program does not know, and says so of (IN007).
    for path in glob.glob(out + "/usage/*.csv"):
        text = read(path).replace(",event_name", "").replace(",visit", "")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
    return out


def other_forms(usage, out):
    """The same events, some of the files compressed or as Parquet."""
    import duckdb

    os.makedirs(out)
    for number, path in enumerate(sorted(glob.glob(usage + "/*.csv"))):
        target = f"{out}/{os.path.basename(path)}"
        if number % 3 == 0:
            shutil.copyfile(path, target)
        elif number % 3 == 1:
            with open(path, "rb") as file, gzip.open(target + ".gz", "wb") as packed:
                shutil.copyfileobj(file, packed)
        else:
            duckdb.sql(
                f"COPY (SELECT * FROM read_csv('{path}', all_varchar = true)) "
                f"TO '{target[:-4]}.parquet' (FORMAT parquet)")
    return out


def odd_time(chance):
    """A time as somebody might write it; some are none."""
    day = f"2021-{chance.randint(6, 11):02}-{chance.randint(1, 31):02}"
    if chance.random() < 0.2:
        return str(1_623_000_000_000_000 + chance.randrange(13_500_000) * 1_000_000)
    text = day + chance.choice("TT  t/") + f"{chance.randint(0, 25):02}:{chance.randint(0, 61):02}"
    text += chance.choice(["", ":00", ":59", ":60", ":61", ":07.25", ":07.", ":7"])
    text += chance.choice(
        ["", "", "", "Z", "Z", "z", "+08:00", "+0800", "+08", "-11:30", "+14:59", "+15:00", "-0960", "+8",
         "+08:", "-:0330", " +08:00", "UTC", "+080"])
    if chance.random() < 0.1:
        text = text.translate({number + 0x30: number + 0xFF10 for number in range(10)})
    return chance.choice(["", " ", "　"]) + text + chance.choice(["", " "])


def spoil(season):
    """Adds files with all that may be wrong or unusual in events."""
    chance = random.Random(7)
    stores = [f"S{number:06}" for number in range(1, 13)]
    odd = [(chance.choice(stores), odd_time(chance)) for _ in range(6_000)]
    odd += [(chance.choice(stores), text) for text in [
        "", "2021-06-20", "110/06/20", "1623000000000", "12345678901234567890", "合計", "2021-02-29 10:00",
        '2021-06-20 "10:00"', "2021-06-20, 10:00", "99999999999999999", "0000000000000000"]]
    odd += [(store, "2021-06-20 10:00:00") for store in [
        "X1", "x1", "s000003", "Ｓ０００００４", " S000005 ", "　S000006", "", "S 1", "S000001"]]
    chance.shuffle(odd)
    for name, head, split, rows in [
        ("odd {1} [a].csv", "店家編號,時間", ",", odd[::2]),
        ("z+odd 100%.tsv", "note\tevent_timestamp\tstore_id", "\t", odd[1::2]),
    ]:
        with open(f"{season}/usage/{name}", "w", encoding="utf-8-sig", newline="") as file:
            file.write(head + "\r\n")
            writer = csv.writer(file, delimiter=split)
            for store, at in rows:
                writer.writerow([store, at] if split == "," else ["", at, store])
            if split == ",":
                writer.writerow(["S000002", "2021-06-20 10:00:00", "one cell more"])
    # Days that the odd files alone have.
    for month in ("2021-08", "2021-09"):
        os.remove(f"{season}/usage/{month}.csv")
    # A store that never went live, and one that ended.
    path = season + "/rosters/99900003.csv"
    text = read(path).splitlines()
    text[0] = text[0].replace("golive_on,", "golive_on,ended_on,")
    for number in range(1, len(text)):
        text[number] = re.sub(r",(2021-\d\d-\d\d),", r",\1,2021-09-20," if number == 1 else r",\1,,", text[number])
    text[2] = re.sub(r",2021-\d\d-\d\d,", ",,", text[2])
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("\n".join(text) + "\n")


def without_files(text):
    """packet.xml or season.xml without what names the usage files."""
    return re.sub(r' *<file [^>]*kind="usage"[^>]*>[^<]*</file>\n', "", text)


def pointed_at(out):
    """What is said about usage rows that do not count: each code with its store, if it names one."""
    rows = csv.DictReader(read(out + "/findings.csv").lstrip("\ufeff").splitlines())
    return {
        (row["code"], "" if row["code"] == "US004" else row["store"] or row["value"])
        for row in rows if row["code"] in ("US001", "US002", "US003", "US004", "US005")}


def skipped(out):
    return sum(
        int(re.search(r'skipped="(\d+)"', line).group(1))
        for line in read(out + "/season.xml").splitlines() if 'kind="usage"' in line)


def clean_season(folder):
    season = make_season(folder + "/clean", 4, 5, 139)
    own = own_daily_files(season, folder + "/own")
    local = daily_uses(season, other_forms(season + "/usage", folder + "/forms"), folder + "/local")
    cluster = daily_uses(season, season + "/usage", folder + "/cluster", cluster=True)
    count = len(files(own))
    say(count == 4 and not differing(own, local),
        f"{count} usage files: Spark in one process, from CSV, gzip and Parquet = the program's own sums")
    say(not differing(own, cluster), f"{count} usage files: Spark on a cluster = the program's own sums")
    build(with_usage(season, own, folder + "/season-own"), folder + "/packets-own")
    build(with_usage(season, cluster, folder + "/season-spark"), folder + "/packets-spark")
    build(season, folder + "/packets-raw")
    count = len(files(folder + "/packets-own"))
    say(not differing(folder + "/packets-own", folder + "/packets-spark"),
        f"{count} files of packets: from Spark's daily files = from the program's own daily files")
    found = differing(folder + "/packets-raw", folder + "/packets-spark")
    names = collections.Counter(os.path.basename(path) for path in found)
    expected = {"index.html": 5, "packet.xml": 4, "season.xml": 1, "manifest-sha256.txt": 5}
    say(names == expected,
        f"packets from the raw events differ from those in {', '.join(f'{n} {name}' for name, n in sorted(names.items()))} alone")
    for path in found:
        if path.endswith(".xml"):
            one, two = (without_files(read(f"{folder}/packets-{way}/{path}")) for way in ("raw", "spark"))
            say(one == two, f"  {path}: the same but for the lines that name the usage files")
    return season, own


def odd_season(folder):
    season = make_season(folder + "/odd", 3, 4, 100)
    spoil(season)
    hidden = season + "/usage/_hidden.csv"
    shutil.copyfile(season + "/usage/2021-10.csv", hidden)
    run(sys.executable, os.path.join(HERE, "daily-uses"), "--rosters", season + "/rosters", "--events",
        season + "/usage", "--out", folder + "/refused", expected=(1,))
    say(not os.path.exists(folder + "/refused"), "a file that Spark would silently pass over is refused")
    os.remove(hidden)
    usage = daily_uses(season, season + "/usage", folder + "/odd-daily")
    daily = with_usage(season, usage, folder + "/season-odd")
    one, two = sums(season), sums(daily)
    say(one == two, f"{len(one.splitlines()) - 1} days of uses of a season with faults: counted alike")
    build(season, folder + "/odd-raw")
    build(daily, folder + "/odd-spark")
    found = [path for path in differing(folder + "/odd-raw", folder + "/odd-spark")
             if os.path.basename(path) == "figures.csv"]
    say(not found, "every figures.csv of it, from raw events and from daily uses")
    say(pointed_at(folder + "/odd-raw") == pointed_at(folder + "/odd-spark"),
        f"{len(pointed_at(folder + '/odd-raw'))} pairs of code and store, US001 to US005: pointed at both ways")
    held = [
        row for name in ("unreadable", "unrostered")
        for row in csv.DictReader(read(f"{usage}/{name}.csv").splitlines())
        if name == "unreadable" or not re.fullmatch("[A-Z0-9_-]{1,64}", row["store_id"])]
    seen, kept = skipped(folder + "/odd-raw"), sum(int(row["uses"]) for row in held)
    say(seen == kept, f"{seen} rows that the program can't read: {kept} of them in the daily files, where it says so again")


def program_killed_once(folder, shard):
    """The program, but for the first try of a shard, which is killed."""
    path, mark = folder + "/killed-once", folder + "/was-killed"
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            "#!/usr/bin/env bash\n"
            f"if [[ \"$*\" == *'--shard {shard}'* && ! -e '{mark}' ]]; then touch '{mark}'; kill -9 $$; fi\n"
            f"exec '{PROGRAM}' \"$@\"\n")
    os.chmod(path, 0o755)
    return path, mark


def shards(folder, season):
    build(season, folder + "/whole")
    killed, mark = program_killed_once(folder, "2/5")
    for cluster, program in ((False, PROGRAM), (True, killed)):
        out = f"{folder}/of-shards-{cluster}"
        begun = time.monotonic()
        run(sys.executable, os.path.join(HERE, "build-shards"), season, "--phase", "final", "--out", out,
            "--shards", "5", "--program", program, "--", "--lang", "en", cluster=cluster)
        where = "on the cluster, one of them killed and run again" if cluster else "in one process"
        print(f"         build-shards: {time.monotonic() - begun:.0f} s", flush=True)
        say(not differing(folder + "/whole", out) and os.path.exists(mark) == cluster,
            f"{len(files(out))} files of packets: 5 shards {where}, merged = one build")


def analytics_export(season, own, out):
    """The season's events as Google Analytics 4 exports them to BigQuery, with more on and beyond the script's borders.

    Gives the events' columns and rows, all days in one table, and the stores' districts; writes the files that have to come
    out of them. Other names, no store and the day's own preliminary tables must not count.
    """
    import googlesql_script as sql

    parameter = sql.struct(
        ("key", sql.STRING),
        ("value", sql.struct(
            ("string_value", sql.STRING), ("int_value", sql.INT64), ("float_value", sql.FLOAT64),
            ("double_value", sql.FLOAT64))))
    columns = [
        ("_TABLE_SUFFIX", sql.STRING), ("event_timestamp", sql.INT64), ("event_name", sql.STRING),
        ("event_params", sql.array(parameter))]
    taiwan = datetime.timezone(datetime.timedelta(hours=8))

    def micros(at):
        at = at if at.tzinfo else at.replace(tzinfo=taiwan)
        return (at - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)) // datetime.timedelta(microseconds=1)

    def said(key, text):
        return (key, (text, None, None, None) if isinstance(text, str) else (None, text, None, None))

    def of_page(path):
        return [said("page_title", "Example"), said("page_location", f"https://shop.example{path}")]

    rows, districts = [], {}
    for path in sorted(glob.glob(season + "/rosters/*.csv")):
        for row in csv.DictReader(read(path).splitlines()):
            districts[row["store_id"]] = row["district_id"]
    for path in sorted(glob.glob(season + "/usage/*.csv")):
        for row in csv.DictReader(read(path).splitlines()):
            at = micros(datetime.datetime.fromisoformat(row["event_at"]))
            store = row["store_id"]
            day = (datetime.datetime(1970, 1, 1) + datetime.timedelta(microseconds=at)).strftime("%Y%m%d")
            ways = [
                [said("store_id", store)], [said("store_id", f" {store.lower()} "), *of_page("/s/other")],
                of_page(f"/s/{store.lower()}/?a=1#b"), of_page(f"/s/{store}")]
            rows.append((day, at, "page_view", ways[len(rows) % 4]))
    first, store = rows[0], min(districts)
    districts["12345"] = districts[store]

    def add(suffix, at, params, name="page_view"):
        rows.append((suffix, micros(datetime.datetime.fromisoformat(at)), name, params))

    rows.append(("intraday_20210701", *first[1:]))
    add("20210701", "2021-07-01 12:00", [said("store_id", store)], "scroll")
    add("20210701", "2021-07-01 12:00", of_page("/about"))
    add("20210701", "2021-07-01 12:00", [])
    # Days are Taiwan's, tables those of the property's zone, which may be a day off.
    add("20210531", "2021-05-31 23:59:59", [said("store_id", store)])
    add("20210531", "2021-06-01 00:30", [said("store_id", store)])
    add("20211101", "2021-10-31 23:59:59", [said("store_id", "12345")])
    add("20211031", "2021-11-01 00:00", [said("store_id", store)])
    add("20210701", "2021-07-01 12:00", [said("store_id", 12345)])
    add("20210701", "2021-07-01 12:00", [said("store_id", "S999999")])
    shutil.copytree(own, out)
    for name, lines in [
            (districts[store], [f"{store},2021-06-01,1", "12345,2021-07-01,1", "12345,2021-10-31,1"]),
            ("unrostered", ["S999999,2021-07-01,1"])]:
        path = f"{out}/{name}.csv"
        known = read(path).splitlines()[1:] if os.path.exists(path) else []
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write("store_id,date,uses\n" + "".join(line + "\n" for line in sorted(known + lines)))
    return columns, [
        [sql.value(cell, kind) for cell, (_, kind) in zip(row, columns, strict=True)] for row in rows], districts


def bigquery(folder, season, own):
    """The script by Google's implementation of the dialect, not the service."""
    import googlesql_script as sql

    begun = time.monotonic()
    script = sql.Script(read(os.path.join(HERE, "daily-uses.bigquery.sql")))
    expected, exported = folder + "/expected", folder + "/exported"
    columns, rows, districts = analytics_export(season, own, expected)
    script.table("your-project.analytics_000000000.events_*", columns, rows)
    script.table(
        "your-project.review.roster", [("store_id", sql.STRING), ("district_id", sql.STRING)],
        [[sql.value(cell, sql.STRING) for cell in row] for row in districts.items()])
    script.run()
    print(f"         BigQuery's script: {time.monotonic() - begun:.0f} s", flush=True)
    os.makedirs(exported)
    for uri, text in script.exports.items():
        name = uri.removeprefix("gs://your-bucket/110/usage/").replace("-000000000000.csv", ".csv")
        with open(f"{exported}/{name}", "w", encoding="utf-8", newline="") as file:
            file.write(text)
    count = len(files(expected))
    say(count == 5 and not differing(expected, exported),
        f"{count} usage files: BigQuery's script of {len(rows)} events, its queries evaluated by ZetaSQL "
        "(not tried with the service) = the program's own sums, and what was added to them")
    shares = []
    for name in files(expected):
        uses = collections.Counter()
        for row in csv.DictReader(read(f"{expected}/{name}").splitlines()):
            uses[row["store_id"]] += int(row["uses"])
        shares.append((name.removesuffix(".csv"), len(uses), uses.total()))
    say(script.answers == [sorted([*shares, ("no store", 0, 2)])],
        "  its last table: stores and uses of each district, and events of no store")


def main():
    with tempfile.TemporaryDirectory() as folder:
        season, own = clean_season(folder)
        bigquery(folder, season, own)
        odd_season(folder)
        shards(folder, season)
    print(f"{len(differences)} of the comparisons differ" if differences else "all comparisons hold")
    sys.exit(1 if differences else 0)


main()
