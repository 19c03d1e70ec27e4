"""Packets by pandas and Jinja2: the same documents with the libraries that most would take first."""

import glob
import sys

import jinja2
import pandas as pd

import documents

season, out, workers = sys.argv[1], sys.argv[2], int(sys.argv[3])
AS_OF = pd.Timestamp("2021-10-31")



def service_months(store, daily):
    """A store's service months: days, uses, weekly average, threshold, verdict."""
    go_live, number, months = store["golive_on"], 1, []
    first = go_live
    while first <= AS_OF:
        following = go_live + pd.DateOffset(months=number)
        last = min(following - pd.Timedelta(days=1), AS_OF)
        days, threshold = (last - first).days + 1, min(number * 5, 20)
        uses = int(daily.loc[first:last].sum())
        verdict = "unassessed" if days < 7 else "met" if uses * 7 >= threshold * days else "short"
        months.append({
            "number": number, "first": first.date(), "last": last.date(), "days": days,
            "uses": uses, "average": (uses * 1400 + days) // (days * 2), "threshold": threshold,
            "verdict": verdict})
        number, first = number + 1, following
    return months


def status(store):
    verdicts = {month["verdict"] for month in store["months"]}
    if store["total"] == 0:
        return "no-usage"
    if "short" in verdicts:
        return "usage-short"
    if "met" not in verdicts:
        return "usage-unassessed"
    if store["golive_on"] + pd.DateOffset(months=4) > AS_OF:
        return "duration-short"
    return "completed" if store["continuity_plan"] else "no-continuity-plan"


roster = pd.concat(
    pd.read_csv(path, dtype={"vendor_id": str}, parse_dates=["golive_on"], keep_default_na=False)
    for path in sorted(glob.glob(f"{season}/rosters/*.csv")))
usage = pd.concat(
    pd.read_csv(path, parse_dates=["date"]) for path in sorted(glob.glob(f"{season}/usage/*.csv")))
usage = usage.merge(roster[["store_id", "golive_on"]], on="store_id")
usage = usage[(usage["date"] >= usage["golive_on"]) & (usage["date"] <= AS_OF)]
daily = usage.groupby(["store_id", "date"])["uses"].sum()
of_store = {name: part.droplevel(0) for name, part in daily.groupby(level=0)}
nothing = pd.Series([], index=pd.DatetimeIndex([]), dtype="int64")
of_contract = {}
for store in roster.sort_values("store_id").to_dict("records"):
    own = of_store.get(store["store_id"], nothing)
    store["months"] = service_months(store, own)
    used = own[own > 0]
    store["days"], store["uses"] = [day.date() for day in used.index], used.tolist()
    store["total"] = int(own.sum())
    store["status"] = status(store)
    store["golive_on"] = store["golive_on"].date()
    of_contract.setdefault((store["district_id"], store["vendor_id"]), []).append(store)
approvals = pd.read_csv(f"{season}/approvals.csv", dtype={"vendor_id": str})

environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(documents.TEMPLATES), autoescape=True, trim_blocks=True,
    lstrip_blocks=True)
environment.filters.update(hundredths=documents.hundredths, money=documents.money)
documents.write_all(
    approvals.to_dict("records"), of_contract, out, workers,
    lambda name, values: environment.get_template(name).render(**values))
