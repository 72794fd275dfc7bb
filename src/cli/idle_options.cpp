#include "cli/idle_options.hpp"

#include <algorithm>
#include <initializer_list>

#include "cli/option_table.hpp"

namespace gradfield {
namespace {

/// A kind of result, and which options it does not listen to: whole groups, and more by name.
struct Deafness {
  std::string_view result;
  std::initializer_list<OptionGroup> groups;
  std::initializer_list<std::string_view> options;
};

/// An option that says something about another one.
struct Companion {
  std::string_view option, other;
};
constexpr Companion kCompanions[] = {{"tolerance", "check"}, {"rate", "path"}, {"iterations", "path"}};

const Deafness& deafness_of(const Work& work) {
  using enum OptionGroup;
  static const Deafness table{"a table", {kPicture}, {}};
  static const Deafness binary_table{"a binary table", {kPicture}, {"precision"}};
  static const Deafness path_table{"a table of paths", {kPicture}, {"descent", "hessian", "points", "threads"}};
  static const Deafness binary_path_table{
      "a binary table of paths", {kPicture}, {"descent", "hessian", "points", "precision", "threads"}};
  static const Deafness picture{"a picture", {kTable}, {"hessian"}};
  static const Deafness text{"a text picture", {kTable}, {"hessian", "size", "xlabel", "ylabel", "no-grid"}};
  static const Deafness check{"a check", {kTable, kPicture}, {"descent", "hessian", "threads"}};
  static const Deafness explanation{"an explanation", {kTable, kPicture}, {"descent", "points", "where", "threads"}};
  if (work.options.check) return check;
  if (work.options.explain) return explanation;
  const Format& format = *work.destination.format;
  if (format.kind == FormatKind::kTable) {
    if (!work.paths.starts.empty()) return format.is_binary ? binary_path_table : path_table;
    return format.is_binary ? binary_table : table;
  }
  return format.kind == FormatKind::kText ? text : picture;
}

}  // namespace

void note_idle_options(const Work& work) {
  const Deafness& deafness = deafness_of(work);
  for (const OptionRow& row : option_table()) {
    if (!work.options.given.contains(row.long_name)) continue;
    const std::string option = "--" + std::string(row.long_name);
    if (std::ranges::count(deafness.groups, row.group) > 0 || std::ranges::count(deafness.options, row.long_name) > 0) {
      work.note(option + " has no effect on " + std::string(deafness.result));
    }
    for (const Companion& companion : kCompanions) {
      if (companion.option != row.long_name || work.options.given.contains(companion.other)) continue;
      work.note(option + " has no effect without --" + std::string(companion.other));
    }
  }
}

}  // namespace gradfield
