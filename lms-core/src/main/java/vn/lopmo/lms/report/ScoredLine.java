package vn.lopmo.lms.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line by which Decision 4725/QĐ-BGDĐT scores schools, with what is known here of it. How many points that earns is
/// for the school to say.
///
/// @param points the most that the line earns
/// @param of     of how many, where the line is a share
record ScoredLine(
        Code code, int points, long count, @Nullable Long of) {
    enum Code {
        SELF_STUDY,
        QUESTIONS,
        REGULAR_TESTS,
        ROOM_TESTS,
        GUARDIANS,
        MATERIALS,
        EXCHANGE,
        TEACHERS_WITH_ACCOUNT,
        TEACHERS_USING,
        TEACHERS_BUILDING
    }

    static List<ScoredLine> of(Sum sum) {
        return List.of(
                new ScoredLine(Code.SELF_STUDY, 6, sum.tasksGiven() + sum.practiceGiven(), null),
                new ScoredLine(Code.QUESTIONS, 6, sum.answers(), sum.questions()),
                new ScoredLine(Code.REGULAR_TESTS, 6, sum.testsGiven(), null),
                new ScoredLine(Code.ROOM_TESTS, 15, sum.testsInRooms(), null),
                new ScoredLine(Code.GUARDIANS, 6, sum.pupilsFollowed(), sum.pupils()),
                new ScoredLine(Code.MATERIALS, 10, sum.materials(), null),
                new ScoredLine(Code.EXCHANGE, 5, sum.sheetsExported(), null),
                new ScoredLine(Code.TEACHERS_WITH_ACCOUNT, 7, sum.teachers(), sum.teachersEntered()),
                new ScoredLine(Code.TEACHERS_USING, 7, sum.teachersUsing(), sum.teachers()),
                new ScoredLine(Code.TEACHERS_BUILDING, 6, sum.teachersBuilding(), sum.teachers()));
    }
}
