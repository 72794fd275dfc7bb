#include "formula/print/formula.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "formula/functions.hpp"
#include "formula/names.hpp"
#include "formula/words/words.hpp"
#include "program/rules.hpp"

namespace gradfield {
namespace {

using enum Operation;
using enum Tightness;

const Operator* find_operator(Operation operation) {
  const auto row = std::ranges::find(operator_table(), operation, &Operator::operation);
  return row == operator_table().end() ? nullptr : &*row;
}

// Of the function that is this operation, which is no operator: there is one.
std::string_view name_of(Operation operation) {
  return std::ranges::find(function_table(), std::variant<Operation, Combination>(operation), &Function::meaning)->name;
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

  // Without regard to its own name. Requires: the shapes of its operands.
  Shape shape_of(NodeId place) const {
    const Instruction& instruction = at(place);
    if (instruction.operation == kConstant) {
      const Tightness tightness = number(instruction.constant).tightness;
      return {tightness, tightness == kSum};
    }
    const Operator* row = find_operator(instruction.operation);
    if (row == nullptr) return {kAtom};
    if (row->operation == kNegate) return {kSum, true};
    const bool is_turned = prefers_turned(instruction, row->tightness);
    const bool is_negative = row->tightness == kProduct && shapes_[instruction.operands[is_turned]].is_negative;
    return {is_negative ? kSum : row->tightness, is_negative, is_turned};
  }

  // A sum and a product are the same to the bit when their two operands change places: 2*x rather than x*2, and
  // 6*x*y rather than y*(6*x), since the operand that stands first needs parentheses less often.
  bool prefers_turned(const Instruction& instruction, Tightness whole) const {
    if (!has(instruction.operation, Trait::kCommutative) || whole < kSum) return false;
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

  // A power whose exponent became this constant in a box alone: read back as it stands it would be a product.
  bool has_found_exponent(const Instruction& instruction) const {
    if (instruction.operation != kPower || at(instruction.operands[1]).operation != kConstant) return false;
    ProgramBuilder builder({"u"});
    const std::array operands{builder.variable(0), builder.constant(at(instruction.operands[1]).constant)};
    return builder[builder.apply(kPower, operands)].operation != kPower;
  }

  void put_operands(const Instruction& instruction, const Shape& shape) {
    if (has_found_exponent(instruction)) {
      put(instruction.operands[0], kAtom);
      out_ += "^given(";
      put(instruction.operands[0], kChoice);
      out_ += ',';
      put(instruction.operands[1], kChoice);
      out_ += ')';
      return;
    }
    if (const Operator* row = find_operator(instruction.operation)) {
      for (const char letter : row->form) {
        if (letter < 'a' || letter > 'c') {
          out_ += letter;
          continue;
        }
        const auto k = static_cast<std::size_t>(letter - 'a');
        // A product that begins with a minus is like a sum from outside; its first operand, which has it, may be too.
        const bool has_minus = k == 0 && shape.tightness < row->tightness;
        put(instruction.operands[shape.is_turned ? 1 - k : k], has_minus ? shape.tightness : row->operands[k]);
      }
    } else {
      out_ += name_of(instruction.operation);
      for (std::size_t k = 0; k < arity_of(instruction); ++k) {
        out_ += k == 0 ? '(' : ',';
        put(instruction.operands[k], kChoice);
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

std::string on_one_line(std::string_view text) {
  std::string line;
  std::size_t end = 0;
  for (const Word& word : split_words(text)) {
    if (word.place.position + word.place.length <= end) continue;  // the 2 of ²: the ^ has the place of the whole
    if (!line.empty() && word.place.position > end) line += ' ';
    line += typed(text, word);
    end = word.place.position + word.place.length;
  }
  return line;
}

std::string in_ascii(std::string_view text) {
  std::string line;
  const Word* before = nullptr;
  const std::vector<Word> words = split_words(text);
  for (const Word& word : words) {
    // π and ² end where the next word begins; their names and digits would not.
    const bool is_word = word.kind == WordKind::kName || word.kind == WordKind::kNumber;
    const bool runs_together = before != nullptr && is_word && word.spelling != Spelling::kRaised &&
                               (before->kind == WordKind::kName ||
                                (before->kind == WordKind::kNumber && before->spelling != Spelling::kPlain));
    const bool is_radicand = runs_together && find_function(before->text) != nullptr;
    const bool is_apart = before != nullptr && word.place.position > before->place.position + before->place.length;
    if (!is_radicand && (is_apart || runs_together)) line += ' ';
    line += is_radicand ? "(" + word.text + ")" : word.text;
    before = &word;
  }
  return line;
}

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
