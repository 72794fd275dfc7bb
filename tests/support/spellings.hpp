// What people type and paste, and the plain formula it stands for.
#pragma once

#include <string>
#include <vector>

#include "formula/names.hpp"

namespace gradfield::test {

struct Spelled {
  std::string typed, plain;
};

const std::vector<Spelled>& spellings();

/// The names that they use: variables of one letter and of several, and constants whose names look like parts of
/// numbers.
const Names& names_of_spellings();

}  // namespace gradfield::test
