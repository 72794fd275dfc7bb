#include "formula/print/formula.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "formula/functions.hpp"
#include "formula/names.hpp"
#include "formula/words.hpp"

namespace gradfield {
namespace {

using enum Operation;

// How tightly a text holds together, from `a ? b : c` to names, numbers and calls, which need no parentheses anywhere.
enum Tightness { kChoice, kDisjunction, kConjunction, kComparison, kSum, kProduct, kPowerOf, kAtom };

struct Infix {
  Operation operation;
  std::string_view sign;
  Tightness tightness;    // of the whole
  Tightness left, right;  // that the operands must have at least, else parentheses stand around them
};

// Sums and products are not associative in doubles: a+(b+c) keeps its parentheses.
constexpr Infix kInfixes[] = {
    {kOr, " || ", kDisjunction, kConjunction, kConjunction},
    {kAnd, " && ", kConjunction, kComparison, kComparison},
    {kLess, "<", kComparison, kSum, kSum},
    {kLessEqual, "<=", kComparison, kSum, kSum},
    {kGreater, ">", kComparison, kSum, kSum},
    {kGreaterEqual, ">=", kComparison, kSum, kSum},
    {kEqual, "==", kComparison, kSum, kSum},
    {kNotEqual, "!=", kComparison, kSum, kSum},
    {kAdd, "+", kSum, kSum, kProduct},
    {kSubtract, "-", kSum, kSum, kProduct},
    {kMultiply, "*", kProduct, kProduct, kPowerOf},
    {kDivide, "/", kProduct, kProduct, kPowerOf},
    {kPower, "^", kPowerOf, kAtom, kAtom},
};

struct FixedPower {
  Operation operation;
  std::string_view exponent;
};
constexpr FixedPower kFixedPowers[] = {{kSquare, "^2"}, {kCube, "^3"}, {kFourth, "^4"}};

const Infix* find_infix(Operation operation) {
  for (const Infix& row : kInfixes) {
    if (row.operation == operation) return &row;
  }
  return nullptr;
}

const FixedPower* find_fixed_power(Operation operation) {
  for (const FixedPower& row : kFixedPowers) {
    if (row.operation == operation) return &row;
  }
  return nullptr;
}

// The function that is this operation and nothing else: `given`, not `step`, which makes use of it.
std::string_view name_of(Operation operation) {
  for (const Function& function : function_table()) {
    const bool is_plain = function.combination == nullptr || function.arity == kVariadic;
    if (function.operation == operation && !function.name.empty() && is_plain) return function.name;
  }
  return kernel_of(operation).name;
}

struct Text {
  std::string text;
  Tightness tightness;
};

Text number(double value) {
  if (std::isnan(value)) return {"0/0", kProduct};
  if (std::isinf(value)) return value > 0 ? Text{"1/0", kProduct} : Text{"-1/0", kSum};
  for (const Constant& constant : kBuiltInConstants) {
    if (constant.value == std::fabs(value)) {
      return value > 0 ? Text{constant.name, kAtom} : Text{"-" + constant.name, kSum};
    }
  }
  std::array<char, 32> digits;
  const char* const begin = digits.data();
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {std::string(begin, end), std::signbit(value) ? kSum : kAtom};
}

class Writer {
 public:
  Writer(const Program& program, std::span<const std::string> names) : program_(program), names_(names) {
    shapes_.reserve(program.instructions().size());
    for (NodeId place = 0; place < program.instructions().size(); ++place) {
      shapes_.push_back(has_name(place) ? Shape{kAtom} : shape_of(place));
    }
  }

  std::optional<std::string> write(NodeId place) {
    out_.clear();
    depth_ = 0;
    put_operation(place);
    return is_too_long() ? std::nullopt : std::optional(out_);
  }

 private:
  // Every level of a formula takes a character or two, and some room on the stack.
  static constexpr int kDeepest = 5000;

  // How an instruction will stand in the text.
  struct Shape {
    Tightness tightness;
    bool is_negative = false;  // -2, -u, -u*w: begins with a minus, as a product may. To the bit (-u)*w is -(u*w).
    bool is_turned = false;    // the second operand stands first
  };

  bool is_too_long() const { return out_.size() > kLongestExpression || depth_ > kDeepest; }
  bool has_name(NodeId place) const { return !names_.empty() && !names_[place].empty(); }
  const Instruction& at(NodeId place) const { return program_.instructions()[place]; }
  NodeId left_of(const Instruction& instruction, bool is_turned) const {
    return instruction.operands[is_turned ? 1 : 0];
  }

  // Without regard to its own name. Requires: the shapes of its operands.
  Shape shape_of(NodeId place) const {
    const Instruction& instruction = at(place);
    if (instruction.operation == kConstant) {
      const Tightness tightness = number(instruction.constant).tightness;
      return {tightness, tightness == kSum};
    }
    if (instruction.operation == kNegate) return {kSum, true};
    if (instruction.operation == kSelect) return {kChoice};
    if (find_fixed_power(instruction.operation) != nullptr) return {kPowerOf};
    const Infix* infix = find_infix(instruction.operation);
    if (infix == nullptr) return {kAtom};
    const bool is_turned = prefers_turned(instruction, infix->tightness);
    const bool is_negative = infix->tightness == kProduct && shapes_[left_of(instruction, is_turned)].is_negative;
    return {is_negative ? kSum : infix->tightness, is_negative, is_turned};
  }

  // A sum and a product are the same to the bit when their two operands change places: 2*x rather than x*2, and
  // 6*x*y rather than y*(6*x), since the operand that stands first needs parentheses less often.
  bool prefers_turned(const Instruction& instruction, Tightness whole) const {
    if (instruction.operation != kMultiply && instruction.operation != kAdd) return false;
    const NodeId left = instruction.operands[0], right = instruction.operands[1];
    if (instruction.operation == kMultiply && at(left).operation == kConstant) return false;
    if (instruction.operation == kMultiply && at(right).operation == kConstant) return true;
    const auto suits_left = [&](NodeId place) {
      return shapes_[place].tightness == whole || shapes_[place].is_negative;
    };
    return !suits_left(left) && suits_left(right);
  }

  void put(NodeId place, Tightness least) {
    const bool in_parentheses = shapes_[place].tightness < least;
    if (in_parentheses) out_ += '(';
    if (has_name(place)) {
      out_ += names_[place];
    } else {
      put_operation(place);
    }
    if (in_parentheses) out_ += ')';
  }

  void put_operation(NodeId place) {
    if (is_too_long()) return;
    const Instruction& instruction = at(place);
    if (instruction.operation == kConstant) {
      out_ += number(instruction.constant).text;
    } else if (instruction.operation == kVariable) {
      out_ += program_.variables()[instruction.variable];
    } else {
      ++depth_;
      put_operands(instruction, shape_of(place));
      if (depth_ <= kDeepest) --depth_;
    }
  }

  void put_operands(const Instruction& instruction, const Shape& shape) {
    if (const Infix* infix = find_infix(instruction.operation)) {
      put(left_of(instruction, shape.is_turned), shape.is_negative ? kSum : infix->left);
      out_ += infix->sign;
      put(left_of(instruction, !shape.is_turned), infix->right);
    } else if (const FixedPower* power = find_fixed_power(instruction.operation)) {
      put(instruction.operands[0], kAtom);
      out_ += power->exponent;
    } else if (instruction.operation == kNegate) {
      out_ += '-';
      put(instruction.operands[0], kProduct);  // never a second minus
    } else if (instruction.operation == kSelect) {
      put(instruction.operands[0], kDisjunction);
      out_ += " ? ";
      put(instruction.operands[1], kDisjunction);
      out_ += " : ";
      put(instruction.operands[2], kDisjunction);
    } else {
      out_ += name_of(instruction.operation);
      const int arity = kernel_of(instruction.operation).arity;
      for (int k = 0; k < arity; ++k) {
        out_ += k == 0 ? '(' : ',';
        put(instruction.operands[static_cast<std::size_t>(k)], kChoice);
      }
      out_ += ')';
    }
  }

  const Program& program_;
  std::span<const std::string> names_;
  std::vector<Shape> shapes_;  // of every instruction
  std::string out_;
  int depth_ = 0;  // stays beyond kDeepest once it was there
};

}  // namespace

std::optional<std::string> formula_of(const Program& program, NodeId place) { return Writer(program, {}).write(place); }

std::vector<std::string> steps_of(const Program& program, std::span<const std::string> names) {
  Writer writer(program, names);
  std::vector<std::string> steps;
  for (NodeId place = 0; place < program.instructions().size(); ++place) {
    steps.push_back(writer.write(place).value_or(""));
  }
  return steps;
}

}  // namespace gradfield
