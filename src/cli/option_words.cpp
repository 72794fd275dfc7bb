#include "cli/option_words.hpp"

#include <algorithm>
#include <vector>

#include "analysis/descent/optimizers.hpp"
#include "base/numbers/number.hpp"
#include "base/spelling.hpp"
#include "cli/option_table.hpp"
#include "plot/gnuplot/terminals.hpp"

namespace gradfield {
namespace {

using enum OptionGroup;

// "a (default), b or c"; ", or c, as its help says" where the last has one.
std::string choices_text(const std::vector<Choice>& choices) {
  std::string text;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const auto& [name, help] = choices[i];
    const bool is_last = i + 1 == choices.size();
    if (i > 0) text += !is_last ? ", " : help.empty() ? " or " : ", or ";
    text += std::string(name) + (i == 0 ? " (default)" : "") + (help.empty() ? "" : ", " + std::string(help));
  }
  return text;
}

}  // namespace

std::string words_of_parameter(Parameter parameter) {
  std::string text;
  std::vector<double> told;
  for (const Optimizer& first : optimizers()) {
    if (!uses(first, parameter)) continue;
    const double value = parameters_of(first, {})[parameter];
    if (std::ranges::find(told, value) != told.end()) continue;
    told.push_back(value);
    std::vector<std::string_view> names;
    for (const Optimizer& optimizer : optimizers()) {
      if (uses(optimizer, parameter) && parameters_of(optimizer, {})[parameter] == value) {
        names.push_back(optimizer.name);
      }
    }
    text += (text.empty() ? "default " : ", ") + number_text(value) + " (" + listed(names) + ")";
  }
  return text + ", as PyTorch's";
}

std::string words_of_pages() {
  const auto size_of = [](const Terminal& terminal) {
    return number_text(terminal.default_size.width) + "x" + number_text(terminal.default_size.height);
  };
  const Terminal& usual = script_terminal();
  std::vector<std::string_view> on_paper;
  const Terminal* paper = nullptr;
  for (const Terminal& terminal : terminals()) {
    if (terminal.unit == usual.unit) continue;
    paper = &terminal;
    on_paper.push_back(terminal.name);
  }
  return std::string(usual.unit) + " (default " + size_of(usual) + "), for " + listed(on_paper) + " " +
         std::string(paper->unit) + " (" + size_of(*paper) + ")";
}

std::string_view group_title(OptionGroup group) {
  switch (group) {
    case kFunction:
      return "Function";
    case kDomain:
      return "Domain";
    case kDerivative:
      return "Derivative";
    case kPaths:
      return "Paths";
    case kOutput:
      return "Output";
    case kTable:
      return "Table";
    case kPicture:
      return "Picture";
    case kGeneral:
      return "General";
  }
  return "";
}

std::vector<std::string_view> choices_of(std::string_view long_name) {
  std::vector<std::string_view> names;
  for (const Choice& choice : find_option(long_name)->rules.choices()) names.push_back(choice.name);
  return names;
}

std::string help_of(const OptionRow& row) {
  const OptionRules& rules = row.rules;
  const std::string words = rules.words != nullptr     ? rules.words()
                            : rules.choices != nullptr ? choices_text(rules.choices())
                                                       : "";
  return filled(row.help, words);
}

std::string filled(std::string_view text, std::string_view words) {
  std::string out(text);
  if (const std::size_t place = out.find("{}"); place != std::string::npos) out.replace(place, 2, words);
  return out;
}

std::string shortest_name(const OptionRow& row) {
  return row.short_name != '\0' ? std::string("-") + row.short_name : "--" + std::string(row.long_name);
}

const OptionRow* find_option(std::string_view long_name) {
  for (const OptionRow& row : option_table()) {
    if (row.long_name == long_name) return &row;
  }
  return nullptr;
}

const OptionRow* find_option(char short_name) {
  for (const OptionRow& row : option_table()) {
    if (row.short_name != '\0' && row.short_name == short_name) return &row;
  }
  return nullptr;
}

}  // namespace gradfield
