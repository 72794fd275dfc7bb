#include "cli/formats.hpp"

#include "plot/gnuplot/terminals.hpp"
#include "table/table.hpp"

namespace gradfield {
namespace {

std::vector<Format> make_formats() {
  const Terminal* screen = &script_terminal();
  std::vector<Format> rows{
      {"window", "picture in a window", FormatKind::kWindow, false, nullptr, screen},
      {"text", "picture in the terminal, needs no gnuplot (extension txt)", FormatKind::kText, false, nullptr, screen},
  };
  for (const Terminal& terminal : terminals()) {
    rows.push_back({terminal.name, terminal.help, FormatKind::kImage, terminal.is_binary, nullptr, &terminal});
  }
  rows.push_back(
      {"gp", "gnuplot script that draws the picture by itself", FormatKind::kScript, false, nullptr, screen});
  for (const TableFormat& table : table_formats()) {
    rows.push_back({table.name, table.help, FormatKind::kTable, table.is_binary, &table, nullptr});
  }
  return rows;
}

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> rows = make_formats();
  return rows;
}

const Format* find_format(std::string_view name) {
  for (const Format& format : formats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

const Format* format_of_file(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::string_view file = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = file.rfind('.');
  if (dot == std::string_view::npos) return nullptr;
  std::string extension(file.substr(dot + 1));
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (extension == "txt") return find_format("text");
  const Format* format = find_format(extension);
  return format != nullptr && format->kind != FormatKind::kWindow ? format : nullptr;
}

}  // namespace gradfield
