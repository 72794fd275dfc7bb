"""The lesson's picture by matplotlib, as such a program is usually written.

Usage: lesson_matplotlib.py FILE.png
"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

x, y = np.meshgrid(np.linspace(-3, 3, 20), np.linspace(-3, 3, 20))
figure, axes = plt.subplots(figsize=(6, 6), dpi=100)
axes.quiver(x, y, 2 * x, 2 * y, color="blue")
axes.set_title("Gradient of x^2+y^2")
axes.set_xlabel("x")
axes.set_ylabel("y")
axes.grid(True)
figure.savefig(sys.argv[1])
