// Critical points as pictures of all kinds show them: their marks and words.
#pragma once

#include <string>
#include <vector>

#include "analysis/critical/critical_search.hpp"
#include "plot/sheet/drawing.hpp"
#include "plot/sheet/key.hpp"
#include "plot/sheet/picture_style.hpp"

namespace gradfield {

/// How far the ground's colour reaches around a mark, in points of the page.
inline constexpr double kCriticalCasing = 1.4;

/// The outline of a mark about the origin, in points of the page, larger by `margin`: of a minimum a triangle that
/// points down, of a maximum one that points up, of a saddle a cross, else a square.
std::vector<Point> critical_mark(CriticalKind kind, double margin = 0);

/// The values of f beside the marks, which stand `at` these points of the page; none where there are too many.
/// `right`, `top`: where the room ends.
std::vector<Words> critical_labels(const PictureStyle& style, const std::vector<Point>& at, double right, double top);

/// How many there are of each kind: "3 minima".
struct CriticalCount {
  CriticalKind kind;
  std::string words;
};
std::vector<CriticalCount> critical_counts(const PictureStyle& style);

/// What the key says of them.
std::vector<KeyEntry> critical_key(const PictureStyle& style);

/// " At (1, 2) f has a minimum, 0.": of each a sentence with a blank in front.
std::string critical_facts(const PictureStyle& style);

}  // namespace gradfield
