#!/usr/bin/env python3
"""Makes functions.csv: exact values and slopes of the functions, rounded to the nearest double.

    python3 make_functions.py > functions.csv        (Python 3.9 or later, with mpmath)

Columns: function,a,b,value,slope_a,slope_b, numbers as float.hex(); b and slope_b are empty for
functions of one argument. `skip` stands where no contract fixes a slope. Zeros keep their IEEE sign
in `value`; a slope of zero is always written as +0. Every number is computed at two precisions
(391 and 782 digits), and both must round to the same double.
"""
import random
from fractions import Fraction
from itertools import product
from math import copysign, floor, fmod, isinf, isnan, trunc

from mpmath import mp, mpf
from mpmath.libmp import to_rational

INF, NAN, SKIP = float("inf"), float("nan"), "skip"
TINY, HUGE = 5e-324, float.fromhex("0x1.fffffffffffffp+1023")
BELOW1, ABOVE1 = 1 - 2.0**-53, 1 + 2.0**-52
OUTSIDE = 8  # rows kept of those outside a function's domain


def nearest(v):
    """The double nearest to an exact number; ties to even, overflow to inf, underflow to denormals and 0."""
    if isinstance(v, (float, str)):
        return v
    sign = -1.0 if v < 0 else 1.0
    if isinstance(v, mpf):
        if v and abs(mp.mag(v)) > 1200:
            return copysign(INF if mp.mag(v) > 0 else 0.0, sign)
        v = Fraction(*map(int, to_rational(v._mpf_)))
    try:
        return v.numerator / v.denominator  # integer division rounds correctly in Python
    except OverflowError:
        return copysign(INF, sign)


def rounded(compute, *arguments):
    """The results of compute (value, then slopes) as doubles; makes sure that precision does not matter."""
    results = []
    for bits in 1300, 2600:
        mp.prec = bits
        results.append([nearest(v) for v in compute(*arguments)])
    assert str(results[0]) == str(results[1]), (arguments, results)
    value, *slopes = results[0]
    if isnan(value):
        return [value] + [NAN] * len(slopes)
    return [value] + [s if s == SKIP else s + 0.0 for s in slopes]  # -0 + 0 is +0


# ---------------------------------------------------------------- one argument

def both(*xs):
    return [s * x for x in xs for s in (1, -1)]


def quarter_turns(ks):
    mp.prec = 200
    return [nearest(k * mp.pi / 2) for k in ks]


TURNS = quarter_turns([1, -1, 2, -2, 3, -3, 4, -4, 5, 6, 7, 8, 100000, 100001, 10**10, -(10**10 + 1)])
POINTS = (
    both(0.0, TINY, 1e-310, 1e-300, 1e-160, 1e-20, 1e-10, 1e-9, 1e-5, 0.1, 0.3, 0.49999999999999994, 0.5,
         BELOW1, 1.0, ABOVE1, 1.5, 2.0, 2.5, 3.0, 2.718281828459045, 10.0, 30.0, 100.0)
    + TURNS
    + both(700.0, 709.7, 710.0, 710.4, 710.47, 711.0, 745.1, 746.0, 800.0, 1e5, 1e9, 1e15, 2.0**52 + 1, 2.0**53,
           1e22, 1e100, 1.3e154, 1.4e154, 1e200, 1e300, HUGE, INF)
    + [NAN])
FEW = both(0.0, TINY, 1e-310, 1e-20, 0.1, 0.3, 0.49999999999999994, 0.5, BELOW1, 1.0, ABOVE1, 1.5, 2.0, 2.5, 3.0,
           2.0**51 + 0.5, 2.0**52 - 0.5, 2.0**52 + 1, 1e22, HUGE, INF) + [NAN]


def anywhere(x):
    return True


class Row:
    """A function of one argument: value and slope, where it is defined, special points, where to draw at random."""

    def __init__(self, value, slope, span=(-30, 30), domain=anywhere, low=None, high=None, at=(), odd=False,
                 points=POINTS, extra=()):
        self.value, self.slope, self.span, self.domain, self.odd = value, slope, span, domain, odd
        self.special = {-INF: low, INF: high, **dict(at)}  # x: (value, slope), or a function that gives them
        self.points, self.extra = points, extra

    def __call__(self, x):
        if isnan(x) or not self.domain(x):
            return NAN, NAN
        if x in self.special:
            return self.special[x](x) if callable(self.special[x]) else self.special[x] or (NAN, NAN)
        exact = mpf(x)
        value = self.value(exact)
        return copysign(0.0, x) if self.odd and value == 0 else value, self.slope(exact)

    def arguments(self, rng):
        lo, hi = self.span
        near = [lo + (hi - lo) * 10 ** rng.uniform(-8, 0) for _ in range(9)]
        drawn = [rng.uniform(lo, hi) for _ in range(9)] + near if self.points is POINTS else []
        outside = 0
        for x in [*self.points, *self.extra, *drawn]:
            inside = isnan(x) or self.domain(x) and (not isinf(x) or self.special[x])
            outside += not inside
            if inside or outside <= OUTSIDE or x in (-ABOVE1, ABOVE1, -INF, INF):
                yield x


def kink(value, slope=lambda x: 0.0, low=(-INF, 0.0), high=(INF, 0.0), odd=False):
    return Row(value, slope, low=low, high=high, odd=odd, points=FEW)


def logarithm(base, **more):
    return Row(lambda x: mp.log(x) / mp.log(base()), lambda x: 1 / (x * mp.log(base())), (0, 50), lambda x: x >= 0,
               high=(INF, 0.0), at={0.0: (-INF, INF)}, **more)


def whole(x):
    return x == floor(x)


def gamma_slope(x):
    return mpf(2) ** 2000 if x > 200 else mp.gamma(x) * mp.digamma(x)


def gaussian(x):
    return mp.exp(-x * x)


def not_a_pole(x):
    return x > 0 or x > -INF and not whole(x)


def trigamma(x):  # reflected far below 0, where mpmath counts its way up
    return mp.psi(1, x) if x > -2000 else (mp.pi / mp.sin(mp.pi * x)) ** 2 - mp.psi(1, 1 - x)


def inverse_square_root(x):
    return 1 / mp.sqrt(x)


LOGARITHM_POINTS = (8.0, 1024.0, 2.0**-1074 * 3, 1000.0, 1e-3, 1e-8)
GAMMA_POINTS = (4.0, 5.0, 6.0, 20.0, 23.0, 170.0, 171.0, 171.6, 171.62, 171.63, 172.0, -0.999, -3.5, -20.5, -100.5,
                -170.5, -171.5, -177.5, -180.5, -182.5, -185.5, 1.4616321449683622, -2.4570247382208006, 1e-308,
                -1e-308, 5.562684646268003e-309, 1e305, 2.55e305, 2.57e305, 171.624, 171.62437695630272, -169.99999999,
                -170.00000001, -172.99999999, -174.9999999999, -177.00000000000003, -181.75, -183.99999999999997,
                -184.00000000000003, -185.00000000000003, -999.5)
DIGAMMA_POINTS = (9.999999999999998, 10.0, 17.0, 1.4460071449683622, 1.4772571449683622, 1.46163214496836, 1e-17,
                  -1e-17, 2.0**-60, -2.0**-60, 2.0**110, 1.5 * 2.0**110, -1.4616321449683622, -0.5040830082644554,
                  -2.610720868444145, -8.6957641638164, -20.25, -1000.75, -2.0**51 - 0.5, -2.0**52 + 0.5)
GAUSS_POINTS = both(27.28, 27.3, 27.32)
ERF_POINTS = both(0.84375, 1.25, 5.0, 5.9, 6.0, 20.0, 26.5, 26.54, 26.6, 27.2, 27.3, 28.0)

ONE = {
    "sin": Row(mp.sin, mp.cos, odd=True),
    "cos": Row(mp.cos, lambda x: -mp.sin(x)),
    "tan": Row(mp.tan, lambda x: 1 / mp.cos(x) ** 2, odd=True, extra=both(2.0**-28, 2.0**-27, 1.5 * 2.0**-27)),
    "asin": Row(mp.asin, lambda x: inverse_square_root((1 - x) * (1 + x)), (-1, 1), lambda x: abs(x) <= 1, odd=True,
                at={1.0: lambda x: (mp.pi / 2, INF), -1.0: lambda x: (-mp.pi / 2, INF)}),
    "acos": Row(mp.acos, lambda x: -inverse_square_root((1 - x) * (1 + x)), (-1, 1), lambda x: abs(x) <= 1,
                at={1.0: (0.0, -INF), -1.0: lambda x: (+mp.pi, -INF)}),
    "atan": Row(mp.atan, lambda x: 1 / (1 + x * x), odd=True,
                low=lambda x: (-mp.pi / 2, 0.0), high=lambda x: (mp.pi / 2, 0.0)),
    "sinh": Row(mp.sinh, mp.cosh, odd=True, low=(-INF, INF), high=(INF, INF)),
    "cosh": Row(mp.cosh, mp.sinh, low=(INF, -INF), high=(INF, INF)),
    "tanh": Row(mp.tanh, lambda x: 1 / mp.cosh(x) ** 2, (-25, 25), odd=True, low=(-1.0, 0.0), high=(1.0, 0.0),
                extra=both(19.0, 19.1, 22.0, 355.0, 372.0, 373.0)),
    "sech": Row(mp.sech, lambda x: -mp.sech(x) * mp.tanh(x), low=(0.0, 0.0), high=(0.0, 0.0),
                extra=both(708.9, 709.1, 720.0, 740.0, 745.5)),
    "asinh": Row(mp.asinh, lambda x: inverse_square_root(1 + x * x), odd=True, low=(-INF, 0.0), high=(INF, 0.0)),
    "acosh": Row(mp.acosh, lambda x: inverse_square_root((x - 1) * (x + 1)), (1, 50), lambda x: x >= 1,
                 high=(INF, 0.0), at={1.0: (0.0, INF)}),
    "atanh": Row(mp.atanh, lambda x: 1 / ((1 - x) * (1 + x)), (-1, 1), lambda x: abs(x) <= 1, odd=True,
                 at={1.0: (INF, INF), -1.0: (-INF, INF)}),
    "log2": logarithm(lambda: mpf(2), extra=LOGARITHM_POINTS),
    "log10": logarithm(lambda: mpf(10), extra=LOGARITHM_POINTS),
    "log": logarithm(lambda: mp.e),
    "ln": logarithm(lambda: mp.e, points=FEW),
    "exp": Row(mp.exp, mp.exp, low=(0.0, 0.0), high=(INF, INF),
               extra=(709.782712893384, 709.7827128933841, -708.4, -745.13, -745.14)),
    "sqrt": Row(mp.sqrt, lambda x: inverse_square_root(x) / 2, (0, 50), lambda x: x >= 0,
                high=(INF, 0.0), at={0.0: lambda x: (x, INF)}),
    "sign": kink(mp.sign, low=(-1.0, 0.0), high=(1.0, 0.0)),
    "rint": kink(lambda x: mp.floor(x + mpf(0.5))),
    "abs": kink(abs, mp.sign, low=(INF, -1.0), high=(INF, 1.0)),
    "cbrt": Row(lambda x: mp.sign(x) * mp.cbrt(abs(x)), lambda x: 1 / (3 * mp.cbrt(abs(x)) ** 2), odd=True,
                low=(-INF, 0.0), high=(INF, 0.0), at={0.0: lambda x: (x, INF)},
                extra=both(8.0, 27.0, 1e-3, 1000.0)),
    "erf": Row(mp.erf, lambda x: 2 / mp.sqrt(mp.pi) * mp.exp(-x * x), (-6, 6), odd=True,
               low=(-1.0, 0.0), high=(1.0, 0.0), extra=ERF_POINTS),
    "erfc": Row(lambda x: mp.erfc(x) if abs(x) < 100 else mpf(2) * (x < 0),
                lambda x: -2 / mp.sqrt(mp.pi) * mp.exp(-x * x), (-6, 28),
                low=(2.0, 0.0), high=(0.0, 0.0), extra=ERF_POINTS),
    "tgamma": Row(lambda x: mpf(2) ** 2000 if x > 200 else mp.gamma(x), gamma_slope, (-20, 172),
                  lambda x: x >= 0 or x > -INF and not whole(x), high=(INF, INF),
                  at={0.0: lambda x: (copysign(INF, x), NAN)}, extra=GAMMA_POINTS),
    "lgamma": Row(lambda x: INF if x <= 0 and whole(x) else mp.re(mp.loggamma(x)),
                  lambda x: NAN if x <= 0 and whole(x) else mp.digamma(x), (-20, 172),
                  low=(INF, SKIP), high=(INF, INF), extra=GAMMA_POINTS),
    "floor": kink(mp.floor, odd=True),
    "ceil": kink(mp.ceil, odd=True),
    "trunc": kink(lambda x: mpf(int(x)), odd=True),
    "expm1": Row(mp.expm1, mp.exp, odd=True, low=(-1.0, 0.0), high=(INF, INF),
                 extra=(-36.0, -37.5, -40.0, 709.0, 709.1, 709.782712893384, 709.7827128933841)),
    "log1p": Row(mp.log1p, lambda x: 1 / (1 + x), (-1, 50), lambda x: x >= -1, odd=True,
                 high=(INF, 0.0), at={-1.0: (-INF, INF)},
                 extra=(2.0**-54, 1.5 * 2.0**-55, -(2.0**-54), -1.5 * 2.0**-55, 1.1e300, 1e307, 1e308)),
    "deg": Row(lambda x: x * 180 / mp.pi, lambda x: 180 / mp.pi, odd=True, points=FEW,
               low=lambda x: (-INF, 180 / mp.pi), high=lambda x: (INF, 180 / mp.pi)),
    "rad": Row(lambda x: x * mp.pi / 180, lambda x: mp.pi / 180, odd=True, points=FEW,
               low=lambda x: (-INF, mp.pi / 180), high=lambda x: (INF, mp.pi / 180),
               extra=both(30.0, 45.0, 90.0, 180.0, 360.0)),
    "sec": Row(lambda x: 1 / mp.cos(x), lambda x: mp.sin(x) / mp.cos(x) ** 2, points=FEW, extra=TURNS),
    "csc": Row(lambda x: 1 / mp.sin(x), lambda x: -mp.cos(x) / mp.sin(x) ** 2,
               points=FEW, extra=TURNS, at={0.0: lambda x: (copysign(INF, x), SKIP)}),
    "cot": Row(lambda x: mp.cos(x) / mp.sin(x), lambda x: -1 / mp.sin(x) ** 2,
               points=FEW, extra=TURNS, at={0.0: lambda x: (copysign(INF, x), SKIP)}),
    "gauss": Row(gaussian, lambda x: -2 * x * gaussian(x), (-28, 28), low=(0.0, SKIP), high=(0.0, SKIP),
                 extra=ERF_POINTS + GAUSS_POINTS),
    "digamma": Row(mp.digamma, trigamma, (-20, 50), not_a_pole, high=(INF, 0.0),
                   extra=GAMMA_POINTS + DIGAMMA_POINTS),
    "step": kink(lambda x: mpf(int(x >= 0)), low=(0.0, 0.0), high=(1.0, 0.0)),
}


# --------------------------------------------------------------- two arguments

def atan2(y, x):
    if isnan(y) or isnan(x):
        return NAN, NAN, NAN
    if isinf(y) or isinf(x) or y == 0:  # multiples of pi/4, with the sign of y
        left = copysign(1, x) < 0
        quarters = (3 if left else 1) if isinf(y) and isinf(x) else 2 if isinf(y) else 4 * left
        value = copysign(1, y) * quarters * mp.pi / 4 if quarters else copysign(0.0, y)
    else:
        value = mp.atan2(mpf(y), mpf(x))
    if isinf(y) or isinf(x):
        return value, SKIP, SKIP
    if y == x == 0:
        return value, NAN, NAN
    square = mpf(y) ** 2 + mpf(x) ** 2
    return value, x / square, -y / square


def hypot(x, y):
    if isinf(x) or isinf(y):
        return INF, SKIP, SKIP
    if isnan(x) or isnan(y):
        return NAN, NAN, NAN
    length = mp.sqrt(mpf(x) ** 2 + mpf(y) ** 2)
    return (length, x / length, y / length) if length else (0.0, 0.0, 0.0)


def either(better):
    def choose(a, b):
        if isnan(a) or isnan(b):
            return NAN, NAN, NAN
        if a == b:
            return a, 0.5, 0.5
        return (a, 1.0, 0.0) if better(a, b) else (b, 0.0, 1.0)
    return choose


def remainder(a, b):
    if isnan(a) or isnan(b) or isinf(a) or b == 0:
        return NAN, NAN, NAN
    if isinf(b):
        return a, 1.0, 0.0
    return fmod(a, b), 1.0, Fraction(-trunc(Fraction(a) / Fraction(b)))


def polygamma(n, x):
    if not (0 <= n <= 1000 and whole(n) and not_a_pole(x)):
        return NAN, NAN, NAN
    if isinf(x):
        return INF if n == 0 else 0.0, NAN, 0.0
    return mp.psi(int(n), mpf(x)), NAN, NAN if n == 1000 else mp.psi(int(n) + 1, mpf(x))


def given(a, b):
    return (NAN, NAN, NAN) if isnan(a) else (b, 0.0, 1.0)


def c_pow(x, y):
    """C's pow for zero, infinite and nan arguments; y may be exact."""
    if y == 0 or x == 1:
        return 1.0
    if isnan(x) or isnan(y):
        return NAN
    if isinf(y):
        return 1.0 if x == -1 else INF if (abs(x) > 1) == (y > 0) else 0.0
    negative = copysign(1, x) < 0 and whole(y) and y % 2 == 1
    return copysign(INF if (x == 0) == (y < 0) else 0.0, -1.0 if negative else 1.0)


def power(x, y):
    if isnan(x) or isnan(y) or isinf(x) or isinf(y):
        return c_pow(x, y), SKIP, SKIP
    if x == 0:
        value, slope_x = c_pow(x, y), c_pow(x, Fraction(y) - 1)
        if y == 0:
            return value, 0.0, NAN
        if slope_x != c_pow(x, y - 1):
            slope_x = SKIP  # (-0)^(y - 1) where rounding makes y - 1 odd or even
        elif slope_x != 0:
            slope_x *= y
        return value, slope_x, 0.0 if y > 0 else -INF if value > 0 else SKIP
    if x < 0 and not whole(y):
        return NAN, NAN, NAN
    size = abs(mpf(x)) ** mpf(y)
    odd = x < 0 and y % 2 == 1
    value = -size if odd else size
    return value, y * value / x, value * mp.log(x) if x > 0 else NAN


ANGLE = both(0.0, TINY, 1e-160, 0.5, 1.0, 1.4e154, 1e300, INF) + [1e-310, 3.0, ABOVE1, NAN]
LENGTH = [0.0, -0.0, TINY, 1e-310, 1e-160, -1e-9, 0.3, 1.0, -3.0, 4.0, 1e9, 1.3e154, -1.4e154, 1e300, HUGE, INF, -INF,
          NAN]
ORDER = both(0.0, 1.0, 1e300, INF) + [TINY, ABOVE1, NAN]
GIVEN = both(0.0, 1.0, INF) + [TINY, -3.0, NAN]
ORDERS = [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 20.0, 100.0]
SHIFTED = both(TINY, 1e-310, 1e-160, 1e-20, 1e-5, 0.3, 0.49999999999999994, 0.5, BELOW1, ABOVE1, 1.5, 2.5, 20.25) + [
    0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 1.4616321449683622, 10.0, 13.0, 14.0, 100.0, 300.0, 1e5, 1e9, 1e15, 1e22, 2.0**110,
    1.5 * 2.0**110, 1e70, 1e100, 1e155, 1e300, HUGE, -99.75, -199.5, -0.49571567691303844, INF, -INF, NAN]
DIVISION = both(0.0, TINY, 0.1, 1.0, 3.0, 10.0, HUGE, INF) + [0.3, 5.5, 1e22, NAN]
BASE = both(0.0, TINY, 0.5, 1.0, 2.0, 2.5, 1e200, INF) + [1e-310, 1e-160, 0.1, BELOW1, ABOVE1, 10.0, 1.4e154, HUGE, NAN]
EXPONENT = both(0.0, TINY, 0.5, 1.0, 2.0, 3.0, 2.5, 100.0, 1e22, INF) + [1e-20, 1 / 3, 10.0, -1075.0, 1e5 + 1, 2.0**53,
                                                                        NAN]

TWO = {
    "atan2": (atan2, ANGLE, ANGLE),
    "hypot": (hypot, LENGTH, LENGTH),
    "min": (either(lambda a, b: a < b), ORDER, ORDER),
    "max": (either(lambda a, b: a > b), ORDER, ORDER),
    "fmod": (remainder, DIVISION, DIVISION),
    "polygamma": (polygamma, ORDERS, SHIFTED),
    "given": (given, GIVEN, GIVEN),
    "^": (power, BASE, EXPONENT),
}
TWO_SPANS = {"atan2": ((-5, 5), (-5, 5)), "hypot": ((-5, 5), (-5, 5)), "min": ((-5, 5), (-5, 5)),
             "max": ((-5, 5), (-5, 5)), "fmod": ((-50, 50), (-5, 5)), "^": ((0, 20), (-20, 20)),
             "polygamma": ((0, 6), (-20, 20)), "given": ((-5, 5), (-5, 5))}
MORE_PAIRS = {"polygamma": [*product([-1.0, 0.5, 1001.0, INF, -INF, NAN], [0.5]),
                            *product([170.0, 999.0], [0.75, 300.5, -0.5]), (1000.0, 500.25), (5.0, 15.0),
                            (20.0, 30.0), (100.0, 110.0)]}


def line(name, arguments, numbers):
    a, b = [x.hex() for x in arguments] + [""] * (2 - len(arguments))
    value, slope_a, slope_b = [x if x == SKIP else x.hex() for x in numbers] + [""] * (3 - len(numbers))
    return ",".join((name, a, b, value, slope_a, slope_b))


def main():
    print("function,a,b,value,slope_a,slope_b")
    for name, row in ONE.items():
        for x in row.arguments(random.Random(name)):
            print(line(name, [x], rounded(row, x)))
    for name, (function, firsts, seconds) in TWO.items():
        rng, (first_span, second_span) = random.Random(name), TWO_SPANS[name]
        drawn = [(rng.uniform(*first_span), rng.uniform(*second_span)) for _ in range(30)]
        if name == "polygamma":
            drawn = [(float(floor(n)), x) for n, x in drawn]
        for pair in [*product(firsts, seconds), *MORE_PAIRS.get(name, ()), *drawn]:
            print(line(name, pair, rounded(function, *pair)))


if __name__ == "__main__":
    main()
