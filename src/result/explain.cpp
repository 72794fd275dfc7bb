#include "result/explain.hpp"

#include "base/error.hpp"
#include "formula/print/explanation.hpp"
#include "program/differentiate.hpp"
#include "program/passes/specialize.hpp"

namespace gradfield {

void make_explanation(const Work& work) {
  if (work.method.takes_step()) {
    throw Error(ExitCode::kUsage,
                "--explain shows the exact derivative; leave --method " + std::string(work.method.name) + " away");
  }
  const std::vector<std::string>& variables = work.names.variables;
  std::vector<std::string> names{"f"};
  for (const std::string& variable : variables) names.push_back("df/d" + variable);
  for (std::size_t k = 0; work.options.hessian && k < variables.size(); ++k) {
    for (std::size_t l = k; l < variables.size(); ++l) {
      names.push_back("d2f/d" + variables[k] + (k == l ? "2" : "d" + variables[l]));
    }
  }
  const Program program = work.options.hessian ? differentiate_twice(work.f) : differentiate(work.f);
  Output output = work.open_output();
  output.write(
      explain(specialize(program, work.settings.box.empty() ? Box(variables.size()) : work.settings.box), names));
  output.commit();
}

}  // namespace gradfield
