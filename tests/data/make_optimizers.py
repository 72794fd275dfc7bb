#!/usr/bin/env python3
"""Makes optimizers.csv: where PyTorch's optimisers are after so many of 200 steps, in double precision.

    python3 make_optimizers.py > optimizers.csv        (with torch 1.13, Debian's python3-torch)

The gradients are torch's own (autograd). Columns, by semicolons: formula, optimizer, rate, step, x, y, f; numbers of 17
digits. Of the 200 steps those from 0 to 10 stand there, and from then on each tenth.
"""
import math

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
pi = math.pi

# Formula, the same for torch, start, and the inverse of about the largest curvature on the way.
FUNCTIONS = [
    ("x^2+y^2", lambda x, y: x**2 + y**2, (2, -1), 0.5),
    ("(x^2+20*y^2)/2", lambda x, y: (x**2 + 20 * y**2) / 2, (2.8, 1), 0.05),
    ("(x+2*y-7)^2+(2*x+y-5)^2", lambda x, y: (x + 2 * y - 7)**2 + (2 * x + y - 5)**2, (-2, 2.5), 0.05),
    ("100*(y-x^2)^2+(1-x)^2", lambda x, y: 100 * (y - x**2)**2 + (1 - x)**2, (-1.2, 1), 0.0005),
    ("(x^2+y-11)^2+(x+y^2-7)^2", lambda x, y: (x**2 + y - 11)**2 + (x + y**2 - 7)**2, (0.5, -0.25), 0.01),
    ("(1.5-x+x*y)^2+(2.25-x+x*y^2)^2+(2.625-x+x*y^3)^2",
     lambda x, y: (1.5 - x + x * y)**2 + (2.25 - x + x * y**2)**2 + (2.625 - x + x * y**3)**2, (1, 1), 0.01),
    ("-exp(-(x-1)^2-(y+0.5)^2)", lambda x, y: -torch.exp(-(x - 1)**2 - (y + 0.5)**2), (0.2, 0.3), 0.5),
    ("log(1+exp(x+y))+log(1+exp(-x))+0.1*y^2",
     lambda x, y: torch.log(1 + torch.exp(x + y)) + torch.log(1 + torch.exp(-x)) + 0.1 * y**2, (2, 2), 0.5),
    ("sin(x)*cos(y)+0.1*(x^2+y^2)", lambda x, y: torch.sin(x) * torch.cos(y) + 0.1 * (x**2 + y**2), (1, 0.4), 0.5),
    ("sqrt(1+x^2+4*y^2)+0.5*tanh(x*y)", lambda x, y: torch.sqrt(1 + x**2 + 4 * y**2) + 0.5 * torch.tanh(x * y),
     (2, -1.5), 0.2),
]
# The constructor, and the rate for a function of that inverse curvature.
OPTIMIZERS = {
    "gd": (lambda p, r: torch.optim.SGD(p, lr=r), lambda h: 0.8 * h),
    "momentum": (lambda p, r: torch.optim.SGD(p, lr=r, momentum=0.9), lambda h: 0.2 * h),
    "nesterov": (lambda p, r: torch.optim.SGD(p, lr=r, momentum=0.9, nesterov=True), lambda h: 0.2 * h),
    "adagrad": (lambda p, r: torch.optim.Adagrad(p, lr=r), lambda h: 0.3),
    "rmsprop": (lambda p, r: torch.optim.RMSprop(p, lr=r), lambda h: 0.01),
    "adam": (lambda p, r: torch.optim.Adam(p, lr=r), lambda h: 0.05),
}
STEPS = 200

print("formula;optimizer;rate;step;x;y;f")
for formula, f, start, h in FUNCTIONS:
    for name, (make, rate_of) in OPTIMIZERS.items():
        rate = float("%.4g" % rate_of(h))
        x, y = (torch.tensor(float(c), requires_grad=True) for c in start)
        optimizer = make([x, y], rate)
        for step in range(STEPS + 1):
            value = f(x, y)
            if step <= 10 or step % 10 == 0:
                print("%s;%s;%r;%d;%.17g;%.17g;%.17g" % (formula, name, rate, step, x.item(), y.item(), value.item()))
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
