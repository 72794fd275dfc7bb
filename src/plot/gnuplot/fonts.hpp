// Which font the machine draws for a name: fontconfig knows, which gnuplot's terminals ask too, and say nothing.
#pragma once

#include <sys/types.h>

#include <string>

namespace gradfield {

/// Whether fonts lie where they usually do: then one is drawn for the default's name, and nobody need be asked.
bool has_usual_fonts();

/// A question to fontconfig (fc-match), which is answered while other work goes on: it takes some 10 ms.
class FontQuery {
 public:
  explicit FontQuery(const std::string& name);
  ~FontQuery();
  FontQuery(const FontQuery&) = delete;
  FontQuery& operator=(const FontQuery&) = delete;

  /// What there is to say of the font: that another is drawn in its place, or none at all. "" where it is drawn, where
  /// the name is one of a kind of fonts, such as Serif, and where nobody can tell. Once only.
  std::string note();

 private:
  std::string name_;
  pid_t child_ = -1;
  int answer_ = -1;  // the end of a pipe
};

}  // namespace gradfield
