package vn.lopmo.content.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What somebody typed into the search field, understood: loose words, and phrases in quotation marks.
///
/// @param folded nobody typed a mark: matches are found by their letters alone
record Wish(List<Word> words, List<List<String>> phrases, boolean folded) {
    static final int MOST_WORDS = 20;
    static final int MOST_PHRASES = 6;
    private static final int LONGEST_PHRASE = 24;
    private static final Pattern QUOTED = Pattern.compile("[\"“”«»]([^\"“”«»]*)[\"“”«»]");
    private static final Pattern GLUED = Pattern.compile("([a-z]+)([0-9]{1,2})");

    /// Words that make a sentence of a wish, and say little of what is wished for.
    private static final Set<String> LIGHT = Set.of(
            "cua", "va", "ve", "cho", "la", "cac", "nhung", "voi", "trong", "nao", "gi", "nhu", "the", "tim", "can");

    /// @param typed as it was
    /// @param folded as it is looked for: what a keyboard left over is undone
    /// @param accented typed with marks, so that a text with the very same marks is a little better
    /// @param light better with it, but nobody insists on it
    record Word(String typed, String folded, String exact, boolean accented, boolean light) {
        private Word insistedOn() {
            return new Word(typed, folded, exact, accented, false);
        }
    }

    /// @param known whether the index holds a folded syllable
    static Wish of(String typed, Predicate<String> known) {
        var phrases = new ArrayList<List<String>>();
        var quoted = QUOTED.matcher(typed);
        while (quoted.find() && phrases.size() < MOST_PHRASES) {
            var phrase = Syllable.of(quoted.group(1)).stream()
                    .map(Syllable::folded)
                    .map(syllable -> meant(syllable, known))
                    .limit(LONGEST_PHRASE)
                    .toList();
            if (!phrase.isEmpty()) {
                phrases.add(phrase);
            }
        }
        boolean folded = !Spelling.isAccented(typed) && typed.chars().anyMatch(Character::isLetter);
        return new Wish(words(QUOTED.matcher(typed).replaceAll(" "), known), phrases, folded);
    }

    private static List<Word> words(String loose, Predicate<String> known) {
        var syllables = Syllable.of(loose);
        boolean numbersAreTones = syllables.stream().anyMatch(each -> holdsToneNumber(each.folded(), known));
        var words = new ArrayList<Word>();
        for (Syllable syllable : syllables) {
            add(syllable, loose.substring(syllable.start(), syllable.end()), numbersAreTones, known, words);
        }
        boolean onlyLight = words.stream().allMatch(Word::light);
        return words.stream()
                .map(word -> onlyLight ? word.insistedOn() : word)
                .limit(MOST_WORDS)
                .toList();
    }

    private static void add(Syllable syllable, String typed, boolean tones, Predicate<String> known, List<Word> words) {
        var folded = syllable.folded();
        var glued = GLUED.matcher(folded);
        if (!tones && glued.matches() && Abbreviations.isBeforeNumbers(glued.group(1)) && !known.test(folded)) {
            // "toan1" may also be the leftover of a VNI keyboard, so its number is not insisted on
            boolean doubtful = glued.group(2).matches("[1-5]")
                    && KeyRemnants.isSyllable(glued.group(1))
                    && glued.group(1).length() > 1;
            var letters = Abbreviations.beforeGrade(glued.group(1));
            words.add(new Word(letters, letters, letters, false, false));
            words.add(new Word(glued.group(2), glued.group(2), glued.group(2), false, doubtful));
        } else if (tones && !known.test(folded)) {
            words.add(word(typed, KeyRemnants.undoNumbers(folded).orElse(folded), syllable.exact()));
        } else {
            words.add(word(typed, meant(folded, known), syllable.exact()));
        }
    }

    private static Word word(String typed, String folded, String exact) {
        return new Word(typed, folded, exact, Spelling.isAccented(typed), LIGHT.contains(folded));
    }

    private static String meant(String folded, Predicate<String> known) {
        return known.test(folded) ? folded : KeyRemnants.undo(folded).orElse(folded);
    }

    /// A number that only a VNI keyboard leaves inside a word, or behind one that no school writes with a number.
    private static boolean holdsToneNumber(String folded, Predicate<String> known) {
        var glued = GLUED.matcher(folded);
        boolean school = glued.matches() && Abbreviations.isBeforeNumbers(glued.group(1));
        return !school && !known.test(folded) && KeyRemnants.undoNumbers(folded).isPresent();
    }

    /// The same wish with other syllables in the place of one word.
    Wish with(int place, List<String> syllables) {
        var changed = new ArrayList<>(words);
        changed.remove(place);
        for (int i = syllables.size() - 1; i >= 0; i--) {
            var one = syllables.get(i);
            changed.add(place, new Word("", one, one, false, false));
        }
        return new Wish(changed.stream().limit(MOST_WORDS).toList(), phrases, folded);
    }

    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty();
    }

    List<String> folds() {
        return words.stream().map(Word::folded).toList();
    }

    /// Every folded syllable that a result may be marked for.
    List<String> syllables() {
        var others = Abbreviations.others(folds()).stream().flatMap(other -> other.syllables().stream());
        var own = words.stream()
                .flatMap(word -> Stream.concat(Stream.of(word.folded()), Abbreviations.of(word.folded()).stream()));
        return Stream.of(own, others, phrases.stream().flatMap(List::stream))
                .flatMap(each -> each)
                .distinct()
                .toList();
    }
}
