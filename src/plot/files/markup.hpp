// Text in the markup of SVG and HTML.
#pragma once

#include <string>
#include <string_view>

namespace gradfield {

/// `text` with what means something in XML and HTML as references, for contents and for attributes in either quotes.
std::string escaped_markup(std::string_view text);

}  // namespace gradfield
