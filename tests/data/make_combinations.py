#!/usr/bin/env python3
"""Makes combinations.csv: exact values, slopes and second slopes of functions that gradfield makes of others, rounded
to the nearest double.

    python3 make_combinations.py > combinations.csv        (Python 3.9 or later, with mpmath)

Columns: function, the arguments x,y, then f,fx,fy,fxx,fxy,fyy, numbers as float.hex(); those of y are empty for
functions of one argument. `skip` stands where no contract fixes a slope. Slopes are central differences of the value
with steps of 1e-60 and 1e-80 and 900 and 1300 digits; both must round to the same double.
"""
import random
from fractions import Fraction
from math import floor, isinf, isnan

from mpmath import mp, mpf

from make_functions import ABOVE1, BELOW1, DIVISION, HUGE, INF, NAN, SKIP, TINY, both, nearest

STEPS = [(900, 60), (1300, 80)]
RANDOM = 40  # drawn points of a function


def differences(f, point, digits, relative):
    """f, its slopes and the upper triangle of its second slopes. The step may be relative below 1: where f is singular
    at 0."""
    x = [mpf(u) for u in point]
    h = [mpf(10) ** -digits * (min(abs(u), 1) if relative else 1) for u in x]

    def at(*moves):
        return f(*[u + k * step for u, k, step in zip(x, moves, h)])

    if len(x) == 1:
        here, ahead, behind = at(0), at(1), at(-1)
        return [here, (ahead - behind) / (2 * h[0]), (ahead - 2 * here + behind) / h[0] ** 2]
    here, east, west, north, south = at(0, 0), at(1, 0), at(-1, 0), at(0, 1), at(0, -1)
    mixed = (at(1, 1) - at(1, -1) - at(-1, 1) + at(-1, -1)) / (4 * h[0] * h[1])
    return [here, (east - west) / (2 * h[0]), (north - south) / (2 * h[1]), (east - 2 * here + west) / h[0] ** 2, mixed,
            (north - 2 * here + south) / h[1] ** 2]


def references(name, f, point):
    if any(map(isnan, point)):
        return [NAN] * (3 if len(point) == 1 else 6)
    results = []
    for decimals, step in STEPS:
        mp.dps = decimals
        results.append([nearest(v) + 0.0 for v in differences(f, point, step, name in SINGULAR)])  # -0 + 0 is +0
    assert results[0] == results[1], (point, results)
    return results[0]


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def sinc(x):
    return mp.sin(x) / x if x else mpf(1)


def modulo(x, y):
    """Slopes 1 and -floor(x/y), second slopes 0; a rounding apart, so exactly."""
    if isnan(x) or isnan(y) or isinf(x) or y == 0:
        return [NAN] * 6
    if isinf(y):
        return None
    quotient = floor(Fraction(x) / Fraction(y))
    exact = [Fraction(x) - Fraction(y) * quotient, Fraction(1), Fraction(-quotient)]
    return [nearest(v) + 0.0 for v in exact] + [0.0, 0.0, 0.0]


MIDDLE = both(1e-100, 1e-20, 1e-9, 1e-5, 0.1, 0.3, 0.5, BELOW1, 1.0, ABOVE1, 1.25, 1.4999999999999998, 1.5, 2.0, 2.5,
              3.0, 5.0, 10.0, 20.0, 30.0, 36.5, 37.5, 100.0, 300.0, 700.0)
SMALL = both(0.0, TINY, 1e-310, 1e-300, 1e-160)
FAR = both(709.7, 710.5, 744.0, 745.5, 799.5, 800.0, 801.0, 1e4, 1e5, 1e15, 1e154, 1e200, 1e300, HUGE)
ALL = SMALL + MIDDLE + FAR


def outside(points, edge):
    return [x for x in points if abs(x) > edge]


# name: (value, points, span of drawn points, [(point, results) at edges])
ONE = {
    "sinc": (sinc, SMALL + MIDDLE + both(1e5, 1e9), (-5, 5), [([INF], [NAN] * 3)]),
    "sech": (mp.sech, SMALL + MIDDLE, (-20, 20), []),
    "csch": (mp.csch, MIDDLE, (-20, 20), [([0.0], [INF, SKIP, SKIP]), ([-0.0], [-INF, SKIP, SKIP])]),
    "coth": (mp.coth, MIDDLE, (-20, 20), [([INF], [1.0, 0.0, SKIP]), ([-INF], [-1.0, 0.0, SKIP]),
                                          ([0.0], [INF, SKIP, SKIP])]),
    "asech": (mp.asech, [x for x in MIDDLE if 0 < x < 1], (0, 1), [([1.0], [0.0, -INF, SKIP]), ([0.0], [INF, -INF, SKIP]),
                                                                   ([-0.5], [NAN] * 3), ([ABOVE1], [NAN] * 3)]),
    "acsch": (mp.acsch, MIDDLE + both(1e15, 1e100), (-20, 20), [([INF], [0.0, SKIP, SKIP]), ([0.0], [INF, SKIP, SKIP])]),
    "acoth": (mp.acoth, outside(MIDDLE, 1) + both(1e15, 1e100), (1, 20),
              [([1.0], [INF, -INF, SKIP]), ([-1.0], [-INF, -INF, SKIP]), ([BELOW1], [NAN] * 3), ([0.0], [NAN] * 3),
               ([INF], [0.0, SKIP, SKIP])]),
    "exp2": (lambda x: mpf(2) ** x, SMALL + MIDDLE + both(1000.0, 1022.5, 1023.9), (-50, 50),
             [([-INF], [0.0, 0.0, 0.0]), ([INF], [INF, INF, INF]), ([-1100.0], [0.0, 0.0, 0.0])]),
    "exp10": (lambda x: mpf(10) ** x, SMALL + [x for x in MIDDLE if abs(x) <= 300], (-20, 20),
              [([-INF], [0.0, 0.0, 0.0]), ([INF], [INF, INF, INF]), ([-400.0], [0.0, 0.0, 0.0])]),
    "sigmoid": (sigmoid, ALL, (-40, 40), [([INF], [1.0, 0.0, 0.0]), ([-INF], [0.0, 0.0, 0.0])]),
    "softplus": (lambda x: mp.log1p(mp.exp(x)) if x < 0 else x + mp.log1p(mp.exp(-x)), ALL, (-40, 40),
                 [([INF], [INF, 1.0, 0.0]), ([-INF], [0.0, 0.0, 0.0])]),
    "silu": (lambda x: x * sigmoid(x), ALL, (-40, 40), [([INF], [INF, 1.0, 0.0]), ([-INF], [0.0, 0.0, 0.0])]),
    "gelu": (lambda x: x / 2 * mp.erfc(-x / mp.sqrt(2)) if abs(x) < 100 else x * (x > 0), ALL, (-6, 6),
             [([INF], [INF, 1.0, 0.0]), ([-INF], [0.0, 0.0, 0.0])]),
}
SINGULAR = {"csch", "coth", "asech", "acsch", "log"}
BASES = [0.5, 2.0, 3.0, 10.0, 16.0, 1.5, 1e10, 1e-5]
NUMBERS = [1e-300, 1e-5, 0.3, BELOW1, 1.0, ABOVE1, 1.5, 2.0, 8.0, 1000.0, 1e22, 1e300]
TERMS = both(0.0, 1e-5, 0.3, 1.0, 10.0, 36.5, 700.0, 745.5, 800.0, 1e9)
TWO = {
    "log": (lambda x, b: mp.log(x) / mp.log(b), [(x, b) for x in NUMBERS for b in BASES], ((0, 50), (1.1, 20)),
            [([0.0, 2.0], [-INF, INF, SKIP, SKIP, SKIP, SKIP]), ([-1.0, 2.0], [NAN] * 6), ([2.0, -1.0], [NAN] * 6)]),
    "logaddexp": (lambda a, b: max(a, b) + mp.log1p(mp.exp(-abs(a - b))) if a != b else a + mp.ln2,
                  [(a, b) for a in TERMS for b in TERMS], ((-20, 20), (-20, 20)),
                  [([INF, 1.0], [INF, 1.0, 0.0, SKIP, SKIP, SKIP]), ([1.0, -INF], [1.0, 1.0, 0.0, 0.0, SKIP, SKIP]),
                   ([HUGE, -HUGE], [HUGE, 1.0, 0.0, 0.0, 0.0, 0.0]),
                   ([INF, INF], [INF, 0.5, 0.5, SKIP, SKIP, SKIP]), ([-INF, -INF], [-INF, 0.5, 0.5, SKIP, SKIP, SKIP]),
                   ([INF, -INF], [INF, 1.0, 0.0, SKIP, SKIP, SKIP])]),
}


def line(name, point, results):
    cells = [x if x == SKIP else x.hex() for x in results]
    if len(point) == 1:
        cells = [point[0].hex(), "", cells[0], cells[1], "", cells[2], "", ""]
    else:
        cells = [x.hex() for x in point] + cells
    return ",".join([name, *cells])


def main():
    print("function,x,y,f,fx,fy,fxx,fxy,fyy")
    for name, (f, points, span, edges) in ONE.items():
        rng = random.Random(name)
        for x in [*points, *(rng.uniform(*span) for _ in range(RANDOM)), NAN]:
            print(line(name, [x], references(name, f, [x])))
        for point, results in edges:
            print(line(name, point, results))
    for name, (f, points, spans, edges) in TWO.items():
        rng = random.Random(name)
        for point in [*points, *([rng.uniform(*span) for span in spans] for _ in range(RANDOM)), [NAN, 1.0]]:
            print(line(name, point, references(name, f, point)))
        for point, results in edges:
            print(line(name, point, results))
    for x in both(0.0, 0.3, 0.5, 0.49999999999999994, 1.5, 2.5, 3.5, 2.4999999999999996, 1.25, 4.5, 7.0, 100.5, 1e9 + 0.5,
                  2.0**51 + 0.5, 2.0**52 + 1, 1e300):
        print(line("roundeven", [x], [float(round(Fraction(x))), 0.0, 0.0]))
    for x in DIVISION:
        for y in DIVISION:
            if (results := modulo(x, y)) is not None:
                print(line("mod", [x, y], results))


if __name__ == "__main__":
    main()
