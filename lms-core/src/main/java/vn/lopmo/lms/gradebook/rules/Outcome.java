package vn.lopmo.lms.gradebook.rules;

import java.util.List;

/// What comes out of a learner's entries in one subject, for a term or the year.
public sealed interface Outcome {
    /// ĐTBmhk or ĐTBmcn.
    record Average(Score score) implements Outcome {}

    /// Đạt or Chưa đạt of a subject with remarks only.
    record Judged(boolean passed) implements Outcome {}

    /// Level and test of a primary class; [#test] is null where the subject has none.
    record Levelled(
            String level, @org.jspecify.annotations.Nullable Score test) implements Outcome {}

    /// Not all is there: no average and no judgement before that.
    record Missing(List<Slot> slots) implements Outcome {}

    record Exempt() implements Outcome {}

    /// Nothing to tell: an elective subject that the learner does not take.
    record NotTaken() implements Outcome {}
}
