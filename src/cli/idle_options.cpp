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

const Deafness& deafness_of(const Work& work) {
  using enum OptionGroup;
  static const Deafness table{"a table", {kPicture}, {}};
  static const Deafness binary_table{"a binary table", {kPicture}, {"precision"}};
  static const Deafness picture{"a picture", {kTable}, {"hessian"}};
  static const Deafness text{"a text picture", {kTable}, {"hessian", "size", "xlabel", "ylabel", "no-grid"}};
  static const Deafness check{"a check", {kTable, kPicture}, {"descent", "hessian", "threads"}};
  static const Deafness explanation{"an explanation", {kTable, kPicture}, {"descent", "points", "where", "threads"}};
  if (work.options.check) return check;
  if (work.options.explain) return explanation;
  const Format& format = *work.destination.format;
  if (format.kind == FormatKind::kTable) return format.is_binary ? binary_table : table;
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
    } else if (row.long_name == "tolerance" && !work.options.check) {
      work.note(option + " has no effect without --check");
    }
  }
}

}  // namespace gradfield
