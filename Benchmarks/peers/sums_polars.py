"""Uses per store and month by polars, as `review-packet usage --sums month` prints them."""

import datetime
import sys

import polars as pl

season, as_of, engine = sys.argv[1], datetime.date.fromisoformat(sys.argv[2]), sys.argv[3]
usage = pl.scan_csv(
    f"{season}/usage/*.csv",
    schema={"store_id": pl.String, "date": pl.Date, "uses": pl.Int64})
roster = pl.scan_csv(f"{season}/rosters/*.csv", try_parse_dates=True).select(
    "store_id", "golive_on")
(
    usage.join(roster, on="store_id")
    .filter(pl.col("date") >= pl.col("golive_on"), pl.col("date") <= as_of)
    .group_by("store_id", month=pl.col("date").dt.truncate("1mo"))
    .agg(pl.col("uses").sum())
    .filter(pl.col("uses") > 0)
    .with_columns(pl.col("month").dt.strftime("%Y-%m"))
    .collect(engine=engine)
    .write_csv(sys.stdout.buffer)
)
