// A block of points in a gnuplot script, with no more digits than a page can show.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "plot/arrows/arrows.hpp"
#include "plot/look/page_number.hpp"

namespace gradfield {

/// Written when it goes out of scope.
class DataBlock {
 public:
  DataBlock(std::ostream& script, const Page& page, const char* comment, const std::string& name)
      : script_(script), x_(page.x), y_(page.y) {
    script << "# " << comment << "\n$" << name << " << EOD\n";
  }
  ~DataBlock() { script_ << text_ << "EOD\n\n"; }
  DataBlock(const DataBlock&) = delete;
  DataBlock& operator=(const DataBlock&) = delete;

  void add(Point point, const std::string& more = "") {
    x_.append(text_, point.x);
    text_ += ' ';
    y_.append(text_, point.y);
    text_ += more + "\n";
  }
  void end_line() { text_ += '\n'; }
  void add_line(const std::vector<Point>& points, const std::string& more = "") {
    for (const Point point : points) add(point, more);
    end_line();
  }

 private:
  std::ostream& script_;
  PageNumbers x_, y_;
  std::string text_;
};

}  // namespace gradfield
