"""Times pictures as whole commands beside gnuplot alone on the same script, and beside matplotlib where it is installed,
and prints a Markdown table.

Usage: pictures.py BUILD_FOLDER [ROUNDS]. What is compared takes turns, round by round, in one run; a ratio is the median
of the ratios within the rounds, with its smallest and largest.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
gradfield = os.path.join(os.path.abspath(sys.argv[1]), "gradfield")
rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 15

LESSON = ["x^2+y^2", "--color", "blue", "--size", "600x600"]
PEAKS = "3*(1-x)^2*exp(-x^2-(y+1)^2)-10*(x/5-x^3-y^5)*exp(-x^2-y^2)-exp(-(x+1)^2-y^2)/3"
PICTURES = [
    ("the lesson's picture, 20x20", LESSON),
    ("200x200 arrows", [*LESSON, "-n", "200"]),
    ("500x500 arrows", [*LESSON, "-n", "500"]),
    ("peaks, level lines over a heat map", [PEAKS, "--heatmap", "--contour"]),
    ("peaks, stream lines", [PEAKS, "--stream"]),
    ("peaks, surface", [PEAKS, "--surface"]),
]


def seconds(command, output=subprocess.DEVNULL):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=output, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def has_matplotlib(interpreter):
    return subprocess.run([interpreter, "-c", "import matplotlib"], stderr=subprocess.DEVNULL).returncode == 0


def spread(values):
    return f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


def milliseconds(values):
    return f"{statistics.median(values) * 1000:.0f} ms"


with tempfile.TemporaryDirectory() as folder:
    picture, script = os.path.join(folder, "f.png"), os.path.join(folder, "f.gp")
    print(f"load before the run {os.getloadavg()[0]:.1f}; {rounds} rounds, medians; in brackets the smallest and the largest ratio of a round\n")
    print("| picture (PNG) | gradfield | gnuplot alone on its script | ratio |\n|---|---|---|---|")
    for name, arguments in PICTURES:
        subprocess.run([gradfield, *arguments, "-q", "-o", script], check=True)
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(seconds([gradfield, *arguments, "-q", "-o", picture]))
            theirs.append(seconds(["gnuplot", script]))
        ratios = spread([a / b for a, b in zip(ours, theirs)])
        print(f"| {name} | {milliseconds(ours)} | {milliseconds(theirs)} | {ratios} |", flush=True)

    interpreter = next((path for path in (sys.executable, "/usr/bin/python3") if has_matplotlib(path)), None)
    if interpreter is None:
        print("\nmatplotlib is not installed (apt install python3-matplotlib): nothing to compare with")
        sys.exit()
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(seconds([gradfield, *LESSON, "-o", picture]))
        theirs.append(seconds([interpreter, os.path.join(HERE, "lesson_matplotlib.py"), picture]))
    ratios = spread([b / a for a, b in zip(ours, theirs)])
    print(f"\nThe lesson's picture by matplotlib: {milliseconds(theirs)}, beside {milliseconds(ours)}: {ratios} times as long")
