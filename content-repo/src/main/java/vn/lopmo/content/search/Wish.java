package vn.lopmo.content.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What somebody typed into the search field, understood: loose words, and phrases in quotation marks.
///
/// @param folded nobody typed a mark: matches are found by their letters alone
record Wish(List<Word> words, List<List<String>> phrases, boolean folded) {
    private static final int MOST_WORDS = 24;
    private static final Pattern QUOTED = Pattern.compile("[\"“”«»]([^\"“”«»]*)[\"“”«»]");

    /// @param accented typed with marks, so that a text with the very same marks is a little better
    record Word(String folded, String exact, boolean accented) {}

    static Wish of(String typed) {
        var phrases = new ArrayList<List<String>>();
        var quoted = QUOTED.matcher(typed);
        while (quoted.find()) {
            var phrase = Syllable.of(quoted.group(1)).stream()
                    .map(Syllable::folded)
                    .limit(MOST_WORDS)
                    .toList();
            if (!phrase.isEmpty()) {
                phrases.add(phrase);
            }
        }
        var loose = QUOTED.matcher(typed).replaceAll(" ");
        var words = Syllable.of(loose).stream()
                .limit(MOST_WORDS)
                .map(syllable -> word(syllable, loose))
                .toList();
        boolean folded = !Spelling.isAccented(typed) && typed.chars().anyMatch(Character::isLetter);
        return new Wish(words, phrases, folded);
    }

    private static Word word(Syllable syllable, String typed) {
        var typedWord = typed.substring(syllable.start(), syllable.end());
        return new Word(syllable.folded(), syllable.exact(), Spelling.isAccented(typedWord));
    }

    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty();
    }

    /// Every folded syllable that a result may be marked for.
    List<String> syllables() {
        return Stream.concat(
                        words.stream().flatMap(word -> Stream.of(
                                        Stream.of(word.folded()),
                                        Abbreviations.of(word.folded()).stream(),
                                        KeyRemnants.undo(word.folded()).stream())
                                .flatMap(each -> each)),
                        phrases.stream().flatMap(List::stream))
                .distinct()
                .toList();
    }
}
