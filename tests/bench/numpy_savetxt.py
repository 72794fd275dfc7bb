"""x,y,f,df_dx,df_dy of sin(x)*cos(y)*exp(-(x^2+y^2)/4) with NumPy. Arguments: N M FILE."""
import sys

import numpy

columns, rows, file = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
x, y = numpy.meshgrid(numpy.linspace(-3, 3, columns), numpy.linspace(-3, 3, rows))
bell = numpy.exp(-(x**2 + y**2) / 4)
f = numpy.sin(x) * numpy.cos(y) * bell
df_dx = (numpy.cos(x) - x / 2 * numpy.sin(x)) * numpy.cos(y) * bell
df_dy = numpy.sin(x) * (-numpy.sin(y) - y / 2 * numpy.cos(y)) * bell
table = numpy.column_stack([column.ravel() for column in (x, y, f, df_dx, df_dy)])
numpy.savetxt(file, table, delimiter=",", header="x,y,f,df_dx,df_dy", comments="")
