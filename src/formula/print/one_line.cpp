#include "formula/print/one_line.hpp"

#include "formula/functions.hpp"
#include "formula/words.hpp"

namespace gradfield {

std::string on_one_line(std::string_view text) {
  std::string line;
  std::size_t end = 0;
  for (const Word& word : split_words(text)) {
    if (word.place.position + word.place.length <= end) continue;  // the 2 of ²: the ^ has the place of the whole
    if (!line.empty() && word.place.position > end) line += ' ';
    line += typed(text, word);
    end = word.place.position + word.place.length;
  }
  return line;
}

std::string in_ascii(std::string_view text) {
  std::string line;
  const Word* before = nullptr;
  const std::vector<Word> words = split_words(text);
  for (const Word& word : words) {
    // π and ² end where the next word begins; their names and digits would not.
    const bool is_word = word.kind == WordKind::kName || word.kind == WordKind::kNumber;
    const bool runs_together = before != nullptr && is_word && word.spelling != Spelling::kRaised &&
                               (before->kind == WordKind::kName ||
                                (before->kind == WordKind::kNumber && before->spelling != Spelling::kPlain));
    const bool is_radicand = runs_together && find_function(before->text) != nullptr;
    const bool is_apart = before != nullptr && word.place.position > before->place.position + before->place.length;
    if (!is_radicand && (is_apart || runs_together)) line += ' ';
    line += is_radicand ? "(" + word.text + ")" : word.text;
    before = &word;
  }
  return line;
}

}  // namespace gradfield
