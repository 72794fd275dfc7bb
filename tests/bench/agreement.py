"""Whether two tables hold the same values: CSV, or NPY of float64 fields, read with the standard library alone."""
import array
import ast
import math


def read_csv(path):
    with open(path) as file:
        names = file.readline().strip().split(",")
        rows = [[float(cell) for cell in line.split(",")] for line in file]
    return names, list(zip(*rows))


def read_npy(path):
    with open(path, "rb") as file:
        data = file.read()
    assert data[:8] == b"\x93NUMPY\x01\x00", f"{path} is no NPY file of version 1.0"
    size = int.from_bytes(data[8:10], "little")
    header = ast.literal_eval(data[10:10 + size].decode())
    names = [name for name, kind in header["descr"]]
    values = array.array("d", data[10 + size:])
    assert len(values) == math.prod(header["shape"]) * len(names), f"{path}: {header['shape']} does not fit"
    return names, [values[k::len(names)] for k in range(len(names))]


def disagreement(ours, theirs, allowed):
    """None where the bytes are the same or every value lies within `allowed` times the largest of its column;
    otherwise what is wrong. The second result says which of the two it was."""
    with open(ours, "rb") as one, open(theirs, "rb") as other:
        if one.read() == other.read():
            return None, "the same bytes"
    read = read_npy if ours.endswith(".npy") else read_csv
    (names, columns), (other_names, other_columns) = read(ours), read(theirs)
    if names != other_names:
        return f"columns {names} and {other_names}", ""
    worst = 0.0
    for name, column, other in zip(names, columns, other_columns):
        if len(column) != len(other):
            return f"{len(column)} and {len(other)} rows", ""
        largest = max(map(abs, column))
        differences = [abs(a - b) / largest for a, b in zip(column, other)]
        beyond = [difference for difference in differences if not difference <= allowed]  # a nan too
        if beyond:
            return f"column {name} differs by {beyond[0]:.1e} of its largest value", ""
        worst = max(worst, *differences)
    return None, f"values within {worst:.1e} of their column's largest"
