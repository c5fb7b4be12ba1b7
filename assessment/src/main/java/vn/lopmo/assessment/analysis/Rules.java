package vn.lopmo.assessment.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.analysis.Flag.Code;
import vn.lopmo.assessment.analysis.classical.ItemFigures;
import vn.lopmo.assessment.analysis.classical.PaperFigures;
import vn.lopmo.assessment.item.Item;

/// When a person is asked to look, and why. The bounds are those of docs/analysis.md, with their sources there.
final class Rules {
    /// Below this nothing is said about a question; below [#SMALL] nothing is called wrong.
    static final int FEWEST = 10;
    static final int SMALL = 20;
    /// Moodle docs, "Quiz report statistics": below it "the test as a whole is unsatisfactory".
    private static final double RELIABLE = 0.64;
    /// Ebel & Frisbie (1991, ch. 13): "poor" below it.
    private static final double WEAK = 0.2;
    private static final double EASY = 0.95;
    private static final double HARD = 0.2;
    /// Haladyna & Downing (1993): a distractor that works is taken by one in twenty.
    private static final double DEAD = 0.05;
    private static final double BLANK = 0.15;
    private static final double DRAWS = 0.1;

    private Rules() {}

    /// What the rules look at.
    record Question(Item item, ItemFigures figures, List<Choice> choices, int learners, int inTopThird) {
        private double share(int count) {
            return (double) count / learners;
        }
    }

    static List<Flag> of(Question question) {
        var figures = question.figures;
        if (figures.sd() == 0) {
            return List.of(Flag.look(Code.NO_SPREAD));
        }
        if (question.learners < FEWEST) {
            return List.of();
        }
        var flags = new ArrayList<Flag>(key(question));
        discrimination(question, flags);
        difficulty(question, flags);
        blanks(question, flags);
        if (flags.isEmpty() || flags.stream().noneMatch(flag -> flag.code() == Code.KEY_SUSPECT)) {
            options(question, flags);
        }
        return question.learners < SMALL ? flags.stream().map(Flag::softened).toList() : flags;
    }

    /// The best third prefers something else than the key, and the question does not go with the rest of the paper.
    private static List<Flag> key(Question question) {
        return switch (question.item) {
            case Item.SingleChoice choice -> rival(question, Code.KEY_SUSPECT);
            case Item.ShortAnswer text -> rival(question, Code.ANSWER_SUSPECT);
            case Item.TrueFalseGroup group -> statements(question);
            case Item.Essay essay -> List.of();
        };
    }

    private static List<Flag> rival(Question question, Code code) {
        var keys = question.choices.stream().filter(Choice::isKey).toList();
        int onKeys = keys.stream().mapToInt(Choice::top).sum();
        var itemRest = question.figures.itemRest();
        var rival = question.choices.stream()
                .filter(one -> !one.isKey() && !one.isBlank() && one.top() > onKeys)
                .reduce((one, other) -> other.top() > one.top() ? other : one);
        if (rival.isEmpty() || itemRest != null && itemRest >= WEAK) {
            return List.of();
        }
        var names = keys.stream().map(Choice::id).toList();
        String[] arguments = {
            rival.get().id(),
            String.valueOf(rival.get().top()),
            String.join(", ", names),
            String.valueOf(onKeys),
            String.valueOf(question.inTopThird)
        };
        boolean sure = itemRest != null && itemRest < 0 && atLeast(rival.get().rest(), 0);
        return List.of(sure ? Flag.wrong(code, arguments) : Flag.look(code, arguments));
    }

    /// Fewer of the best third judge a statement rightly than of the bottom third, and fewer than half of them.
    private static List<Flag> statements(Question question) {
        return question.choices.stream()
                .filter(one -> one.top() * 2 < question.inTopThird
                        && one.top() < one.figures().bottom())
                .map(one -> Flag.wrong(
                        Code.STATEMENT_SUSPECT,
                        one.id(),
                        String.valueOf(one.top()),
                        String.valueOf(question.inTopThird)))
                .toList();
    }

    private static void discrimination(Question question, List<Flag> flags) {
        var figures = question.figures;
        var itemRest = figures.itemRest();
        var index = figures.discriminationIndex();
        if (itemRest != null && itemRest < 0) {
            flags.add(
                    index != null && index < 0
                            ? Flag.wrong(Code.NEGATIVE, number(itemRest))
                            : Flag.look(Code.NEGATIVE, number(itemRest)));
        } else if (index != null && index < WEAK && figures.facility() < EASY && figures.facility() > HARD) {
            flags.add(Flag.look(Code.WEAK, number(index)));
        }
    }

    private static void difficulty(Question question, List<Flag> flags) {
        double facility = question.figures.facility();
        double chance = Chance.of(question.item);
        if (facility > EASY) {
            flags.add(Flag.look(Code.TOO_EASY, percent(facility)));
        } else if (chance > 0 && facility <= chance) {
            flags.add(Flag.look(Code.GUESSED, percent(facility), percent(chance)));
        } else if (facility < HARD) {
            flags.add(Flag.look(Code.TOO_HARD, percent(facility)));
        }
    }

    private static void blanks(Question question, List<Flag> flags) {
        question.choices.stream()
                .filter(Choice::isBlank)
                .filter(one -> question.share(one.figures().total()) >= BLANK)
                .forEach(one -> flags.add(Flag.look(
                        Code.BLANK, percent(question.share(one.figures().total())))));
    }

    private static void options(Question question, List<Flag> flags) {
        if (!(question.item instanceof Item.SingleChoice) || question.learners < SMALL) {
            return;
        }
        var wrong = question.choices.stream()
                .filter(one -> !one.isKey() && !one.isBlank())
                .toList();
        wrong.stream()
                .filter(one -> atLeast(one.rest(), DRAWS))
                .forEach(one ->
                        flags.add(Flag.look(Code.DRAWS_BEST, one.id(), number(Objects.requireNonNull(one.rest())))));
        var dead = wrong.stream()
                .filter(one -> question.share(one.figures().total()) < DEAD)
                .map(Choice::id)
                .toList();
        if (!dead.isEmpty() && question.figures.facility() <= EASY) {
            flags.add(Flag.look(Code.DEAD_OPTION, String.join(", ", dead)));
        }
    }

    static List<Flag> ofPaper(PaperFigures paper, Taken taken) {
        var notes = new ArrayList<Flag>();
        if (paper.learners() < SMALL) {
            notes.add(Flag.look(Code.SMALL_CLASS, String.valueOf(paper.learners())));
        }
        var alpha = paper.alpha();
        if (alpha != null && alpha < RELIABLE && paper.learners() >= SMALL) {
            notes.add(Flag.look(Code.LOW_RELIABILITY, number(alpha)));
        }
        if (taken.waiting() > 0) {
            notes.add(Flag.look(Code.WAITING, String.valueOf(taken.waiting())));
        }
        if (!taken.unmarked().isEmpty()) {
            var numbers = taken.unmarked().stream().map(String::valueOf).toList();
            notes.add(Flag.look(Code.UNMARKED, String.join(", ", numbers)));
        }
        return notes;
    }

    private static boolean atLeast(@Nullable Double value, double bound) {
        return value != null && value >= bound;
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /// With a full stop; the words put in a comma where the language has one. A minus is longer than a hyphen.
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
    }
}
