"""How long the arrows of default pictures are: of formulas that people draw, the share of arrows that are too short to
be read and the median length, read from the outlines in the gnuplot scripts, as a Markdown table.

Usage: arrow_lengths.py GRADFIELD [OPTION...]. Options go to every command, such as --length linear.
A length is that from the tip to the middle of the blunt end, in pixels of the 720x660 page; dots (exact zeros) are
counted apart.
"""
import re
import statistics
import subprocess
import sys

SHORT, WELL = 5, 9  # pixels

FORMULAS = [
    ("bowl", "x^2+y^2", []),
    ("ellipse", "x^2+2*y^2", []),
    ("ravine", "(x^2+20*y^2)/2", []),
    ("saddle", "x^2-y^2", []),
    ("product", "x*y", []),
    ("peaks", "3*(1-x)^2*exp(-x^2-(y+1)^2)-10*(x/5-x^3-y^5)*exp(-x^2-y^2)-exp(-(x+1)^2-y^2)/3", []),
    ("Himmelblau", "(x^2+y-11)^2+(x+y^2-7)^2", [-5, 5, -5, 5]),
    ("Rosenbrock", "(1-x)^2+100*(y-x^2)^2", [-2, 2, -1, 3]),
    ("Beale", "(1.5-x+x*y)^2+(2.25-x+x*y^2)^2+(2.625-x+x*y^3)^2", [-4.5, 4.5, -4.5, 4.5]),
    ("Goldstein-Price", "(1+(x+y+1)^2*(19-14x+3x^2-14y+6x*y+3y^2))"
     "*(30+(2x-3y)^2*(18-32x+12x^2+48y-36x*y+27y^2))", [-2, 2, -2, 2]),
    ("six-hump camel", "(4-2.1*x^2+x^4/3)*x^2+x*y+(-4+4*y^2)*y^2", [-2, 2, -1, 1]),
    ("Easom", "-cos(x)*cos(y)*exp(-((x-pi)^2+(y-pi)^2))", [-10, 10, -10, 10]),
    ("Styblinski-Tang", "(x^4-16x^2+5x+y^4-16y^2+5y)/2", [-5, 5, -5, 5]),
    ("Booth", "(x+2y-7)^2+(2x+y-5)^2", [-10, 10, -10, 10]),
    ("Matyas", "0.26*(x^2+y^2)-0.48*x*y", [-10, 10, -10, 10]),
    ("McCormick", "sin(x+y)+(x-y)^2-1.5x+2.5y+1", [-1.5, 4, -3, 4]),
    ("Ackley", "-20*exp(-0.2*sqrt((x^2+y^2)/2))-exp((cos(2*pi*x)+cos(2*pi*y))/2)+e+20", [-5, 5, -5, 5]),
    ("Rastrigin", "20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)", [-5.12, 5.12, -5.12, 5.12]),
    ("double well", "x^4+y^4-2*x^2-2*y^2", [-2, 2, -2, 2]),
    ("monkey saddle", "x^3-3*x*y^2", []),
    ("quartic valley", "(x-y)^4", []),
    ("box", "x^20+y^20", [-1, 1, -1, 1]),
    ("sigmoid", "1/(1+exp(-(x+2y)))", [-5, 5, -5, 5]),
    ("softplus", "log(1+exp(x+y))", []),
    ("logistic loss", "log(1+exp(-(x+y)))+log(1+exp(2x-y))+log(1+exp(x-2y))", [-5, 5, -5, 5]),
    ("cross-entropy", "-(x*log(y)+(1-x)*log(1-y))", [0.01, 0.99, 0.01, 0.99]),
    ("l1 norm", "abs(x)+abs(y)", []),
    ("dipole", "1/sqrt((x-1)^2+y^2)-1/sqrt((x+1)^2+y^2)", []),
    ("1/r", "1/sqrt(x^2+y^2)", []),
    ("1/(x-y)", "1/(x-y)", []),
    ("exp(xy)", "exp(x*y)", []),
    ("Gaussian", "exp(-x^2-y^2)", []),
    ("Gaussian slope", "x*exp(-x^2-y^2)", [-2, 2, -2, 2]),
    ("waves", "sin(x)*cos(y)", []),
    ("chirp", "sin(x*y)", []),
    ("logarithm", "log(1+x^2+y^2)", []),
]


def lengths(script):
    """Of the arrows that are not dots, in pixels; and how many dots there are."""
    def number(pattern):
        return [float(text) for text in re.search(pattern, script, re.M).groups()]

    width, height = number(r"size (\d+),(\d+)")
    left, right, bottom, top = (number(rf"^set {side}margin at screen (\S+)")[0] for side in "lrbt")
    (x_low, x_high), (y_low, y_high) = (number(rf"^set {axis}range \[(\S+):(\S+)\]") for axis in "xy")
    x_scale, y_scale = (right - left) * width / (x_high - x_low), (top - bottom) * height / (y_high - y_low)
    out, dots = [], 0
    for block in re.findall(r"^\$(?:arrows|shortened) << EOD\n(.*?)^EOD", script, re.M | re.S):
        outlines = [[tuple(map(float, line.split()[:2])) for line in part.split("\n") if line]
                    for part in block.strip().split("\n\n")]
        for outline in outlines:
            if len(outline) == 9:  # a circle of eight corners
                dots += 1
            elif len(outline) == 8:  # shaft and head: the tip is the fourth corner
                (x1, y1), (x2, y2), (x3, y3) = outline[0], outline[6], outline[3]
                out.append((((x1 + x2) / 2, (y1 + y2) / 2), (x3, y3)))
            elif len(outline) == 4:  # a head without a shaft
                (x1, y1), (x2, y2), (x3, y3) = outline[0], outline[2], outline[1]
                out.append((((x1 + x2) / 2, (y1 + y2) / 2), (x3, y3)))
            else:  # the part of a broken shaft beyond its gap
                (x1, y1), (x2, y2) = outline[0], outline[3]
                out[-1] = ((x1 + x2) / 2, (y1 + y2) / 2), out[-1][1]
    return [((a[0] - b[0]) ** 2 * x_scale**2 + (a[1] - b[1]) ** 2 * y_scale**2) ** 0.5 for a, b in out], dots


gradfield, options = sys.argv[1], sys.argv[2:]
print(f"| formula | arrows | dots | under {SHORT} px | median, px | length |\n|---|---|---|---|---|---|")
count = short = well = 0
for name, formula, ends in FORMULAS:
    ranges = ["--x", f"{ends[0]}:{ends[1]}", "--y", f"{ends[2]}:{ends[3]}"] if ends else []
    command = [gradfield, formula, *ranges, *options, "-q", "-f", "gp"]
    script = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found, dots = lengths(script)
    rule = re.search(r"length as its (root|logarithm)", script)
    under = sum(length < SHORT - 1e-3 for length in found)
    count, short, well = count + len(found), short + under, well + (statistics.median(found) >= WELL)
    print(f"| {name} | {len(found)} | {dots} | {under / len(found):.0%} | {statistics.median(found):.1f} "
          f"| {rule.group(1) if rule else 'linear'} |")
print(f"\n{short} of {count} arrows ({short / count:.1%}) are under {SHORT} px; "
      f"the median is at least {WELL} px in {well} of {len(FORMULAS)} formulas.")
