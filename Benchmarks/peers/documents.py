"""What both packet peers share: a contract's money, and its documents written by several processes."""

import csv
import multiprocessing
import os

TEMPLATES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")
DOCUMENTS = ["cover.html", "roster.html", "usage.html", "settlement.html", "packet.xml"]
CLOUD_FEE_SHARE_PERCENT = 40
DEDUCTION_PER_STORE = 10_000


def settle(contract, stores):
    """The counts and the money of a contract whose work is done."""
    completed = sum(store["status"] == "completed" for store in stores)
    shortfall = max(0, contract["approved_stores"] - completed)
    cap = contract["counselling_fee"] * CLOUD_FEE_SHARE_PERCENT // 100
    deduction = shortfall * DEDUCTION_PER_STORE
    cloud = max(0, min(contract["cloud_fee"], cap) - deduction)
    counselling = max(0, contract["counselling_fee"] - contract["cloud_fee"] - deduction)
    return {
        "completed": completed, "shortfall": shortfall, "cap": cap, "deduction": deduction,
        "payable_cloud": cloud, "payable_counselling": counselling,
        "payable_total": cloud + counselling}


def hundredths(value):
    return f"{value // 100}.{value % 100:02}"


def money(value):
    return f"NT${value:,}"


def write_all(contracts, of_contract, out, workers, render):
    """Writes every contract's folder, and the results of all as results.csv."""
    global shared
    contracts = list(contracts)
    shared = (contracts, of_contract, out, render)
    os.makedirs(out)
    # Forked processes have all values already; they use no threads of the table libraries.
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        results = pool.map(write_packet, range(len(contracts)), chunksize=4)
    with open(os.path.join(out, "results.csv"), "w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(results)


def write_packet(number):
    contracts, of_contract, out, render = shared
    contract = contracts[number]
    district, vendor = contract["district_id"], contract["vendor_id"]
    stores = of_contract.get((district, vendor), [])
    settlement = settle(contract, stores)
    folder = os.path.join(out, f"{district}-{vendor}")
    os.mkdir(folder)
    for name in DOCUMENTS:
        text = render(name, {"contract": contract, "stores": stores, "settlement": settlement})
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    return f"{district}/{vendor}", settlement["completed"], settlement["payable_total"]
