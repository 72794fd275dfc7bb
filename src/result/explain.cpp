// Makes the explanation of the program.
#include "cli/options.hpp"
#include "formula/print/explanation.hpp"
#include "program/differentiate.hpp"
#include "program/passes/specialize.hpp"
#include "result/makers.hpp"

namespace gradfield {

void make_explanation(const Request& request) {
  const std::vector<std::string>& variables = request.names.variables;
  std::vector<std::string> names{request.name};
  for (const std::string& variable : variables) names.push_back("d" + request.name + "/d" + variable);
  for (std::size_t k = 0; request.options.hessian && k < variables.size(); ++k) {
    for (std::size_t l = k; l < variables.size(); ++l) {
      names.push_back("d2" + request.name + "/d" + variables[k] + (k == l ? "2" : "d" + variables[l]));
    }
  }
  const Program program = request.options.hessian ? differentiate_twice(request.f) : differentiate(request.f);
  Output output = request.open_output();
  output.write(
      explain(specialize(program, request.settings.box.empty() ? Box(variables.size()) : request.settings.box), names));
  output.commit();
}

}  // namespace gradfield
