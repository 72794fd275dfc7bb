// Lets rules be written as formulas: `u * du + w` on Terms builds instructions, and Slope knows the structural zero,
// which is never computed.
#pragma once

#include <optional>

#include "program/builder.hpp"

namespace gradfield {

/// A node with its builder; the operators build instructions.
struct Term {
  ProgramBuilder* builder;
  NodeId node;

  Term constant(double value) const { return {builder, builder->constant(value)}; }
  bool is_constant() const { return builder->is_constant(node); }
  /// Requires: is_constant().
  double constant_value() const { return (*builder)[node].constant; }
};

inline Term apply(Operation operation, Term u) { return {u.builder, u.builder->apply(operation, std::array{u.node})}; }
inline Term apply(Operation operation, Term u, Term w) {
  return {u.builder, u.builder->apply(operation, std::array{u.node, w.node})};
}
inline Term apply(Operation operation, Term u, Term w, Term z) {
  return {u.builder, u.builder->apply(operation, std::array{u.node, w.node, z.node})};
}

inline Term operator+(Term a, Term b) { return apply(Operation::kAdd, a, b); }
inline Term operator-(Term a, Term b) { return apply(Operation::kSubtract, a, b); }
inline Term operator*(Term a, Term b) { return apply(Operation::kMultiply, a, b); }
inline Term operator/(Term a, Term b) { return apply(Operation::kDivide, a, b); }
inline Term operator-(Term a) { return apply(Operation::kNegate, a); }
inline Term operator+(double a, Term b) { return b.constant(a) + b; }
inline Term operator-(double a, Term b) { return b.constant(a) - b; }
inline Term operator*(double a, Term b) { return b.constant(a) * b; }
inline Term operator/(double a, Term b) { return b.constant(a) / b; }
inline Term operator+(Term a, double b) { return a + a.constant(b); }
inline Term operator-(Term a, double b) { return a - a.constant(b); }
inline Term operator==(Term a, double b) { return apply(Operation::kEqual, a, a.constant(b)); }
inline Term operator>(Term a, double b) { return apply(Operation::kGreater, a, a.constant(b)); }
inline Term square(Term u) { return apply(Operation::kSquare, u); }
inline Term square_root(Term u) { return apply(Operation::kSquareRoot, u); }
inline Term absolute(Term u) { return apply(Operation::kAbsolute, u); }
inline Term select(Term condition, Term then, Term otherwise) {
  return apply(Operation::kSelect, condition, then, otherwise);
}

/// A slope: a term, or the structural zero (empty).
using Slope = std::optional<Term>;

Slope operator+(Slope a, Slope b);
Slope operator-(Slope a, Slope b);
Slope operator-(Slope a);
/// A factor times a slope. Coefficients are gathered, 3*(2*x) becomes 6*x, and u*(1/w) becomes u/w.
Slope operator*(Term factor, Slope slope);
Slope operator/(Slope slope, Term divisor);
/// g where the slope is written as the product of `factor` and some g, which may have a coefficient; else nothing.
Slope quotient_by_factor(Slope slope, Term factor);
/// The slope of the branch taken; zero where both are.
Slope select(Term condition, Slope then, Slope otherwise);

}  // namespace gradfield
