// Every option, one row each: the parser, the help, "did you mean", the notes on options that nobody hears and the
// refusals of those that do not go together all read this table.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/formats.hpp"
#include "cli/options.hpp"

namespace gradfield {

enum class OptionGroup { kFunction, kDomain, kDerivative, kPaths, kOutput, kTable, kPicture, kGeneral };

/// Who hears options, or does not: results, and kinds of tables and of pictures.
enum class Hearer {
  // results
  kChecks,
  kExplanations,
  kDescriptions,
  kBinaryPathTables,
  kPathTables,
  kCriticalTables,
  kTables,
  kPictures,
  // kinds of tables
  kBinaryTables,
  // kinds of pictures
  kCurves,
  kOneColorArrows,
  kTextPictures,
  kPlanes,
  kSpace,
  kSurfaces,
  kStreams,
  kOneColorStreams,
  kTexPictures,
  kWindows,
  kSharpPictures,
  kGroundedPictures,
  kColorlessText,
  kOneColorText,
  kValueColoredText,
  kHeatMappedText,
  kScaleColoredText,
  kFieldPictures,
};

/// Some of them.
class Hearers {
 public:
  constexpr Hearers(std::initializer_list<Hearer> hearers) {
    for (const Hearer hearer : hearers) bits_ |= bit(hearer);
  }

  static constexpr Hearers all() { return Hearers(~std::uint32_t{0}); }

  constexpr Hearers with(Hearers more) const { return Hearers(bits_ | more.bits_); }
  constexpr Hearers but(Hearers others) const { return Hearers(bits_ & ~others.bits_); }
  constexpr bool has(Hearer hearer) const { return (bits_ & bit(hearer)) != 0; }

 private:
  constexpr explicit Hearers(std::uint32_t bits) : bits_(bits) {}
  static constexpr std::uint32_t bit(Hearer hearer) { return std::uint32_t{1} << static_cast<int>(hearer); }

  std::uint32_t bits_ = 0;
};

/// What an option cannot stand beside.
struct Exclusion {
  std::string_view fault;  // the whole message; {}: what is found
  std::string_view other;  // the long name of an option; empty: no option alone
  /// What stands there, as the message calls it; empty: nothing that is excluded. Null: `other` as it is typed, where
  /// it is given. `format` is that of the result; null where it is not chosen yet.
  std::string (*found)(const Options& options, const Format* format) = nullptr;
};

/// One of the values an option may have.
struct Choice {
  std::string_view name;
  std::string_view help;  // may be empty
};

/// What an option means for the others, and for results.
struct OptionRules {
  bool repeats = false;               // each use counts; else the last one does
  Hearers heard_by = Hearers::all();  // elsewhere it has no effect, as a note says
  std::string_view needs = {};        // an option without which it has no effect
  std::span<const Exclusion> excludes = {};
  std::vector<Choice> (*choices)() = nullptr;  // of its value, a default first; null: no table tells them
  std::string (*words)() = nullptr;            // what {} stands for in the help, if not for the choices
};

struct OptionRow {
  OptionGroup group;
  char short_name;             // '\0': none
  std::string_view long_name;  // without the dashes
  std::string_view value;      // what the value is called in the help; empty: the option takes none; in brackets: it
                               // may stand behind an equals sign
  std::string_view help;       // one or more sentences; wrapped when shown; {} stands for the choices
  void (*set)(Options& options, const std::string& value);
  OptionRules rules = {};
};

std::span<const OptionRow> option_table();

std::string_view group_title(OptionGroup group);

/// The values that an option has to choose from, by name. Requires: a table that tells them.
std::vector<std::string_view> choices_of(std::string_view long_name);

/// The help of an option, its choices told.
std::string help_of(const OptionRow& row);

/// A text with `words` in place of its {}.
std::string filled(std::string_view text, std::string_view words);

/// "-n", or "--check" where the option has no short name.
std::string shortest_name(const OptionRow& row);

const OptionRow* find_option(std::string_view long_name);
const OptionRow* find_option(char short_name);

}  // namespace gradfield
