"""One test function: its values and slopes at a point with their conditions, and its minima to 50 digits. For
make_test_function_references.py, which says what the numbers are."""
import random

from mpmath import mp, mpf

from conditions import (DISTANCES, INF, NAN, adjoints, condition, error_bounds, evaluate, evaluate_beside, slopes_of)
from formulas import Dag, Parser, differentiate

DIGITS, AGREEING, STORED = 120, 55, 50
COARSE = 40  # digits for K and for the errors of single operations
NOTHING = mpf(10) ** -340  # no double comes near to it


class Function:
    def __init__(self, row):
        self.name = row["name"]
        self.variables = row["variables"].split(",")
        self.domain = [tuple(map(float, part.split(":"))) for part in row["domain"].split(",")]
        self.dag = Dag(self.variables)
        self.value = Parser(row["formula"], self.dag).parse()
        self.partials = [differentiate(self.dag, self.value, k) for k in range(len(self.variables))]

    def results(self, point, digits):
        """Value and slopes."""
        with mp.workdps(digits):
            values = evaluate(self.dag, point)
            outputs = [mpf(0) if place is None else values[place] for place in [self.value, *self.partials]]
            if mp.isnan(outputs[0]):
                outputs[1:] = [NAN] * len(self.variables)
            return values, outputs

    def sizes(self, point, values):
        """K of each."""
        with mp.workdps(COARSE):
            slopes = slopes_of(self.dag, values)
            errors = error_bounds(self.dag, values, slopes)
            rng = random.Random(self.name)
            places = [(values, slopes)]
            for _ in range(3):
                beside = evaluate_beside(self.dag, point, errors, rng)
                places.append((beside, slopes_of(self.dag, beside)))
            sizes = []
            for place in [self.value, *self.partials]:
                if place is None:
                    sizes.append(mpf(0))
                elif errors[place] == INF or not mp.isfinite(values[place]):
                    sizes.append(errors[place])
                else:
                    sums = [condition(self.dag, *beside, place) for beside in places]
                    sizes.append(max(s for s in sums if mp.isfinite(s)) if mp.isfinite(sums[0]) else INF)
            return [sizes[0] if mp.isnan(values[self.value]) else s for s in sizes]

    def references(self, point):
        """Value and slopes with their K; two precisions must agree, or both are doubled."""
        point = [mpf(x) for x in point]
        digits, sizes = DIGITS, None
        while digits < 2000:
            coarse, first = self.results(point, digits)
            values, second = self.results(point, digits * 3 // 2)
            sizes = sizes or self.sizes(point, coarse)
            # What cancels to nothing is 0.
            for results, d in ((first, digits), (second, digits * 3 // 2)):
                for k, size in enumerate(sizes):
                    if size != INF and abs(results[k]) < max(mpf(10) ** (20 - d) * size, NOTHING):
                        results[k] = mpf(0)
            if all(map(self.agree, first, second, sizes)):
                self.check_gradient(values, second, sizes, digits)
                return list(zip(second, sizes))
            digits *= 2
        raise ArithmeticError(f"{self.name} at {point}: no precision is enough")

    @staticmethod
    def agree(a, b, size):
        if size == INF:
            return True
        if mp.isfinite(a) and mp.isfinite(b):
            return abs(a - b) <= mpf(10) ** -AGREEING * abs(b)
        return repr(a) == repr(b)

    def check_gradient(self, values, results, sizes, digits):
        """The slopes once more, by reverse accumulation of the value."""
        if not mp.isfinite(results[0]) or sizes[0] == INF:
            return
        with mp.workdps(digits):
            adjoint = adjoints(self.dag, slopes_of(self.dag, values), self.value)
            for k, (slope, size) in enumerate(zip(results[1:], sizes[1:])):
                place = self.dag.places.get(("variable", k))
                if place is not None and mp.isfinite(slope) and size != INF and mp.isfinite(adjoint[place]):
                    assert abs(adjoint[place] - slope) <= max(mpf(10) ** -60 * size, NOTHING), (self.name, k)

    # Minima

    def gradient(self, point):
        values = evaluate(self.dag, point)
        return [mpf(0) if p is None else values[p] for p in self.partials]

    def is_kink(self, point):
        values = evaluate(self.dag, point)
        for operation, *operands in self.dag.nodes[:self.value + 1]:
            if operation in ("abs", "sqrt", "^", "rint", "min", "max"):
                u = [values[k] for k in operands]
                distance = u[0] if operation == "abs" else \
                    DISTANCES["slope of " + operation][0](*u, *u) if operation in ("min", "max") else \
                    DISTANCES[operation][0](*u)
                if distance == 0:
                    return True
        return False

    def hessian(self, point, free):
        """By central differences of the gradient: with h = 1e-50 and 120 digits good to 60."""
        h, columns = mpf(10) ** -50, []
        for j in free:
            ahead, behind = list(point), list(point)
            ahead[j] += h
            behind[j] -= h
            a, b = self.gradient(ahead), self.gradient(behind)
            columns.append([(a[i] - b[i]) / (2 * h) for i in free])
        return mp.matrix(columns).T

    def refine(self, start):
        """The exact minimiser near `start`: which coordinates are free (the others stand at an end of the domain, and
        the slope there is not 0), the point, and the Hessian of the free ones."""
        point = [mpf(x) for x in start]
        slopes = self.gradient(point)
        free = [i for i, x in enumerate(point) if float(x) not in self.domain[i] or abs(slopes[i]) < mpf(10) ** -6]
        for _ in range(200):
            slopes = [self.gradient(point)[i] for i in free]
            if not free or max(map(abs, slopes)) == 0:
                break
            matrix = self.hessian(point, free)
            # A hair of the identity, for a Hessian that is singular along a valley.
            hair = mpf(10) ** -40 * (max(abs(x) for x in matrix) or 1)
            for i in range(len(free)):
                matrix[i, i] += hair
            step = mp.lu_solve(matrix, -mp.matrix(slopes))
            for i, s in zip(free, step):
                point[i] += s
            if max(abs(s) for s in step) < mpf(10) ** -(STORED + 15) * max(1, *map(abs, point)):
                break
        else:
            raise ArithmeticError(f"{self.name}: no minimum near {start}")
        # What stays beside a zero is the rest of the iteration.
        point = [mpf(0) if abs(x) < mpf(10) ** -(STORED + 10) else x for x in point]
        return free, point, self.hessian(point, free) if free else None

    def minimum(self, start):
        """The minimiser nearest to a published one as doubles, and how far its rounding may carry each slope."""
        with mp.workdps(DIGITS):
            point = [mpf(x) for x in start]
            if self.is_kink(point):
                slopes = self.gradient(point)
                reach = ["edge" if float(x) in ends and abs(slope) > mpf(10) ** -6 else "kink"
                         for x, slope, ends in zip(point, slopes, self.domain)]
                return tuple(map(float, start)), reach
            free, point, matrix = self.refine(start)
            for x, printed in zip(point, start):
                check_printed(self.name, x, printed)
            doubles = tuple(map(float, point))
            if free:
                least = min(mp.eigsy(matrix, eigvals_only=True))
                assert least >= -mpf(10) ** -20 * max(1, *map(abs, matrix)), (self.name, "is no minimum", start)
            reach = ["edge"] * len(start)
            for row, i in enumerate(free):
                reach[i] = sum((abs(matrix[row, c] * (point[j] - mpf(doubles[j]))) for c, j in enumerate(free)), mpf(0))
            return doubles, reach


def check_printed(name, exact, printed):
    """Within one unit of the last digit printed; 0 within 1e-9."""
    digits = len(printed.split(".")[1]) if "." in printed else 0
    allowed = mpf(10) ** -digits if float(printed) != 0 else mpf(10) ** -9
    assert abs(exact - mpf(printed)) <= allowed, (name, mp.nstr(exact, 12), "printed", printed)
