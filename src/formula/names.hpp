// The names a formula may use besides the functions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gradfield {

struct Constant {
  std::string name;
  double value;
};

struct Names {
  std::vector<std::string> variables;
  std::vector<Constant> constants;  // pi and e come by themselves
  std::string function = {};        // its name where the formula's left side lists the variables: the f of f(u,v) = ...

  bool has_variable(std::string_view name) const;
  bool has_constant(std::string_view name) const;  // pi and e too
  bool has_value(std::string_view name) const { return has_variable(name) || has_constant(name); }
};

/// pi and e as the doubles nearest to them.
inline const std::vector<Constant> kBuiltInConstants{{"pi", 3.141592653589793}, {"e", 2.718281828459045}};

/// A letter or underscore, then letters, digits, underscores; at most 100 of them.
bool is_well_formed_name(std::string_view name);

}  // namespace gradfield
