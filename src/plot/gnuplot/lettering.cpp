#include "plot/gnuplot/lettering.hpp"

#include "base/numbers/number.hpp"

#include <algorithm>

#include "plot/look/typeset.hpp"

namespace gradfield {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view(" _.,:;+-*/=()<>[]?!#").find(c) != std::string_view::npos;
}

// `text` for gnuplot to show as it is. Its SVG terminal leaves every > alone, and XML allows no ]]> (section 2.4): as
// enhanced text, in a group of its own, the > stands apart.
std::string as_it_is(const std::string& text) {
  constexpr std::string_view kForbidden = "]]>";
  if (text.find(kForbidden) == std::string::npos) return quoted(text) + " noenhanced";
  std::string markup = escape_enhanced(text);
  for (std::size_t at = 0; (at = markup.find(kForbidden, at)) != std::string::npos; at += 5) {
    markup.replace(at, kForbidden.size(), "]]{>}");
  }
  return quoted(markup) + " enhanced";
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (is_plain(c)) {
      out += c;
    } else {
      const unsigned byte = static_cast<unsigned char>(c);
      out += "\\0";
      for (const int shift : {6, 3, 0}) out += static_cast<char>('0' + ((byte >> shift) & 7));
    }
  }
  return out + "\"";
}

std::string text_clause(const std::string& text, bool enhanced, const Terminal& terminal) {
  if (terminal.typeset == nullptr) return enhanced ? quoted(text) + " enhanced" : as_it_is(text);
  // One block of all lines: gnuplot's own would be no higher than its font, and raised exponents reach farther. What
  // follows the end of a line could be read as a distance.
  std::string lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines +=
        (start > 0 ? "\\\\{}" : "") + terminal.typeset(std::string_view(text).substr(start, end - start), enhanced);
    start = end + 1;
  }
  const bool is_block = text.find('\n') != std::string::npos;
  return quoted(is_block ? "\\begin{tabular}{@{}c@{}}" + lines + "\\end{tabular}" : lines) + " noenhanced";
}

std::string tic_list(const std::vector<Tic>& tics, const Terminal& terminal,
                     const std::function<double(double)>& place) {
  std::string out = "(";
  for (const Tic& tic : tics) {
    const std::string label = typeset_label(tic.label);
    // A list of tics takes no markup clauses.
    out += (out.size() > 1 ? ", " : "") + quoted(terminal.typeset != nullptr ? terminal.typeset(label, true) : label) +
           " " + number_text(place(tic.value));
  }
  return out + ")";
}

}  // namespace gradfield
