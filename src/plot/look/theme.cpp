#include "plot/look/theme.hpp"

namespace gradfield {
namespace {

// clang-format off
constexpr Theme kThemes[] = {
    {"light", rgb(0xffffff), rgb(0x000000), rgb(0x444444), rgb(0xe4e4e4), rgb(0x9aa0a8), rgb(0x4a4a4a),
     rgb(0x202020), rgb(0xb0b4bc),
     {rgb(0x1f5fa8), rgb(0xd95f0e), rgb(0x1b8a5a), rgb(0xc2185b), rgb(0x7b4fb3), rgb(0x8c6d1f)}},
    {"dark", rgb(0x11151c), rgb(0xe6e6e6), rgb(0x8a9099), rgb(0x2a3038), rgb(0x5f6872),
     rgb(0xb4bac2), rgb(0xf2f2f2), rgb(0x565e69),
     {rgb(0x6cb4ff), rgb(0xffa45c), rgb(0x5fd39a), rgb(0xff7aa8), rgb(0xc09bff), rgb(0xe3c767)}},
};
// clang-format on

}  // namespace

std::span<const Theme> themes() { return kThemes; }

}  // namespace gradfield
