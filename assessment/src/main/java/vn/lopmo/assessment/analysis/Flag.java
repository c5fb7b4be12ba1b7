package vn.lopmo.assessment.analysis;

import java.util.List;

/// Something about a question or a paper that a person should look at. Never a verdict: each comes with advice.
///
/// @param arguments fill the sentence of the code
record Flag(Code code, Severity severity, List<String> arguments) {
    enum Severity {
        /// Worth a look.
        LOOK,
        /// Something is probably wrong.
        WRONG
    }

    enum Code {
        KEY_SUSPECT,
        STATEMENT_SUSPECT,
        ANSWER_SUSPECT,
        NEGATIVE,
        WEAK,
        TOO_EASY,
        TOO_HARD,
        GUESSED,
        DRAWS_BEST,
        DEAD_OPTION,
        BLANK,
        NO_SPREAD,
        SMALL_CLASS,
        LOW_RELIABILITY,
        WAITING,
        UNMARKED,
        PRACTICE
    }

    static Flag look(Code code, String... arguments) {
        return new Flag(code, Severity.LOOK, List.of(arguments));
    }

    static Flag wrong(Code code, String... arguments) {
        return new Flag(code, Severity.WRONG, List.of(arguments));
    }

    /// What a handful of learners did is worth a look at most.
    Flag softened() {
        return new Flag(code, Severity.LOOK, arguments);
    }
}
