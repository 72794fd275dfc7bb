#include "formula/compile.hpp"

#include <muParser.h>

#include <algorithm>
#include <array>
#include <optional>

#include "formula/functions.hpp"
#include "formula/grammar.hpp"
#include "formula/implied.hpp"

namespace gradfield {
namespace {

// muParser evaluates once to make its bytecode; what our functions return then is not looked at.
double any_value(void*, const double*, int) { return 0; }
double minus_sign(double) { return 0; }
double plus_sign(double) { return 0; }

// Those that stand in the words: there are many, and a command compiles a dozen constants.
void define_functions(mu::Parser& parser, const std::vector<Word>& words, const Names& names) {
  parser.ClearFun();
  parser.ClearConst();
  parser.ClearInfixOprt();
  // How many arguments each takes, check_grammar has seen.
  for (const Word& word : words) {
    const Function* function = word.kind == WordKind::kName ? find_function(word.text, names) : nullptr;
    if (function != nullptr) parser.DefineFunUserData(word.text, any_value, const_cast<Function*>(function));
  }
  parser.DefineInfixOprt("-", minus_sign);
  parser.DefineInfixOprt("+", plus_sign);
}

Error unexpected_bytecode() {
  return Error(ExitCode::kInternal, "muParser made a bytecode that gradfield does not know");
}

// Walks muParser's bytecode (plain reverse Polish notation, its optimiser off) with a stack of terms. A comparison
// whose left side is itself one, a < b < c, is a link of a chain: the chain holds where all its links do. In brackets,
// which are not in the bytecode, it is a number like others: see marks_of_brackets.
class Translation {
 public:
  Translation(ProgramBuilder& builder, const mu::Parser& parser, const std::vector<double>& slots)
      : builder_(builder), parser_(parser), slots_(slots) {}

  NodeId translate() {
    const mu::SToken* token = parser_.GetByteCode().GetBase();
    for (; token->Cmd != mu::cmEND; ++token) take(*token);
    if (stack_.size() != 1) throw unexpected_bytecode();
    return stack_[0].term.node;
  }

 private:
  struct Value {
    Term term;
    std::optional<Term> last;  // of a comparison: its right side
  };

  Value pop_value() {
    if (stack_.empty()) throw unexpected_bytecode();
    const Value top = stack_.back();
    stack_.pop_back();
    return top;
  }

  Term pop() { return pop_value().term; }

  void push(Term term) { stack_.push_back({term, {}}); }
  void push(NodeId node) { push(Term{&builder_, node}); }

  void take(const mu::SToken& token) {
    switch (token.Cmd) {
      case mu::cmVAL:
        return push(builder_.constant(token.Val.data2));
      case mu::cmVAR:
        return push(builder_.variable(static_cast<std::uint32_t>(token.Val.ptr - slots_.data())));
      case mu::cmFUNC:
        return take_call(token);
      case mu::cmIF:
      case mu::cmELSE:
        return;  // the condition, then both branches, stay on the stack until the end
      case mu::cmENDIF: {
        const Term otherwise = pop(), then = pop(), condition = pop();
        return push(select(condition, then, otherwise));
      }
      default:
        return take_operator(token);
    }
  }

  // muParser numbers its binary operators in the order of their signs.
  void take_operator(const mu::SToken& token) {
    if (token.Cmd >= mu::cmASSIGN) throw unexpected_bytecode();
    const std::string_view sign = parser_.GetOprtDef()[token.Cmd];
    const auto row = std::ranges::find(operator_table(), sign, &Operator::sign);
    if (row == operator_table().end()) throw unexpected_bytecode();
    const Term right = pop();
    const Value left = pop_value();
    if (row->tightness != Tightness::kComparison) return push(apply(row->operation, left.term, right));
    const Term link = apply(row->operation, left.last.value_or(left.term), right);
    stack_.push_back({left.last ? apply(Operation::kAnd, left.term, link) : link, right});
  }

  void take_call(const mu::SToken& token) {
    const auto raw = token.Fun.cb._pRawFun;
    if (raw == reinterpret_cast<mu::erased_fun_type>(plus_sign)) return push(pop());
    if (raw == reinterpret_cast<mu::erased_fun_type>(minus_sign)) return push(-pop());
    const auto* function = static_cast<const Function*>(token.Fun.cb._pUserData);
    const std::size_t count = static_cast<std::size_t>(token.Fun.argc < 0 ? -token.Fun.argc : token.Fun.argc);
    if (function == nullptr || count == 0 || count > stack_.size() || with_arity(*function, count) == nullptr) {
      throw unexpected_bytecode();
    }
    std::vector<Term> arguments(count, stack_.back().term);
    for (std::size_t k = count; k > 0; --k) arguments[k - 1] = pop();
    push(call(*function, arguments));
  }

  ProgramBuilder& builder_;
  const mu::Parser& parser_;
  const std::vector<double>& slots_;  // one a variable: muParser tells variables by the address of their value
  std::vector<Value> stack_;
};

bool is_comparison(const Word& word) {
  const auto row = std::ranges::find(operator_table(), word.text, &Operator::sign);
  return word.kind == WordKind::kOperator && row != operator_table().end() && row->tightness == Tightness::kComparison;
}

// One flag a word: a bracket that opens the left side of a comparison. A + before it, which changes nothing, tells
// (a<b)<c from the chain a<b<c in the bytecode. Behind a sign or another operator, as in 2*(a<b)<c, none is needed.
std::vector<bool> marks_of_brackets(const std::vector<Word>& words) {
  std::vector<bool> marks(words.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind == WordKind::kOpen) open.push_back(i);
    if (words[i].kind != WordKind::kClose) continue;
    const std::size_t begin = open.back();
    open.pop_back();
    if (i + 1 == words.size() || !is_comparison(words[i + 1])) continue;
    const Word* const before = begin > 0 ? &words[begin - 1] : nullptr;
    marks[begin] = before == nullptr || before->kind == WordKind::kOpen || before->kind == WordKind::kComma ||
                   before->text == "&&" || before->text == "||" || before->text == "?" || before->text == ":";
  }
  return marks;
}

// The words without the person's blanks (muParser refuses the one in "sin (x)"), but with one behind each operator as
// long as muParser's limit leaves room: its search for the longest operator runs through letters too, at every word to
// the end of "x+x+x+...".
std::string line_for_muparser(const std::vector<Word>& words) {
  const std::vector<bool> marks = marks_of_brackets(words);
  std::size_t size = static_cast<std::size_t>(std::ranges::count(marks, true));
  for (const Word& word : words) size += word.text.size();
  if (size > kLongestExpression) {
    throw Error(ExitCode::kData, "the expression has " + std::to_string(size) +
                                     " characters with every * written and ^2 for ²; at most " +
                                     std::to_string(kLongestExpression) +
                                     " are taken: name its constant parts with -D");
  }
  std::size_t room = kLongestExpression - size;
  std::string line;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (marks[i]) line += '+';
    line += word.text;
    if (word.kind == WordKind::kOperator && room > 0) {
      line += ' ';
      --room;
    }
  }
  return line;
}

}  // namespace

Program compile_expression(std::string_view text, const Names& names, std::size_t begin) {
  const std::vector<Word> words = with_implied_words(text, split_words(text, begin), names);
  check_grammar(text, words, names);
  const std::string line = line_for_muparser(words);
  mu::Parser parser;
  parser.EnableOptimizer(false);
  define_functions(parser, words, names);
  std::vector<double> slots(names.variables.size() + 1, 1.0);
  try {
    for (std::size_t i = 0; i < names.variables.size(); ++i) parser.DefineVar(names.variables[i], &slots[i]);
    for (const Constant& constant : kBuiltInConstants) parser.DefineConst(constant.name, constant.value);
    for (const Constant& constant : names.constants) parser.DefineConst(constant.name, constant.value);
    parser.SetExpr(line);
    parser.Eval();
    ProgramBuilder builder(names.variables);
    const NodeId result = Translation(builder, parser, slots).translate();
    return builder.finish(std::array{result});
  } catch (const mu::ParserError& fault) {
    // Its position is one in `line`, which nobody typed.
    throw Error(ExitCode::kData, "muParser cannot read this: " + fault.GetMsg());
  }
}

double evaluate_constant(std::string_view text, const std::vector<Constant>& constants) {
  const Program program = compile_expression(text, {{}, constants});
  return program.evaluate_at({})[0];
}

}  // namespace gradfield
