#!/usr/bin/env python3
"""Makes far_slopes.csv: slopes of formulas of machine learning and physics, from next to 0 to far beyond where their
exponentials overflow.

    python3 make_far_slopes.py > far_slopes.csv        (with mpmath)

Nothing of gradfield takes part: power series of three terms beyond the value are carried through each formula, with 400
digits. Columns, by semicolons: formula in x; x; f; f'; f''; and how much f' and f'' move where x moves by its own
size, |f'| + |x f''| and |f''| + |x f'''|: 2^-53 of these is what rounding x costs. Numbers have 20 digits; what is
below 1e-330 stands as 0, what is above 1e310 as inf.
"""
from mpmath import mp, mpf

mp.dps = 400
FORMULAS = """
1/(1+exp(-x))
1/(1+exp(x))
x/(1+exp(-x))
x/(1+exp(-1.702*x))
2/(1+exp(-2*x))-1
tanh(x)
tanh(x)^2
x*tanh(x)
0.5*x*(1+tanh(0.7978845608028654*(x+0.044715*x^3)))
x*erfc(-x/1.4142135623730951)/2
exp(-exp(x))
exp(-exp(-x))
1/cosh(x)
1/cosh(x)^2
tanh(exp(x))
erf(exp(x))
atan(exp(x))
atan(sinh(x))
x*tanh(log1p(exp(x)))
log1p(exp(-x))
log(1+exp(-x))
1/(exp((x-1)/0.01)+1)
x^3/(exp(x)-1)
x^3/expm1(x)
exp(-x^2)
1/exp(x^2)
exp(-x^2/2)*x
x^2*exp(-x)
exp(x)^(-1.5)
1/(1+x^2)
1/(1+exp(x))^2
exp(x)/(1+exp(x))^2
exp(-x)/(1+exp(-x))
exp(-x)/(1+exp(-x))^2
-log(1/(1+exp(-x)))
sqrt(1+x^2)
x/sqrt(1+x^2)
log(1+x^2)
atan(x)
x/(1+abs(x))
max(x,0)+log1p(exp(-abs(x)))
exp(-abs(x))
exp(-exp(-x)-x)
1-exp(-exp(x))
1/(1+exp(-(3*x+1)))
1/(2+exp(-x)+exp(x))
sinh(x)/cosh(x)
(exp(x)-exp(-x))/(exp(x)+exp(-x))
1/(exp(x)+exp(-x))
tanh(x^3)
tanh(x)*exp(-x^2)
exp(-1/x^2)
x*exp(-1/x^2)
1/(1+exp(-x))*(1-1/(1+exp(-x)))
x^4*exp(-x^2)
cosh(x)^(-2)
erfc(x)
erfc(x)*exp(-x)
erf(x)^2
gauss(x)*x
(1/(1+exp(-x)))^2
exp(x)^(-0.5)
1/(1+x^4)
hypot(x,1)
x/hypot(x,1)
""".split("\n")[1:-1]
MAGNITUDES = ["1e-320", "1e-200", "1e-100", "1e-30", "1e-8", "1e-3", "0.1", "0.5", "1", "1.5", "2.5", "5", "8.09", "10", "20",
              "26.6", "26.84", "30", "36.5", "50", "100", "177.3", "300", "354.8", "355.5", "372", "417.1", "500", "650",
              "700", "709", "709.7", "709.8", "710.4", "710.5", "715", "740", "745.2", "750", "800", "1000", "1417", "2000",
              "1e4", "1e6", "1e10", "1e50", "1e100", "1e154", "1e200", "1e300"]
ORDER = 4


class Series:
    """The value and the first Taylor coefficients of a function of x."""

    def __init__(self, terms):
        self.terms = list(terms) + [mpf(0)] * (ORDER - len(terms))

    def __add__(self, other):
        return Series([a + b for a, b in zip(self.terms, series(other).terms)])

    def __mul__(self, other):
        other = series(other)
        return Series([sum(self.terms[i] * other.terms[k - i] for i in range(k + 1)) for k in range(ORDER)])

    def __neg__(self):
        return Series([-a for a in self.terms])

    def __sub__(self, other):
        return self + -series(other)

    def __truediv__(self, other):
        return self * reciprocal(series(other))

    def __pow__(self, exponent):
        if isinstance(exponent, int) and exponent >= 0:
            result = series(1)
            for _ in range(exponent):
                result = result * self
            return result
        u = self.terms[0]
        steps = [mpf(1)]
        for k in range(1, ORDER):
            steps.append(steps[-1] * (mpf(exponent) - k + 1) / k)
        return compose(self, [c * u ** (mpf(exponent) - k) for k, c in enumerate(steps)])

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return series(other) - self

    def __rtruediv__(self, other):
        return series(other) / self


def series(value):
    return value if isinstance(value, Series) else Series([mpf(value)])


def compose(u, coefficients):
    """The sum of coefficients[k] (u - u_0)^k."""
    rest, power, result = Series([mpf(0)] + u.terms[1:]), series(1), series(0)
    for c in coefficients:
        result, power = result + power * c, power * rest
    return result


def reciprocal(u):
    return compose(u, [(-1) ** k / u.terms[0] ** (k + 1) for k in range(ORDER)])


def exp(u):
    v = mp.exp(mp.sign(u.terms[0]) * min(mp.fabs(u.terms[0]), mpf(10) ** 7))  # beyond it all is 0 or inf
    return compose(u, [v / mp.factorial(k) for k in range(ORDER)])


def expm1(u):
    return compose(u, [mp.expm1(u.terms[0])] + exp(u_of(u.terms[0])).terms[1:])


def u_of(value):
    return Series([value, mpf(1)])


def log(u):
    v = u.terms[0]
    return compose(u, [mp.log(v)] + [(-1) ** (k + 1) / (k * v ** k) for k in range(1, ORDER)])


def log1p(u):
    result = log(u + 1)
    result.terms[0] = mp.log1p(u.terms[0])
    return result


def from_slope(u, value, slope):
    """A function with this value whose slope is a series in its argument."""
    return compose(u, [value] + [slope.terms[k - 1] / k for k in range(1, ORDER)])


def sinh(u):
    return (exp(u) - exp(-u)) * mpf("0.5")


def cosh(u):
    return (exp(u) + exp(-u)) * mpf("0.5")


def tanh(u):
    t = u_of(u.terms[0])
    return from_slope(u, mp.tanh(u.terms[0]), 1 / cosh(t) ** 2)


def gauss(u):
    return exp(-(u * u))


def erf(u):
    return from_slope(u, mp.erf(u.terms[0]), gauss(u_of(u.terms[0])) * (2 / mp.sqrt(mp.pi)))


def erfc(u):
    return from_slope(u, mp.erfc(u.terms[0]), gauss(u_of(u.terms[0])) * (-2 / mp.sqrt(mp.pi)))


def atan(u):
    t = u_of(u.terms[0])
    return from_slope(u, mp.atan(u.terms[0]), 1 / (1 + t * t))


def sqrt(u):
    return u ** mpf("0.5")


def hypot(u, w):
    return sqrt(u * u + series(w) * series(w))


def abs(u):
    return u if u.terms[0] >= 0 else -u


def max(u, w):
    return u if u.terms[0] > series(w).terms[0] else series(w)


def text(v):
    size = mp.fabs(v)
    return "0" if size < mpf("1e-330") else ("-inf" if v < 0 else "inf") if size > mpf("1e310") else mp.nstr(v, 20)


print("# Made by make_far_slopes.py.")
for formula in FORMULAS:
    code = compile(formula.replace("^", "**"), formula, "eval")
    for magnitude in MAGNITUDES:
        for sign in ("", "-"):
            x = mpf(float(sign + magnitude))
            names = {name: globals()[name] for name in ("exp", "expm1", "log", "log1p", "sinh", "cosh", "tanh", "gauss",
                                                        "erf", "erfc", "atan", "sqrt", "hypot", "abs", "max")}
            try:
                f, first, second, third = eval(code, names, {"x": u_of(x)}).terms
            except (ZeroDivisionError, ValueError, OverflowError, MemoryError):
                continue
            second, third = 2 * second, 6 * third
            if any(isinstance(v, mp.mpc) for v in (f, first, second, third)):
                continue
            sizes = mp.fabs(first) + mp.fabs(x * second), mp.fabs(second) + mp.fabs(x * third)
            print(";".join([formula, sign + magnitude, *map(text, (f, first, second, *sizes))]))
