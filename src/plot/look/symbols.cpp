#include "plot/look/symbols.hpp"

#include <algorithm>
#include <iterator>

#include "base/spelling.hpp"

namespace gradfield {
namespace {

constexpr MathSymbol kSymbols[] = {
    {U'°', "", "{}^{\\circ}", 1024},
    {U'±', "", "\\pm ", 1716},
    {U'²', "", "{}^{2}", 821},
    {U'³', "", "{}^{3}", 821},
    {U'·', "", "\\cdot ", 651},
    {U'½', "", "\\frac12 ", 1985},
    {U'×', "", "\\times ", 1716},
    {U'Γ', "Gamma", "\\Gamma ", 1141},
    {U'Δ', "Delta", "\\Delta ", 1401},
    {U'Θ', "Theta", "\\Theta ", 1612},
    {U'Λ', "Lambda", "\\Lambda ", 1401},
    {U'Π', "", "\\Pi ", 1540},
    {U'Σ', "Sigma", "\\Sigma ", 1294},
    {U'Φ', "Phi", "\\Phi ", 1612},
    {U'Ψ', "Psi", "\\Psi ", 1612},
    {U'Ω', "Omega", "\\Omega ", 1565},
    {U'α', "alpha", "\\alpha ", 1350},
    {U'β', "beta", "\\beta ", 1307},
    {U'γ', "gamma", "\\gamma ", 1212},
    {U'δ', "delta", "\\delta ", 1253},
    {U'ε', "epsilon", "\\epsilon ", 1107},
    {U'ζ', "zeta", "\\zeta ", 1114},
    {U'η', "eta", "\\eta ", 1298},
    {U'θ', "theta", "\\theta ", 1253},
    {U'κ', "kappa", "\\kappa ", 1207},
    {U'λ', "lambda", "\\lambda ", 1212},
    {U'μ', "mu", "\\mu ", 1303},
    {U'ν', "nu", "\\nu ", 1144},
    {U'ξ', "xi", "\\xi ", 1142},
    {U'π', "pi", "\\pi ", 1233},
    {U'ρ', "rho", "\\rho ", 1300},
    {U'σ', "sigma", "\\sigma ", 1298},
    {U'τ', "tau", "\\tau ", 1233},
    {U'φ', "phi", "\\varphi ", 1351},
    {U'χ', "chi", "\\chi ", 1183},
    {U'ψ', "psi", "\\psi ", 1351},
    {U'ω', "omega", "\\omega ", 1715},
    {U'\u2009', "", "\\,", 409},
    {U'\u200A', "", "\\/", 204},
    {U'…', "", "\\dots ", 2048},
    {U'′', "", "'", 465},
    {U'←', "", "\\leftarrow ", 1716},
    {U'→', "", "\\to ", 1716},
    {U'∂', "", "\\partial ", 1059},
    {U'∇', "", "\\nabla ", 1370},
    {U'∈', "", "\\in ", 1784},
    {U'∑', "", "\\sum ", 1380},
    {U'−', "", "-", 1716},
    {U'√', "sqrt", "\\surd ", 1305},
    {U'∛', "cbrt", "{}^{3}\\!\\surd ", 1305},
    {U'∞', "", "\\infty ", 1706},
    {U'∫', "", "\\int ", 1067},
    {U'≈', "", "\\approx ", 1716},
    {U'≠', "", "\\ne ", 1716},
    {U'≤', "", "\\le ", 1716},
    {U'≥', "", "\\ge ", 1716},
};
static_assert(std::ranges::is_sorted(kSymbols, {}, &MathSymbol::code_point));
static_assert(std::ranges::all_of(kSymbols, [](const MathSymbol& row) { return !row.tex.empty() && row.advance > 0; }));

}  // namespace

const MathSymbol* find_symbol_of(char32_t code_point) {
  const MathSymbol* const row = std::ranges::lower_bound(kSymbols, code_point, {}, &MathSymbol::code_point);
  return row != std::end(kSymbols) && row->code_point == code_point ? row : nullptr;
}

const MathSymbol* find_symbol_named(std::string_view name) {
  const MathSymbol* const row =
      name.empty() ? std::end(kSymbols) : std::ranges::find(kSymbols, name, &MathSymbol::name);
  return row != std::end(kSymbols) ? row : nullptr;
}

std::string drawn_name(std::string_view name) {
  const std::size_t stem = std::min(name.find('_'), name.find_last_not_of("0123456789") + 1);
  const MathSymbol* const symbol = find_symbol_named(name.substr(0, stem));
  return symbol == nullptr ? std::string(name) : encode_character(symbol->code_point) + std::string(name.substr(stem));
}

}  // namespace gradfield
