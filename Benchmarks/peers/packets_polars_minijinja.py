"""Packets by polars and minijinja: what an able user would write with two fast libraries.

It does the part of a review that made-up seasons need (no findings, no schema, no rulings): uses
per service month against the thresholds, statuses, deductions, money; and five documents for each
contract.
"""

import datetime
import os
import sys

import minijinja
import polars as pl

import documents

season, out, workers = sys.argv[1], sys.argv[2], int(sys.argv[3])
AS_OF = datetime.date(2021, 10, 31)


def service_months():
    """Per store and service month: days, uses, weekly average, threshold, verdict."""
    go_live, day = pl.col("golive_on"), pl.col("date")
    # The day on which a calendar month begins a new service month: its last one if it is shorter.
    turn = pl.min_horizontal(go_live.dt.day(), day.dt.month_end().dt.day())
    number = (
        (day.dt.year().cast(pl.Int32) - go_live.dt.year()) * 12
        + day.dt.month().cast(pl.Int32) - go_live.dt.month()
        + (day.dt.day() >= turn).cast(pl.Int32))
    first = lambda shift: go_live.dt.offset_by(
        pl.format("{}mo", pl.col("number") + shift))
    numbers = pl.DataFrame({"number": range(1, 13)}, schema={"number": pl.Int32})
    uses = usage.group_by("store_id", number=number).agg(uses=pl.col("uses").sum())
    months = (
        roster.join(numbers, how="cross")
        .with_columns(first=first(-1), last=first(0).dt.offset_by("-1d"))
        .filter(pl.col("first") <= AS_OF)
        .with_columns(last=pl.min_horizontal("last", pl.lit(AS_OF)))
        .with_columns(
            days=(pl.col("last") - pl.col("first")).dt.total_days() + 1,
            threshold=pl.min_horizontal(pl.col("number") * 5, 20))
        .join(uses, on=["store_id", "number"], how="left")
        .with_columns(pl.col("uses").fill_null(0)))
    met = pl.col("uses") * 7 >= pl.col("threshold") * pl.col("days")
    return months.with_columns(
        # Hundredths, a half rounded up.
        average=(pl.col("uses") * 1400 + pl.col("days")) // (pl.col("days") * 2),
        verdict=pl.when(pl.col("days") < 7).then(pl.lit("unassessed"))
        .when(met).then(pl.lit("met")).otherwise(pl.lit("short")),
    ).sort("store_id", "number")


def stores():
    """Per store: its months and days as lists, and its status."""
    of_months = months.group_by("store_id").agg(
        months=pl.struct(
            "number", "first", "last", "days", "uses", "average", "threshold", "verdict"),
        is_short=(pl.col("verdict") == "short").any(), is_met=(pl.col("verdict") == "met").any(),
        total=pl.col("uses").sum())
    of_days = (
        usage.group_by("store_id", "date").agg(pl.col("uses").sum()).filter(pl.col("uses") > 0)
        .sort("store_id", "date").group_by("store_id").agg(days="date", uses="uses"))
    lasts = pl.col("golive_on").dt.offset_by("4mo") <= AS_OF
    status = (
        pl.when(pl.col("total") == 0).then(pl.lit("no-usage"))
        .when(pl.col("is_short")).then(pl.lit("usage-short"))
        .when(~pl.col("is_met")).then(pl.lit("usage-unassessed"))
        .when(~lasts).then(pl.lit("duration-short"))
        .when(pl.col("continuity_plan").is_null()).then(pl.lit("no-continuity-plan"))
        .otherwise(pl.lit("completed")))
    return (
        roster.join(of_months, on="store_id", how="left").join(of_days, on="store_id", how="left")
        .with_columns(pl.col("total").fill_null(0)).with_columns(status=status).sort("store_id"))


roster = pl.read_csv(
    f"{season}/rosters/*.csv", try_parse_dates=True, schema_overrides={"vendor_id": pl.String})
usage = (
    pl.scan_csv(f"{season}/usage/*.csv",
                schema={"store_id": pl.String, "date": pl.Date, "uses": pl.Int64})
    .join(roster.lazy().select("store_id", "golive_on"), on="store_id")
    .filter(pl.col("date") >= pl.col("golive_on"), pl.col("date") <= AS_OF)
    .collect(engine="streaming"))
approvals = pl.read_csv(f"{season}/approvals.csv", schema_overrides={"vendor_id": pl.String})
months = service_months()
of_contract = {}
for store in stores().iter_rows(named=True):
    of_contract.setdefault((store["district_id"], store["vendor_id"]), []).append(store)

environment = minijinja.Environment(
    loader=lambda name: open(os.path.join(documents.TEMPLATES, name), encoding="utf-8").read(),
    auto_escape_callback=lambda name: True, trim_blocks=True, lstrip_blocks=True)
environment.add_filter("hundredths", documents.hundredths)
environment.add_filter("money", documents.money)
documents.write_all(
    approvals.iter_rows(named=True), of_contract, out, workers,
    lambda name, values: environment.render_template(name, **values))
