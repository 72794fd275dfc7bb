// What lies where on the page, so that labels keep clear of lines and of each other.
#pragma once

#include <cstddef>
#include <vector>

#include "plot/arrows/arrows.hpp"
#include "plot/labels/page_line.hpp"
#include "plot/look/page.hpp"

namespace gradfield {

/// Lines on the page, found by place.
class LineMap {
 public:
  explicit LineMap(const Page& page);

  /// The next line; the first is number 0.
  void add(const PageLine& line);

  static constexpr std::size_t kNoLine = static_cast<std::size_t>(-1);
  /// Between the points that stand for a line, in points of the page: nothing slips through a text.
  static constexpr double kBetween = 2;
  /// How many points of lines lie in the box: of any but line `number`, or of that one outside the stretch.
  std::size_t met(const TextBox& box, std::size_t number, Stretch except) const;
  bool meets(const TextBox& box, std::size_t number, Stretch except) const { return met(box, number, except) > 0; }

 private:
  struct Mark {
    Point point;
    std::size_t line;
    double along;
  };

  std::size_t column(double x) const;
  std::size_t row(double y) const;

  double left_, bottom_;
  std::size_t columns_, rows_, lines_ = 0;
  std::vector<double> lengths_;             // of the lines; 0 where open
  std::vector<std::vector<Mark>> squares_;  // of kSquare points each
};

}  // namespace gradfield
