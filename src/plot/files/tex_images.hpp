// The images in what gnuplot's TikZ terminal draws.
#pragma once

#include <string>

namespace gradfield {

/// The drawing with its images deflated (RFC 1950), for \gpdeflatedimage in place of \gprawimage: plain hexadecimal
/// digits of a fine image are more than TeX's memory holds. An image that is not as expected stays as it is.
std::string deflate_images(std::string drawing);

}  // namespace gradfield
