#include "formula/print/explanation.hpp"

#include <algorithm>

#include "formula/print/formula.hpp"
#include "formula/words/words.hpp"
#include "program/transform.hpp"

namespace gradfield {
namespace {

bool is_leaf(const Instruction& instruction) { return gradfield::is_leaf(instruction.operation); }

std::string padded(const std::string& text, std::size_t width) {
  return text + std::string(width > text.size() ? width - text.size() : 0, ' ');
}

// Instructions other than variables and constants that a result needs: one flag an instruction.
std::vector<bool> operations_of(const Program& program, std::size_t output) {
  std::vector<bool> needed = reach(program.instructions(), std::span(program.outputs()).subspan(output, 1));
  for (std::size_t i = 0; i < needed.size(); ++i) {
    if (is_leaf(program.instructions()[i])) needed[i] = false;
  }
  return needed;
}

// A letter that begins no variable's name.
char free_letter(const std::vector<std::string>& variables) {
  constexpr std::string_view kLetters = "tuvwspqrabcdghklmnoijzyxf";
  for (const char letter : kLetters) {
    const auto begins = [&](const std::string& name) { return name[0] == letter; };
    if (std::ranges::none_of(variables, begins)) return letter;
  }
  return '_';
}

std::string formulas_part(const Program& program, const std::vector<std::string>& names, std::size_t width) {
  std::string out;
  for (std::size_t k = 0; k < names.size(); ++k) {
    const auto formula = formula_of(program, program.outputs()[k]);
    out += padded(names[k], width) + " = " +
           formula.value_or("(longer than the " + std::to_string(kLongestExpression) +
                            " characters of a formula: see the program)") +
           "\n";
  }
  return out;
}

std::string program_part(const Program& program, const std::vector<std::string>& names, std::size_t width) {
  const auto& instructions = program.instructions();
  const char letter = free_letter(program.variables());
  std::vector<std::string> names_of_steps(instructions.size());
  int count = 0;
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    if (!is_leaf(instructions[i])) names_of_steps[i] = letter + std::to_string(++count);
  }
  const std::vector<std::string> steps = steps_of(program, names_of_steps);
  std::string out = "program: " + std::to_string(count) + (count == 1 ? " operation\n" : " operations\n");
  const auto put = [&](const std::string& name, const std::string& step) {
    out += "  " + padded(name, width) + " = " + step + "\n";
  };
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    if (!is_leaf(instructions[i])) put(names_of_steps[i], steps[i]);
  }
  for (std::size_t k = 0; k < names.size(); ++k) {
    const NodeId place = program.outputs()[k];
    put(names[k], is_leaf(instructions[place]) ? steps[place] : names_of_steps[place]);
  }
  return out;
}

std::string counts_part(const Program& program, const std::vector<std::string>& names, std::size_t width) {
  const std::string all = "operations", beyond = "beyond " + names[0];
  const auto row = [&](const std::string& name, const std::string& a, const std::string& b) {
    const auto in_column = [](const std::string& text, std::size_t column) {
      return std::string(column > text.size() ? column - text.size() : 0, ' ') + text;
    };
    return padded(name, width) + "  " + in_column(a, all.size()) + "  " + in_column(b, beyond.size()) + "\n";
  };
  std::string out = row("", all, beyond);
  const std::vector<bool> first = operations_of(program, 0);
  for (std::size_t k = 0; k < names.size(); ++k) {
    const std::vector<bool> own = operations_of(program, k);
    std::size_t count = 0, count_beyond = 0;
    for (std::size_t i = 0; i < own.size(); ++i) {
      count += own[i];
      count_beyond += own[i] && !first[i];
    }
    out += row(names[k], std::to_string(count), std::to_string(count_beyond));
  }
  return out;
}

}  // namespace

std::string explain(const Program& program, const std::vector<std::string>& names) {
  std::size_t width = 0;
  for (const std::string& name : names) width = std::max(width, name.size());
  return formulas_part(program, names, width) + "\n" + program_part(program, names, width) + "\n" +
         counts_part(program, names, width);
}

}  // namespace gradfield
