#!/usr/bin/env python3
"""Makes test_function_references.csv from test_functions.csv: values and slopes of published test functions of
optimisation to 50 digits, at exact doubles, and the condition of each formula there.

    python3 make_test_function_references.py [NAME...] > test_function_references.csv    (Python 3.9 or later, mpmath)

Nothing of gradfield takes part. formulas.py reads a formula into operations and differentiates it by the rules of a
textbook; conditions.py evaluates; references.py does so with 120 and with 180 digits (with more where that is too
little), which must agree to 55. Every gradient is computed once more by reverse accumulation of the value, and must
agree too. Numbers in a formula, pi and e are the doubles nearest to them. Results below 1e-340 stand as 0.

K, the condition, is the sum over all operations v of the formula as written of |d result / d v * v|: to first order
2^-53 K bounds the error of evaluating the formula with every operation rounded once. For a slope it is the same sum
over the operations of the derivative as the textbook writes it. Numbers, variables, signs, abs, min, max, sign, rint
and comparisons do not round and do not count; a result below the smallest normal number rounds as if it were that.
Where the exact operations cancel, as in the square of a residual that vanishes, the first order vanishes and the
second decides; so K is the largest of these sums at the exact values and in three evaluations in which each operation
is off by 8 units. K is at least |result|, has three digits, rounded up.

K is inf where nothing can be said: where a kink, a jump or a pole lies within 16 bounds of an argument's error, but not
exactly under it, and where an operation leaves the range of doubles. Exactly on a kink stand gradfield's conventions.
A slope is nan where the chain rule meets 0/0 or 0*inf, as at the tip of sqrt(x^2+y^2), and where the value is nan; such
results have K = 0.

Each published minimum is refined by Newton's method to 50 digits; point and value must agree with what is printed (or
with the corrected columns of test_functions.csv), and the Hessian must have no negative eigenvalue.
"""
import csv
import os
import random
import re
import sys
from itertools import product

import mpmath
from mpmath import mp, mpf

from references import DIGITS, STORED, Function, check_printed

POINTS = {1: 40, 2: 36, 3: 26, 4: 18}  # by the number of variables; with more: 12


def parse_points(text):
    return [tuple(part.split(",")) for part in re.findall(r"\(([^)]*)\)", text)]


def short(x, digits=6):
    return float(f"{x:.{digits}g}")


def points_of(function, minimisers, extra):
    """The points beside the minima, in the order of their importance, as many as the number of variables allows."""
    domain, n = function.domain, len(function.variables)
    rng = random.Random(function.name)
    drawn = [tuple(short(rng.uniform(a, b)) for a, b in domain) for _ in range(40)]
    full = [tuple(rng.uniform(a, b) for a, b in domain) for _ in range(3)]
    corners = list(product(*domain)) if n <= 2 else [tuple(rng.choice(ends) for ends in domain) for _ in range(4)]
    rounds = [tuple(short(a + (b - a) * rng.choice((0.25, 0.5, 0.75)), 2) for a, b in domain) for _ in range(6)]
    axes = [(0.0,) * n, (1.0,) * n, (-1.0,) * n]
    axes += [tuple(drawn[0][i] if i == k else 0.0 for i in range(n)) for k in range(min(n, 3))]
    tiny = [(1e-9,) * n, (-1e-160,) * n, tuple(1e-12 * (-1) ** i for i in range(n))]
    beside = []
    for m in minimisers[:2]:
        beside += [tuple(x * (1 + 2.0 ** -30) + 2.0 ** -40 for x in m), tuple(x + 1e-3 for x in m),
                   tuple(x * (1 - 2.0 ** -52) for x in m)]
    inside = [p for p in axes + tiny if all(a <= x <= b for x, (a, b) in zip(p, domain))]
    seen, points = set(minimisers), []
    for p in [*extra, *full, *beside, *inside, *corners, *rounds, *drawn]:
        if p not in seen:
            seen.add(p)
            points.append(p)
    return points[:max(POINTS.get(n, 12) - len(minimisers), 4) + len(extra)]


def decimal(v, digits=STORED):
    if not mp.isfinite(v):
        return "nan" if mp.isnan(v) else "inf" if v > 0 else "-inf"
    text = mp.nstr(v, digits, strip_zeros=True, min_fixed=-5, max_fixed=digits)
    return text[:-2] if text.endswith(".0") else text.replace(".0e", "e").replace("e+", "e")


def rounded_up(v):
    """Three digits, never below v."""
    if v == 0 or not mp.isfinite(v):
        return decimal(v)
    unit = mpf(10) ** (int(mp.floor(mp.log10(v))) - 2)
    return decimal(mp.ceil(v / unit) * unit, 4)


def coordinate(x):
    return repr(x)[:-2] if repr(x).endswith(".0") else repr(x)


def line(function, kind, point, reach=()):
    cells = []
    for k, (v, size) in enumerate(function.references(point)):
        cells.append(f"{decimal(v)},{rounded_up(size)}")
        if reach and k > 0:
            cells[-1] += "," + (reach[k - 1] if isinstance(reach[k - 1], str) else rounded_up(reach[k - 1]))
    return ";".join([function.name, kind, ",".join(map(coordinate, point)), *cells])


def print_function(row):
    function = Function(row)
    published = "" if row["corrected_points"] == "none" else row["corrected_points"] or row["points"]
    minima = [function.minimum(start) for start in parse_points(published)]
    for point, reach in minima:
        printed = row["corrected_value"] or row["value"]
        if printed:
            check_printed(function.name, function.references(point)[0][0], printed)
        print(line(function, "minimum", point, reach))
    extra = [tuple(map(float, p)) for p in parse_points(row["extra_points"])]
    for point in points_of(function, [p for p, _ in minima], extra):
        print(line(function, "point", point))


def main():
    mp.dps = DIGITS
    here = os.path.dirname(os.path.abspath(__file__))
    with open(f"{here}/test_functions.csv", encoding="utf-8") as file:
        table = [text for text in file if not text.startswith("#")]
    print(f"# Made by make_test_function_references.py, with Python {sys.version.split()[0]} and mpmath "
          f"{mpmath.__version__}, from test_functions.csv.")
    print("# name;kind;point;value,K;slope,K;slope,K;... to 50 digits at the doubles of the point; K is the condition, see")
    print("# the script. A `minimum` has a third number with each slope: how far the rounding of the minimiser to doubles")
    print("# may carry it from 0; or `edge`: the minimum stands at an end of the domain and the slope is not 0; or")
    print("# `kink`: the minimum is no smooth point.")
    for row in csv.DictReader(table, delimiter=";", quoting=csv.QUOTE_NONE):
        if row["name"] in (sys.argv[1:] or [row["name"]]):
            print_function(row)


if __name__ == "__main__":
    main()
