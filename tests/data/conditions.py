"""The operations of a formula as numbers of any precision, and the condition of a formula: for
make_test_function_references.py. Poles, domain errors and kinks are those of gradfield's contract; there is but one
zero, the positive."""
from mpmath import mp, mpf

INF, NAN = mpf("inf"), mpf("nan")
SMALLEST_NORMAL, LARGEST = mpf(2) ** -1022, mpf(2) ** 1024
UNIT = mpf(2) ** -53
NEAR = 16  # units of the bound of an argument within which the first order says nothing


def quotient(u, w):
    if w != 0:
        return u / w
    return NAN if u == 0 or mp.isnan(u) else INF if u > 0 else -INF


def power(u, w):
    if w == 0:
        return mpf(1)
    if u == 0 and not mp.isnan(w):
        return mpf(0) if w > 0 else INF
    if u < 0 and w != mp.floor(w):
        return NAN
    return u ** (int(w) if w == mp.floor(w) else w)


def power_log(v, u, w):
    """d u^w / dw, where v = u^w."""
    if u == 0:
        return mpf(0) if w > 0 else NAN if w == 0 else -INF
    return v * logarithm(u)


def sign(u):
    return mpf(1) if u > 0 else mpf(-1) if u < 0 else u


def logarithm(u):
    return NAN if u < 0 or mp.isnan(u) else -INF if u == 0 else mp.log(u)


def finite(function):
    return lambda u: function(u) if mp.isfinite(u) else NAN


def best_of(best):
    """min or max: nan if any argument is nan."""
    return lambda *u: NAN if any(mp.isnan(a) for a in u) else best(u)


def shares(best, u):
    """Which part each argument has in the slope of min or max: the tied ones alike."""
    tied = [a == best(u) for a in u]
    return tuple(mpf(is_tied) / sum(tied) for is_tied in tied)


def slope_of_best(best):
    """Of the arguments, and behind them their slopes."""
    def mean(*both):
        u, du = both[:len(both) // 2], both[len(both) // 2:]
        return sum(share * slope for share, slope in zip(shares(best, u), du) if share != 0)
    return mean


def shares_of_slopes(best):
    return lambda v, *both: (0,) * (len(both) // 2) + shares(best, both[:len(both) // 2])


def lead(best):
    """How far the best argument is from the next."""
    def distance(*both):
        u = list(both[:len(both) // 2])
        u.remove(best(u))
        return best(both[:len(both) // 2]) - best(u)
    return distance


def truth(compare):
    return lambda u, w: mpf(compare(u, w))


VALUES = {
    "+": lambda u, w: u + w, "-": lambda u, w: u - w, "*": lambda u, w: u * w, "/": quotient, "^": power,
    "negate": lambda u: -u, "abs": abs, "sign": sign, "rint": lambda u: mp.floor(u + mpf(0.5)),
    "min": best_of(min), "max": best_of(max), "power_log": power_log,
    "slope of min": slope_of_best(min), "slope of max": slope_of_best(max),
    "?": lambda c, a, b: b if c == 0 else a,
    "sqrt": lambda u: NAN if u < 0 else mp.sqrt(u), "exp": mp.exp, "log": logarithm,
    "log10": lambda u: logarithm(u) / mp.log(10), "sin": finite(mp.sin), "cos": finite(mp.cos), "tan": finite(mp.tan),
    "atan": mp.atan, "tanh": mp.tanh, "cosh": mp.cosh, "<": truth(lambda u, w: u < w), "<=": truth(lambda u, w: u <= w),
    ">": truth(lambda u, w: u > w), ">=": truth(lambda u, w: u >= w), "==": truth(lambda u, w: u == w),
    "!=": truth(lambda u, w: u != w),
}

# d result / d operand of each operation, from the result v and the operands.
PARTIALS = {
    "+": lambda v, u, w: (1, 1), "-": lambda v, u, w: (1, -1), "*": lambda v, u, w: (w, u),
    "/": lambda v, u, w: (quotient(mpf(1), w), -quotient(v, w)),
    "^": lambda v, u, w: (w * power(u, w - 1), power_log(v, u, w)),
    "negate": lambda v, u: (-1,), "abs": lambda v, u: (sign(u),),
    "min": lambda v, *u: shares(min, u), "max": lambda v, *u: shares(max, u),
    "slope of min": shares_of_slopes(min), "slope of max": shares_of_slopes(max),
    "?": lambda v, c, a, b: (0, 0, 1) if c == 0 else (0, 1, 0),
    "power_log": lambda v, p, u, w: (logarithm(u), quotient(p, u), 0),  # of the product p log(u)
    "sqrt": lambda v, u: (quotient(mpf(1), 2 * v),), "exp": lambda v, u: (v,),
    "log": lambda v, u: (quotient(mpf(1), u),), "log10": lambda v, u: (quotient(mpf(1), u * mp.log(10)),),
    "sin": lambda v, u: (finite(mp.cos)(u),),
    "cos": lambda v, u: (-finite(mp.sin)(u),), "tan": lambda v, u: (1 + v * v,),
    "atan": lambda v, u: (1 / (1 + u * u),), "tanh": lambda v, u: (1 - v * v,), "cosh": lambda v, u: (mp.sinh(u),),
}

STEPS = ("sign", "rint", "<", "<=", ">", ">=", "==", "!=")  # slope 0 between their jumps
NOT_ROUNDED = STEPS + ("number", "variable", "negate", "abs", "min", "max", "?")
RIGHT_EVERYWHERE = ("+", "-", "*", "/", "sqrt")  # every computer gets these exactly where the result is a double

# The operations with kinks, jumps and poles: how far the operands are from there, and which operands decide it.
DISTANCES = {
    "sign": (lambda u: u, (0,)), "rint": (lambda u: u - mp.floor(u) - mpf(0.5), (0,)), "sqrt": (lambda u: u, (0,)),
    "log": (lambda u: u, (0,)), "log10": (lambda u: u, (0,)), "/": (lambda u, w: w, (1,)),
    "^": (lambda u, w: u if w < 0 or w != mp.floor(w) else INF, (0,)), "power_log": (lambda v, u, w: u, (1,)),
    "slope of min": (lead(min), None), "slope of max": (lead(max), None),  # None: the first half
    **{compare: (lambda u, w: u - w, (0, 1)) for compare in ("<", "<=", ">", ">=", "==", "!=")},
}


def is_double(v):
    return mp.isfinite(v) and mpf(float(v)) == v


def is_exact(operation, u, v):
    """Whether every computer gets this result of exact operands without an error."""
    if operation in NOT_ROUNDED or not mp.isfinite(v):
        return True
    whole_power = operation == "^" and u[1] in (2, 3, 4)
    return is_double(v) and (operation in RIGHT_EVERYWHERE or whole_power or u[0] in (0, 1))  # sin(0), log(1), 0^w


def is_uncertain(operation, u, errors):
    """Whether a kink, a jump or a pole lies within the errors of the operands, but not exactly under them."""
    if INF in errors:
        return True
    if operation == "*" and (mp.isinf(u[0]) or mp.isinf(u[1])):  # inf times something
        return any(0 < abs(x) <= NEAR * UNIT * e or x == 0 < e for x, e in zip(u, errors))
    if operation not in DISTANCES:
        return False
    distance, operands = DISTANCES[operation]
    error = sum(errors[:len(errors) // 2]) if operands is None else sum(errors[k] for k in operands)
    return error > 0 and not abs(distance(*u)) > NEAR * UNIT * error


def evaluate(dag, point):
    """The value of every operation."""
    values = []
    for operation, *operands in dag.nodes:
        if operation in ("number", "variable"):
            values.append(mpf(operands[0]) if operation == "number" else point[operands[0]])
        else:
            values.append(VALUES[operation](*[values[k] for k in operands]))
    return values


def evaluate_beside(dag, point, errors, rng):
    """The values where every operation that rounds is off by 8 units, up or down at random."""
    values = []
    for (operation, *operands), error in zip(dag.nodes, errors):
        if operation in ("number", "variable"):
            values.append(mpf(operands[0]) if operation == "number" else point[operands[0]])
            continue
        v = VALUES[operation](*[values[k] for k in operands])
        values.append(v if error == 0 or operation in NOT_ROUNDED else v * (1 + rng.choice((8, -8)) * UNIT))
    return values


def slopes_of(dag, values):
    """d result / d operand of every operation."""
    return [() if operation in STEPS or operation in ("number", "variable") else
            PARTIALS[operation](v, *[values[k] for k in operands])
            for v, (operation, *operands) in zip(values, dag.nodes)]


def error_bounds(dag, values, slopes):
    """A bound of the error of every operation in units of 2^-53, to first order: 0 where every computer is exact, inf
    where nothing can be said, and where no double is large enough."""
    errors = []
    for (operation, *operands), v, partials in zip(dag.nodes, values, slopes):
        if operation in ("number", "variable"):
            errors.append(mpf(0))
            continue
        u, e = [values[k] for k in operands], [errors[k] for k in operands]
        if is_uncertain(operation, u, e) or (mp.isfinite(v) and abs(v) >= LARGEST):
            errors.append(INF)
        elif not mp.isfinite(v) or (not any(e) and is_exact(operation, u, v)):
            errors.append(mpf(0))
        else:
            error = mpf(0) if operation in NOT_ROUNDED or v == 0 else max(abs(v), SMALLEST_NORMAL)
            error += sum((abs(slope) * x for slope, x in zip(partials, e) if x != 0), mpf(0))
            errors.append(error if mp.isfinite(error) else INF)
    return errors


def adjoints(dag, slopes, place):
    """d (operation `place`) / d (each operation), by reverse accumulation."""
    result = [mpf(0)] * len(dag.nodes)
    result[place] = mpf(1)
    for v in range(place, -1, -1):
        if result[v] != 0:
            for u, slope in zip(dag.nodes[v][1:], slopes[v]):
                if slope != 0:
                    result[u] += result[v] * slope
    return result


def condition(dag, values, slopes, place):
    """The sum over the operations that round of |d result / d v * v|, at least |result|; nan where a slope is."""
    total = mpf(0)
    adjoint = adjoints(dag, slopes, place)
    for v in range(place + 1):
        if adjoint[v] != 0 and values[v] != 0 and dag.nodes[v][0] not in NOT_ROUNDED:
            total += abs(adjoint[v]) * max(abs(values[v]), SMALLEST_NORMAL)
    return NAN if mp.isnan(total) else max(total, abs(values[place]))
