"""Times gradfield as a whole command beside programs that do the same work, and prints a Markdown table.

Usage: whole_commands.py BUILD_FOLDER quick|full. What is compared takes turns, round by round, in one run; a ratio is
the median of the ratios within the rounds, with its smallest and largest, so that a machine that slows down for a while
slows both sides. Before anything is timed, the results are compared.
"""
import os
import statistics
import subprocess
import sys
import tempfile

import agreement

WAVE = "sin(x)*cos(y)*exp(-(x^2+y^2)/4)"
SQUARES = "x^2+y^2"
HERE = os.path.dirname(os.path.abspath(__file__))
# A few roundings: the factors are multiplied in another order.
ROUNDINGS = 1e-14
# Central differences of step 1e-6: an error of 1e-16/1e-6, and a few times that.
DIFFERENCES = 1e-9

build, mode = sys.argv[1], sys.argv[2]
if mode not in ("quick", "full"):
    sys.exit("the mode is quick or full")
full = mode == "full"
gradfield = os.path.join(build, "gradfield")
# As many as gradfield starts by itself.
threads = str(len(os.sched_getaffinity(0)))


def program(name):
    return os.path.join(build, "tests", "bench", name)


def note(text):
    print(text, file=sys.stderr, flush=True)


def table(formula, points, *options):
    return [gradfield, "-n", points, *options, formula]


def measure(command):
    """Seconds and peak memory in MiB of one run."""
    line = subprocess.run([program("stopwatch"), *command], check=True, stdout=subprocess.PIPE, text=True).stdout
    seconds, kibibytes, code = line.split()
    if code != "0":
        sys.exit(f"exit code {code}: {' '.join(command)}")
    return float(seconds), int(kibibytes) / 1024


def works(*command):
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def check(what, ours, theirs, allowed, ending=".csv"):
    """Runs both on a small grid, into files; `theirs` ends with the file's name."""
    with tempfile.TemporaryDirectory() as folder:
        files = [os.path.join(folder, name + ending) for name in ("ours", "theirs")]
        subprocess.run([*ours, "-o", files[0]], check=True)
        subprocess.run(theirs(files[1]), check=True)
        wrong, how = agreement.disagreement(*files, allowed)
    if wrong:
        sys.exit(f"{what}: the results differ: {wrong}")
    note(f"checked: {what}: {how}")


def pick(interpreters, module):
    """The first of these interpreters that has the module."""
    return next((path for path in interpreters if works(path, "-c", f"import {module}")), None)


def time_text(seconds):
    return f"{seconds * 1000:.2f} ms" if seconds < 0.1 else f"{seconds:.3f} s"


def spread_text(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


def print_row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def compare(what, ours, theirs, beside, goal, rounds, times_faster=False):
    """One row; the first round warms up and does not count where there are others."""
    pairs = [(measure(ours)[0], measure(theirs)[0]) for _ in range(rounds + 1)]
    pairs = pairs[1:] if rounds > 1 else pairs[:1]
    ratios = [b / a if times_faster else a / b for a, b in pairs]
    print_row(what, time_text(statistics.median(a for a, _ in pairs)), beside,
              time_text(statistics.median(b for _, b in pairs)), spread_text(ratios), goal)


def processor():
    with open("/proc/cpuinfo") as file:
        names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
    return f"{names[0]}, {len(names)} processors"


def main():
    rounds = 9 if full else 7
    slow_rounds = 3 if full else 1
    numpy = pick(["python3", "/usr/bin/python3"], "numpy")
    has_npy = works(*table("x", "2", "-f", "npy", "-o", "-"))
    has_threads = works(*table("x", "2", "--csv", "--threads", "1"))
    fields = ["--columns", "f,df_dx,df_dy"]

    small = ["41", "30"]
    points = "41x30"
    check("hand-written CSV", table(WAVE, points), lambda file: [program("hand_written_csv"), *small, threads, file],
          ROUNDINGS)
    for way in ("every", "once"):
        check(f"hand-written CSV of the squares ({way})", table(SQUARES, points),
              lambda file: [program("hand_written_squares"), *small, threads, file, way], 0)
    check("plain way", table(WAVE, points), lambda file: [program("plain_way"), *small, file], DIFFERENCES)
    if numpy:
        check("numpy.savetxt", table(WAVE, points),
              lambda file: [numpy, os.path.join(HERE, "numpy_savetxt.py"), *small, file], ROUNDINGS)
    if has_npy:
        check("hand-written NPY", table(WAVE, points, *fields),
              lambda file: [program("hand_written_npy"), *small, threads, file], ROUNDINGS, ".npy")

    nowhere = "/dev/null"
    side = ["2000", "2000"]
    csv = table(WAVE, "2000", "--csv")
    squares = table(SQUARES, "2000", "--csv")
    print(f"{processor()}; load before the run {os.getloadavg()[0]:.1f}; medians of {rounds} rounds.\n")
    print_row("command", "gradfield", "beside", "its time", "ratio (range)", "goal")
    print_row(*["---"] * 6)
    by_hand = "hand-written, the same number writer"
    compare("CSV 2000x2000, `sin*cos*exp`", csv, [program("hand_written_csv"), *side, threads, nowhere], by_hand,
            "at most 1.25", rounds)
    compare("CSV 2000x2000, `x^2+y^2`", squares, [program("hand_written_squares"), *side, threads, nowhere, "every"],
            "hand-written, every number formatted", "at most 0.6", rounds)
    compare("CSV 2000x2000, `x^2+y^2`", squares, [program("hand_written_squares"), *side, threads, nowhere, "once"],
            "hand-written, coordinates formatted once", "", rounds)
    if has_npy:
        compare("NPY 4000x4000, `sin*cos*exp`", table(WAVE, "4000", "-f", "npy", *fields),
                [program("hand_written_npy"), "4000", "4000", threads, nowhere], "hand-written", "at most 1.2", rounds)
    else:
        note("skipped: NPY, which this gradfield does not write")
    compare("CSV 2000x2000, `sin*cos*exp`", csv, [program("plain_way"), *side, nowhere],
            f"muParser five times a point, iostream ({slow_rounds} rounds)", "20 times faster", slow_rounds, True)
    if numpy:
        compare("CSV 2000x2000, `sin*cos*exp`", csv, [numpy, os.path.join(HERE, "numpy_savetxt.py"), *side, nowhere],
                f"numpy.savetxt ({slow_rounds} rounds)", "40 times faster", slow_rounds, True)
    else:
        note("skipped: numpy.savetxt, since no python3 here has NumPy")
    if has_threads:
        compare("CSV 4000x4000, `sin*cos*exp`, --threads 2", table(WAVE, "4000", "--csv", "--threads", "2"),
                table(WAVE, "4000", "--csv", "--threads", "1"), "--threads 1", "", rounds)
    else:
        note("skipped: --threads, which this gradfield does not know")

    runs = 200 if full else 50
    short = [measure(table(SQUARES, "20", "--csv"))[0] for _ in range(runs)]
    print_row("CSV 20x20, the whole process", time_text(statistics.median(short)), f"{runs} runs", "", "", "4 ms")

    # Memory and growth. A table's memory must not grow with its rows.
    long_rows = 100_000 if full else 10_000
    memory_cases = [("1000x1000", 1e6), (f"1000x{long_rows}", 1e3 * long_rows), ("1000000x2", 2e6)]
    measured = {points: measure(table(WAVE, points, "--csv")) for points, _ in memory_cases}
    for points, _ in memory_cases:
        print_row(f"CSV {points}, peak memory", f"{measured[points][1]:.1f} MiB", "", "", "", "")
    (few, few_rows), (many, many_rows) = memory_cases[:2]
    few_seconds = statistics.median(measure(table(WAVE, few, "--csv"))[0] for _ in range(rounds))
    each, each_of_few = measured[many][0] / many_rows, few_seconds / few_rows
    print_row(f"CSV {many}, a row", f"{each * 1e9:.1f} ns", few, f"{each_of_few * 1e9:.1f} ns",
              f"{each / each_of_few:.2f}", "")


main()
