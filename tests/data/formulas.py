"""Formulas in gradfield's syntax as operations, and their slopes as a textbook writes them: for
make_test_function_references.py. Nothing of gradfield takes part."""
import re
from fractions import Fraction


class Dag:
    """Operations in order; the same operation on the same operands stands once."""

    def __init__(self, variables):
        self.variables, self.nodes, self.places = variables, [], {}

    def add(self, operation, *operands):
        key = (operation, *operands)
        if key not in self.places:
            self.places[key] = len(self.nodes)
            self.nodes.append(key)
        return self.places[key]

    def number(self, value):
        return self.add("number", float(value))


PRECEDENCE = {"?": 1, "||": 2, "&&": 3, "<": 4, "<=": 4, ">": 4, ">=": 4, "==": 4, "!=": 4, "+": 5, "-": 5, "*": 6,
              "/": 6, "^": 8}
SIGN_PRECEDENCE = 7
TOKEN = re.compile(r"\s*(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|\w+|<=|>=|==|!=|&&|\|\||.)")
FOLDED = {"sum": "+", "avg": "+"}


class Parser:
    def __init__(self, text, dag):
        self.tokens, self.at, self.dag = TOKEN.findall(text) + [""], 0, dag

    def take(self, expected=None):
        token = self.tokens[self.at]
        assert expected is None or token == expected, (token, expected)
        self.at += 1
        return token

    def parse(self):
        place = self.expression(0)
        self.take("")
        return place

    def expression(self, least):
        left = self.operand()
        while PRECEDENCE.get(self.tokens[self.at], -1) >= max(least, 1):
            token = self.take()
            level = PRECEDENCE[token]
            if token == "?":
                then = self.expression(level)
                self.take(":")
                left = self.dag.add("?", left, then, self.expression(level))
            else:
                right = self.expression(level if token == "^" else level + 1)  # ^ from the right
                left = self.dag.add(token, left, right)
        return left

    def operand(self):
        token = self.take()
        if token == "(":
            place = self.expression(0)
            self.take(")")
            return place
        if token == "-":
            return self.dag.add("negate", self.expression(SIGN_PRECEDENCE))
        if token[0].isdigit() or token[0] == ".":
            return self.dag.number(float(token))
        if token in self.dag.variables:
            return self.dag.add("variable", self.dag.variables.index(token))
        if token in ("pi", "e"):
            return self.dag.number(3.141592653589793 if token == "pi" else 2.718281828459045)
        self.take("(")
        arguments = [self.expression(0)]
        while self.tokens[self.at] == ",":
            self.take()
            arguments.append(self.expression(0))
        self.take(")")
        if token not in FOLDED:
            return self.dag.add(token, *arguments)
        place = arguments[0]
        for other in arguments[1:]:
            place = self.dag.add(FOLDED[token], place, other)
        return self.dag.add("/", place, self.dag.number(len(arguments))) if token == "avg" else place


def differentiate(dag, place, variable):
    """The slope of a node as a node; None where it does not depend on the variable."""
    slopes = {}

    def times(a, b):
        return b if dag.nodes[a] == ("number", 1.0) else a if dag.nodes[b] == ("number", 1.0) else dag.add("*", a, b)

    def plus(a, b):
        return b if a is None else a if b is None else dag.add("+", a, b)

    def rule(v):
        operation, *operands = dag.nodes[v]
        if operation == "number":
            return None
        if operation == "variable":
            return dag.number(1) if operands[0] == variable else None
        du = [slopes[u] for u in operands]
        if all(s is None for s in du):
            return None
        u, w = operands[0], operands[-1]
        first, last = du[0], du[-1]
        if operation in ("+", "-"):
            if last is None or operation == "+":
                return plus(first, last)
            return dag.add("negate", last) if first is None else dag.add("-", first, last)
        if operation == "*":
            return plus(times(first, w) if first is not None else None, times(u, last) if last is not None else None)
        if operation == "/":
            if last is None:
                return dag.add("/", first, w)
            bottom = dag.add("^", w, dag.number(2))
            if first is None:
                return dag.add("negate", dag.add("/", times(u, last), bottom))
            return dag.add("/", dag.add("-", times(first, w), times(u, last)), bottom)
        if operation == "^":
            return power_rule(v, u, w, first, last)
        if operation == "negate":
            return dag.add("negate", first)
        if operation in ("min", "max"):
            return dag.add("slope of " + operation, *operands, *(dag.number(0) if s is None else s for s in du))
        if operation == "?":
            return choose(u, du[1], du[2])
        if operation in ("sign", "rint", "<", "<=", ">", ">=", "==", "!=", "&&", "||"):
            return None
        one, two = dag.number(1), dag.number(2)
        if operation == "sqrt":
            return dag.add("/", first, dag.add("*", two, v))
        if operation == "cos":
            return dag.add("negate", times(dag.add("sin", u), first))
        if operation in ("log", "log10"):
            bottom = u if operation == "log" else dag.add("*", u, dag.add("log", dag.number(10)))
            return dag.add("/", first, bottom)
        if operation == "atan":
            return dag.add("/", first, dag.add("+", one, dag.add("^", u, two)))
        if operation == "tanh":
            return dag.add("/", first, dag.add("^", dag.add("cosh", u), two))
        factor = {"sin": lambda: dag.add("cos", u), "exp": lambda: v, "abs": lambda: dag.add("sign", u),
                  "tan": lambda: dag.add("+", one, dag.add("^", v, two))}[operation]()
        return times(factor, first)

    def choose(condition, then, otherwise):
        if then is None and otherwise is None:
            return None
        zero = dag.number(0)
        return dag.add("?", condition, zero if then is None else then, zero if otherwise is None else otherwise)

    def power_rule(v, u, w, du, dw):
        result = None
        if du is not None:
            operation, *operands = dag.nodes[w]
            if operation == "number":
                less = operands[0] - 1
                exact = Fraction(less) == Fraction(operands[0]) - 1
                if less == 0:
                    return du
                lower = u if less == 1 else dag.add("^", u, dag.number(less) if exact else
                                                    dag.add("-", w, dag.number(1)))
            else:
                lower = dag.add("^", u, dag.add("-", w, dag.number(1)))
            result = times(dag.add("*", w, lower), du)
        if dw is not None:
            result = plus(result, times(dag.add("power_log", v, u, w), dw))
        return result

    for v in range(place + 1):
        slopes[v] = rule(v)
    return slopes[place]
