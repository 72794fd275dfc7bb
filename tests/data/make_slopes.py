#!/usr/bin/env python3
"""Makes slopes.csv: slopes of smooth formulas in x and y, rounded to the nearest double.

    python3 make_slopes.py > slopes.csv        (with mpmath)

Columns: x,y,df_dx,df_dy,formula, numbers as float.hex(). Differences of 120 digits with a step of 1e-40 give 40
digits; a second precision must round to the same doubles. Constants are the doubles nearest to them.
"""
import random
import re

from mpmath import mp, mpf

FORMULAS = """
x^2+y^2
x^3-3*x*y^2
(1-x)^2+100*(y-x^2)^2
(x^2+y-11)^2+(x+y^2-7)^2
x^9-y^7*x
sin(x)*cos(y)
sin(3*x)*sin(2*y)
sin(20*x+y)
sin(100*x)*y
exp(-x^2-y^2)
x*exp(-x^2-y^2)
exp(x*y)
exp(3*x)-exp(-2*y)
log(x^2+y^2+1)
log(1+exp(x))+log(1+exp(y))
log(cosh(x))+log(cosh(y))
1/(1+x^2+2*y^2)
1/(0.01+x^2+y^2)
x/(4+y)+y/(4+x)
(x^2-y^2)/(x^2+y^2+0.1)
sqrt(x^2+y^2+0.5)
sqrt(4+x)*sqrt(4-y)
atan(x*y)
tanh(x+2*y)
sinh(x)*cosh(y)
asinh(5*x)+y^3
cos(x)*cos(y)*exp(-(x-pi)^2-(y-pi)^2)
20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)
3*(1-x)^2*exp(-x^2-(y+1)^2)-10*(x/5-x^3-y^5)*exp(-x^2-y^2)-exp(-(x+1)^2-y^2)/3
1+(x^2+y^2)/4000-cos(x)*cos(y/sqrt(2))
(x+1e8)-1e8+y
1e6+x^2/2+sin(y)
(1-cos(x))/(1+y^2)
x^2*1e-9+y*1e9
sin(1e5*x)+y^2
""".split()
POINTS = 12


def as_python(formula):
    number = r"(?<![A-Za-z0-9_.])\d+\.?\d*(?:e[+-]?\d+)?"
    text = re.sub(number, lambda n: "mpf(%r)" % float(n.group()), formula).replace("^", "**")
    names = {name: getattr(mp, name) for name in "sin cos exp log sqrt atan tanh sinh cosh asinh".split()}
    return eval("lambda x, y: " + text, {"mpf": mpf, "pi": mpf(3.141592653589793), **names})


def slopes(f, x, y):
    h = mpf(10) ** -40
    return [float((f(x + h, y) - f(x - h, y)) / (2 * h)), float((f(x, y + h) - f(x, y - h)) / (2 * h))]


random.seed(1)
print("x,y,df_dx,df_dy,formula")
for formula in FORMULAS:
    for _ in range(POINTS):
        x, y = random.uniform(-3, 3), random.uniform(-3, 3)
        results = []
        for mp.dps in 120, 150:
            results.append(slopes(as_python(formula), mpf(x), mpf(y)))
        assert results[0] == results[1], (formula, x, y, results)
        print(",".join(v.hex() for v in (x, y, *results[0])) + "," + formula)
