#include "formula/unknown_values.hpp"

#include <algorithm>
#include <string_view>

#include "base/spelling.hpp"
#include "formula/functions.hpp"
#include "formula/words/characters.hpp"

namespace gradfield {
namespace {

constexpr std::size_t kMostColumns = 40;  // of one of the cures

// A letter, perhaps with an index, is meant as a variable as often as not; a word rather as a constant.
bool may_be_variable(std::string_view name) {
  const std::string_view stem = name.substr(0, name.find_last_not_of("0123456789") + 1);
  return stem.size() == 1 || is_greek_letter(stem);
}

// The names that hold for `holds`, each once, in their order.
template <typename Holds>
std::vector<std::string> names_that(const std::vector<Word>& words, Holds holds) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& name = words[i].text;
    if (words[i].kind == WordKind::kName && holds(i) && std::ranges::count(found, name) == 0) found.push_back(name);
  }
  return found;
}

std::string joined(const std::vector<std::string>& names, std::string_view before, std::string_view behind) {
  std::string text;
  for (const std::string& name : names) text += std::string(before) + name + std::string(behind);
  return text;
}

// "x,y,"
std::string listed_with_commas(const std::vector<std::string>& names) { return joined(names, "", ","); }

}  // namespace

std::string cure_of_unknown_values(const std::vector<Word>& words, const Names& names) {
  const std::vector<std::string> unknown = names_that(words, [&](std::size_t i) {
    const bool is_call = i + 1 < words.size() && words[i + 1].kind == WordKind::kOpen;
    const bool may_have_value = find_function(words[i].text) == nullptr || !is_reserved(words[i].text);
    return !is_call && may_have_value && !names.has_value(words[i].text);
  });
  std::vector<std::string> variables =
      names_that(words, [&](std::size_t i) { return names.has_variable(words[i].text); });
  const std::vector<std::string_view> known(names.variables.begin(), names.variables.end());
  std::string cure = known.empty()       ? "a constant expression has no variables"
                     : known.size() == 1 ? "the variable is " + listed(known)
                                         : "the variables are " + shortened(listed(known), 60);
  std::vector<std::string> new_variables;
  std::ranges::copy_if(unknown, std::back_inserter(new_variables), may_be_variable);
  if (!new_variables.empty() && !known.empty()) {
    if (!names.function.empty()) variables = names.variables;
    variables.insert(variables.end(), new_variables.begin(), new_variables.end());
    std::string all = listed_with_commas(variables);
    all.pop_back();
    const std::string given = names.function.empty() ? "--vars " + all : names.function + "(" + all + ") = ...";
    if (given.size() <= kMostColumns) cure += (new_variables.size() == 1 ? "; a variable: " : "; variables: ") + given;
  }
  const std::string given = joined(unknown, " -D ", "=VALUE");
  if (given.size() <= kMostColumns) cure += (unknown.size() == 1 ? "; a constant:" : "; constants:") + given;
  return cure;
}

}  // namespace gradfield
