#include "program/term.hpp"

#include <cmath>

namespace gradfield {

namespace {

// A term as coefficient * rest; the coefficient is 1 where none is written, the rest empty where the term is a
// constant.
struct Scaled {
  double coefficient;
  std::optional<Term> rest;
};

bool is_a(Term term, Operation operation) { return (*term.builder)[term.node].operation == operation; }

Term operand(Term term, std::size_t k) { return {term.builder, (*term.builder)[term.node].operands[k]}; }

// Whether a product of coefficients stays far from the ends of the range, so that no infinity appears or vanishes.
bool is_ordinary(double coefficient) { return std::fabs(coefficient) < 1e100 && std::fabs(coefficient) > 1e-100; }

// u * (1/w) is u/w, with one rounding less.
Term product(Term a, Term b) {
  for (const auto& [factor, quotient] : {std::pair(a, b), std::pair(b, a)}) {
    if (!is_a(quotient, Operation::kDivide)) continue;
    const Term numerator = operand(quotient, 0);
    if (numerator.is_constant() && numerator.constant_value() == 1) return factor / operand(quotient, 1);
  }
  return a * b;
}

// Finds the coefficient of a product: in front, behind a minus, or `depth` products further in.
Scaled split(Term term, int depth = 4) {
  if (term.is_constant()) return {term.constant_value(), {}};
  if (is_a(term, Operation::kNegate)) {
    const Scaled positive = split(operand(term, 0), depth);
    return {-positive.coefficient, positive.rest};
  }
  if (!is_a(term, Operation::kMultiply) || depth == 0) return {1, term};
  const Scaled a = split(operand(term, 0), depth - 1), b = split(operand(term, 1), depth - 1);
  const double coefficient = a.coefficient * b.coefficient;
  if (coefficient == 1 || !is_ordinary(coefficient)) return {1, term};
  if (!a.rest || !b.rest) return {coefficient, a.rest ? a.rest : b.rest};
  return {coefficient, product(*a.rest, *b.rest)};
}

// coefficient * rest, with the coefficient beside a variable where the rest has one as a factor: 2*x*u is (2*x)*u, of
// which less depends on all variables than of 2*(x*u).
Term scale(double coefficient, Term rest) {
  if (coefficient != 1 && is_a(rest, Operation::kMultiply)) {
    for (const std::size_t k : {0u, 1u}) {
      if (is_a(operand(rest, k), Operation::kVariable)) return (coefficient * operand(rest, k)) * operand(rest, 1 - k);
    }
  }
  return coefficient * rest;
}

}  // namespace

Slope operator+(Slope a, Slope b) {
  if (!a) return b;
  if (!b) return a;
  const Scaled second = split(*b);
  if (second.rest && second.coefficient < 0) return *a - scale(-second.coefficient, *second.rest);
  return *a + *b;
}

Slope operator-(Slope a, Slope b) {
  if (!b) return a;
  if (!a) return -b;
  const Scaled second = split(*b);
  if (second.rest && second.coefficient < 0) return *a + scale(-second.coefficient, *second.rest);
  return *a - *b;
}

Slope operator-(Slope a) {
  if (!a) return {};
  const Scaled scaled = split(*a);
  return scaled.rest ? scale(-scaled.coefficient, *scaled.rest) : -*a;
}

Slope operator*(Term factor, Slope slope) {
  if (!slope) return {};
  if (slope->is_constant() && slope->constant_value() == 1) return factor;
  const Scaled a = split(factor), b = split(*slope);
  const double coefficient = a.coefficient * b.coefficient;
  if (!is_ordinary(coefficient)) return product(factor, *slope);
  if (!a.rest || !b.rest) {
    const std::optional<Term>& rest = a.rest ? a.rest : b.rest;
    return rest ? scale(coefficient, *rest) : factor.constant(coefficient);
  }
  // A coefficient on one side stays where it is.
  if (a.coefficient == 1 || b.coefficient == 1) return product(factor, *slope);
  return scale(coefficient, product(*a.rest, *b.rest));
}

Slope operator/(Slope slope, Term divisor) {
  if (!slope) return {};
  const Scaled a = split(*slope);
  if (a.rest && divisor.is_constant() && a.coefficient != 1) {
    const double coefficient = a.coefficient / divisor.constant_value();
    if (is_ordinary(coefficient)) return scale(coefficient, *a.rest);
  }
  return *slope / divisor;
}

Slope quotient_by_factor(Slope slope, Term factor) {
  if (!slope || factor.is_constant()) return {};
  if (slope->node == factor.node) return factor.constant(1);
  const Scaled scaled = split(*slope);
  if (!scaled.rest || !is_a(*scaled.rest, Operation::kMultiply)) return {};
  for (const std::size_t k : {0u, 1u}) {
    if (operand(*scaled.rest, k).node == factor.node) return scale(scaled.coefficient, operand(*scaled.rest, 1 - k));
  }
  return {};
}

Slope select(Term condition, Slope then, Slope otherwise) {
  if (!then && !otherwise) return {};
  const Term zero = condition.constant(0);
  return select(condition, then.value_or(zero), otherwise.value_or(zero));
}

}  // namespace gradfield
