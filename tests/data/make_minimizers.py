#!/usr/bin/env python3
"""Makes minimizers.csv: where scipy's BFGS comes to rest from a start.

    python3 make_minimizers.py > minimizers.csv        (with scipy 1.10 and torch 1.13 for the gradients)

The functions and the starts are those of make_optimizers.py. Columns, by semicolons: formula, start_x, start_y, x, y, f;
numbers of 17 digits.
"""
import contextlib
import io

import torch
from scipy.optimize import minimize

with contextlib.redirect_stdout(io.StringIO()):
    from make_optimizers import FUNCTIONS


def value_and_gradient(f, point):
    x, y = (torch.tensor(c, dtype=torch.float64, requires_grad=True) for c in point)
    value = f(x, y)
    value.backward()
    return value.item(), [x.grad.item(), y.grad.item()]


print("formula;start_x;start_y;x;y;f")
for formula, f, start, _ in FUNCTIONS:
    result = minimize(lambda p: value_and_gradient(f, p), start, method="BFGS", jac=True, options={"gtol": 1e-9})
    print("%s;%.17g;%.17g;%.17g;%.17g;%.17g" % (formula, *start, *result.x, result.fun))
