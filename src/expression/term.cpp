#include "expression/term.hpp"

#include <cmath>

namespace gradfield {

Slope operator+(Slope a, Slope b) {
  if (!a) return b;
  if (!b) return a;
  return *a + *b;
}

Slope operator-(Slope a, Slope b) {
  if (!b) return a;
  if (!a) return -*b;
  return *a - *b;
}

Slope operator-(Slope a) {
  if (!a) return {};
  return -*a;
}

namespace {

// constant * (c * u) as one product, where `constant` * c stays far from the ends of the range, so that no infinity
// appears or vanishes; empty where `product` is none of the kind.
Slope gather(double constant, Term product) {
  ProgramBuilder& builder = *product.builder;
  const Instruction instruction = builder[product.node];
  if (instruction.operation != Operation::kMultiply) return {};
  for (const std::size_t k : {0u, 1u}) {
    if (!builder.is_constant(instruction.operands[k])) continue;
    const double gathered = constant * builder[instruction.operands[k]].constant;
    if (!(std::fabs(gathered) < 1e100 && std::fabs(gathered) > 1e-100)) return {};
    return gathered * Term{&builder, instruction.operands[1 - k]};
  }
  return {};
}

}  // namespace

Slope operator*(Term factor, Slope slope) {
  if (!slope) return {};
  Slope gathered;
  if (factor.is_constant()) gathered = gather(factor.constant_value(), *slope);
  if (slope->is_constant()) gathered = gather(slope->constant_value(), factor);
  return gathered ? *gathered : factor * *slope;
}

Slope operator/(Slope slope, Term divisor) {
  if (!slope) return {};
  return *slope / divisor;
}

Slope select(Term condition, Slope then, Slope otherwise) {
  if (!then && !otherwise) return {};
  const Term zero = condition.constant(0);
  return select(condition, then.value_or(zero), otherwise.value_or(zero));
}

}  // namespace gradfield
