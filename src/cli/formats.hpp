// All formats a result can have, tables and pictures together, one row each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gradfield {

struct TableFormat;
struct Terminal;

enum class FormatKind { kTable, kImage, kScript, kText, kWindow };

struct Format {
  std::string_view name;  // as -f takes it, and the extension
  std::string_view help;
  FormatKind kind;
  bool is_binary;
  const TableFormat* table = nullptr;  // of kTable
  const Terminal* terminal = nullptr;  // of kImage; for the others the one whose page is used
};

const std::vector<Format>& formats();

/// The format of that name, or null.
const Format* find_format(std::string_view name);

/// The format that the extension of a file name stands for, or null.
const Format* format_of_file(std::string_view path);

}  // namespace gradfield
