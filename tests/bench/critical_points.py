"""Critical points of published test functions: how many --critical finds, proves, how long it takes, and whether the
published minimisers are among them, as a Markdown table.

Usage: critical_points.py GRADFIELD [VARIABLES]. VARIABLES: only functions of so many (default: up to 3).
A published minimiser is found where a point lies within one unit of the last digit that was published, or 1e-8 of its
range. Those on the border of the domain are left out: there the gradient need not be zero.
"""
import csv
import pathlib
import re
import subprocess
import sys
import time

DATA = pathlib.Path(__file__).resolve().parent.parent / "data" / "test_functions.csv"


def functions():
    with open(DATA, encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    yield from csv.DictReader(lines, delimiter=";", quoting=csv.QUOTE_NONE)


def minimisers(row):
    """Each as a list of (value, unit of its last digit)."""
    text = row["corrected_points"] or row["points"]
    for point in re.findall(r"\(([^)]*)\)", text):
        yield [(float(c), 10.0 ** -len(c.partition(".")[2])) for c in point.split(",")]


def search(gradfield, row, variables, domain):
    command = [gradfield, row["formula"], "--vars", ",".join(variables), "--critical", "--csv"]
    for variable, (low, high) in zip(variables, domain):
        command += ["--range", f"{variable}={low!r}:{high!r}"]
    begin = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - begin
    if done.returncode != 0:
        raise RuntimeError(f"{row['name']}: {done.stderr}")
    return list(csv.DictReader(done.stdout.splitlines())), done.stderr, seconds


def main():
    gradfield = sys.argv[1]
    wanted = {int(sys.argv[2])} if len(sys.argv) > 2 else {1, 2, 3}
    total = found_all = decided = asked = met = fast = 0
    print("| function | points | proved | seconds | published minimisers | |")
    print("|---|---|---|---|---|---|")
    for row in functions():
        variables = row["variables"].split(",")
        if len(variables) not in wanted:
            continue
        domain = [tuple(map(float, side.split(":"))) for side in row["domain"].split(",")]
        points, messages, seconds = search(gradfield, row, variables, domain)
        inner = [m for m in minimisers(row)
                 if all(low + unit < value < high - unit for (value, unit), (low, high) in zip(m, domain))]
        hits = sum(any(all(abs(float(p[v]) - value) <= max(unit, 1e-8 * (high - low))
                           for v, (value, unit), (low, high) in zip(variables, m, domain)) for p in points)
                   for m in inner)
        is_decided = "not decided" not in messages
        remark = "" if is_decided else "open places"
        if "f is level" in messages:
            remark += ", level sets"
        total += 1
        asked += len(inner)
        met += hits
        found_all += hits == len(inner)
        decided += is_decided
        fast += seconds <= 2
        proved = sum(p["proved"] == "1" for p in points)
        print(f"| {row['name']} | {len(points)} | {proved} | {seconds:.2f} | {hits} of {len(inner)} | {remark} |",
              flush=True)
    print(f"\n{total} functions: every published minimiser inside found in {found_all}, {met} of {asked} in all; "
          f"nothing left open in {decided}; at most 2 s in {fast}")


main()
