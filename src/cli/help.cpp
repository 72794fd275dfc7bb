#include "cli/help.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "analysis/descent/optimizers.hpp"
#include "base/spelling.hpp"
#include "base/version.hpp"
#include "cli/formats.hpp"
#include "cli/option_table.hpp"
#include "field/methods/methods.hpp"
#include "formula/functions.hpp"

namespace gradfield {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kWidthOfNames = 25;  // before explanations

constexpr std::string_view kUsage = "Usage: gradfield [OPTIONS] EXPRESSION\n";

constexpr std::string_view kExamples =
    R"text(  gradfield "x^2+y^2"                           a picture: window, or terminal
  gradfield "x^2+y^2" -o field.png              ... as a file (svg, html, ...)
  gradfield "sin(x)*cos(y)" --x -pi:pi -n 30    other ranges, more arrows
  gradfield "x^2+y^2" --descent --color blue    the way down, in one colour
  gradfield "exp(-x^2-y^2)" --csv | head        a table, for other tools
  gradfield "a*x^2+y^2" -D a=3 -o field.gp      a gnuplot script to go on with
  gradfield "x^2+y^2" --at - < points.txt       a table of your own points
)text";

// A left column and its explanation, wrapped beside it.
std::string entry(const std::string& name, std::string_view help, std::size_t margin = 2) {
  const std::size_t indent = kWidthOfNames + margin;
  std::string line = std::string(margin, ' ') + name, out;
  if (line.size() + 2 > indent) {
    out = line + '\n';
    line.clear();
  }
  line.resize(std::max(line.size(), indent), ' ');
  std::size_t start = 0;
  while (start < help.size()) {
    const std::size_t end = std::min(help.find(' ', start), help.size());
    const std::string_view word = help.substr(start, end - start);
    const bool is_first = line.size() == indent;
    if (!is_first && line.size() + 1 + column_width(word) > kWidth) {
      out += line + '\n';
      line.assign(indent, ' ');
    } else if (!is_first) {
      line += ' ';
    }
    line += word;
    start = end + 1;
  }
  return out + line + '\n';
}

std::string option_entry(const OptionRow& row) {
  std::string name = row.short_name != '\0' ? std::string("-") + row.short_name + ", " : "    ";
  name += "--" + std::string(row.long_name);
  if (!row.value.empty()) name += " " + std::string(row.value);
  return entry(name, help_of(row));
}

std::string options_text() {
  std::string out;
  const OptionRow* last = nullptr;
  for (const OptionRow& row : option_table()) {
    if (last == nullptr || last->group != row.group) out += "\n" + std::string(group_title(row.group)) + ":\n";
    out += option_entry(row);
    last = &row;
  }
  return out;
}

// "atan2(a,b)", "min(a,b,...)".
std::string call_of(const Function& function) {
  constexpr std::string_view kArguments = "a,b,c";
  const std::string arguments(
      function.arity == kVariadic ? "a,b,..." : kArguments.substr(0, 2 * static_cast<std::size_t>(function.arity) - 1));
  return std::string(function.name) + "(" + arguments + ")";
}

// "; also arcsin", "; also fabs and absolute"; "" where there is no alias, and beside the second row of a function.
std::string aliases_of(const Function& function) {
  std::vector<std::string_view> names;
  for (const Alias& alias : alias_table()) {
    if (find_function(alias.name) == &function) names.push_back(alias.name);
  }
  return names.empty() ? "" : "; also " + listed(names);
}

}  // namespace

std::string help_text() {
  std::string out = "gradfield draws or tabulates the gradient field of a formula.\n\n";
  out += std::string(kUsage) + "\nExamples:\n" + std::string(kExamples);
  out += options_text();
  out += "\nFormats (-f, or the extension of -o):\n";
  for (const Format& format : formats()) out += entry(std::string(format.name), format.help);
  out += "\nMethods (--method), M being the length of the axis, see --step:\n";
  for (const Method& method : methods()) out += entry(std::string(method.name), method.help);
  out += "\nOptimizers (--optimizer), g being the gradient:\n";
  for (const Optimizer& optimizer : optimizers()) {
    out += entry(std::string(optimizer.name), std::string(optimizer.help) + " (" + std::string(optimizer.source) +
                                                  "). Rate: " + std::string(optimizer.rate));
  }
  out +=
      "\nA formula has + - * / ^ (or **), comparisons, && || ?:, pi, e and functions\n"
      "(--functions). 2x is 2*x, a < x < b a chain, |x| abs(x), and pasted signs work:\n"
      "raised digits, roots, Greek letters. f(u,v) = u^2*v names f and its variables.\n"
      "Without -f and -o: a table (CSV) where standard output is no terminal, else a\n"
      "window where there is a display, else a picture in the terminal.\n"
      "\nExit codes: 0 success, 1 --check found a disagreement, 64 wrong option,\n"
      "65 wrong expression or point, 66 unreadable input, 69 gnuplot missing or failed,\n"
      "70 internal fault, 73 output cannot be created, 74 write failed.\n";
  return out;
}

std::string short_help_text() {
  return std::string(kUsage) + "\n" + std::string(kExamples) + "\ngradfield --help tells more.\n";
}

std::string functions_text() {
  std::string out;
  for (const Function& function : function_table()) {
    out += entry(call_of(function), std::string(function.help) + aliases_of(function), 0);
  }
  return out;
}

std::string version_text() { return "gradfield " + std::string(kVersion) + "\n"; }

}  // namespace gradfield
