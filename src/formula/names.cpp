#include "formula/names.hpp"

#include <algorithm>

namespace gradfield {

bool Names::has_variable(std::string_view name) const { return std::ranges::count(variables, name) > 0; }

bool Names::has_constant(std::string_view name) const {
  return std::ranges::count(constants, name, &Constant::name) > 0 ||
         std::ranges::count(kBuiltInConstants, name, &Constant::name) > 0;
}

bool is_well_formed_name(std::string_view name) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return !name.empty() && name.size() <= 100 && is_letter(name[0]) &&
         std::all_of(name.begin(), name.end(), [&](char c) { return is_letter(c) || is_digit(c); });
}

}  // namespace gradfield
