package vn.lopmo.assessment.marking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Conditions;
import vn.lopmo.assessment.paper.Needs;
import vn.lopmo.assessment.paper.PaperContent;
import vn.lopmo.assessment.sitting.Sitting;

/// An assignment as its learner sees it on his list, with his own window. No passcode, address or key is in it.
///
/// @param opensAt from when he may begin; closesAt: until when
/// @param minutes how long one go lasts, his extra time not counted
/// @param attempt the go that the state is about, or 0 before the first
/// @param attemptsLeft how often he may begin again; null without limit
/// @param sittingId the go that he takes; else the one whose marks he sees; else the last one
/// @param answered how many questions of the go that he takes; null when he takes none
/// @param mark of the released go that counts
record MyAssignment(
        UUID id,
        String title,
        String subject,
        Instant opensAt,
        Instant closesAt,
        int minutes,
        int extraMinutes,
        int questions,
        State state,
        @Nullable UUID sittingId,
        int attempt,
        @Nullable Integer attemptsLeft,
        @Nullable Integer answered,
        @Nullable BigDecimal mark,
        BigDecimal maxMark,
        Conditions.Mode mode,
        Conditions.Paging paging,
        boolean needsPasscode,
        boolean needsSafeBrowser,
        Conditions.Shown conditions,
        @Nullable String message) {
    enum State {
        NOT_OPEN,
        OPEN,
        TAKING,
        HANDED_IN,
        RELEASED,
        MISSED
    }

    /// @param goes his sittings of it, the first one first
    static MyAssignment of(
            Assignment assignment,
            PaperContent paper,
            Needs needs,
            List<Sitting> goes,
            Map<UUID, BigDecimal> released,
            Map<UUID, Integer> answered,
            Instant now) {
        var window = assignment.windowFor(needs);
        var shown = shown(assignment, goes, released);
        var mark = shown == null ? null : released.get(shown.id());
        int allowed = assignment.attemptsFor(needs);
        var conditions = assignment.conditions();
        return new MyAssignment(
                assignment.id(),
                assignment.title(),
                paper.headings().subject(),
                window.opensAt(),
                window.closesAt(),
                window.minutes(),
                needs.extraMinutes(),
                paper.questions().size(),
                state(window, shown, mark, now),
                shown == null ? null : shown.id(),
                shown == null ? 0 : shown.attempt(),
                allowed == 0 ? null : Math.max(0, allowed - goes.size()),
                shown == null || shown.handedInAt() != null ? null : answered.getOrDefault(shown.id(), 0),
                mark,
                paper.points(),
                conditions.mode(),
                conditions.paging(),
                conditions.needsPasscode(),
                conditions.needsSafeBrowser(),
                conditions.shown(),
                assignment.message());
    }

    /// The one that he takes; else the released one that counts; else the last one.
    private static @Nullable Sitting shown(Assignment assignment, List<Sitting> goes, Map<UUID, BigDecimal> released) {
        var open = goes.stream().filter(one -> one.handedInAt() == null).findFirst();
        if (goes.isEmpty() || open.isPresent()) {
            return open.orElse(null);
        }
        var visible =
                goes.stream().filter(one -> released.containsKey(one.id())).toList();
        return visible.isEmpty() ? goes.getLast() : counting(assignment, visible, released);
    }

    private static Sitting counting(Assignment assignment, List<Sitting> visible, Map<UUID, BigDecimal> released) {
        if (assignment.conditions().counts() == Conditions.Counts.LAST) {
            return visible.getLast();
        }
        return visible.stream()
                .max(Comparator.comparing((Sitting one) -> Objects.requireNonNull(released.get(one.id())))
                        .thenComparing(Sitting::attempt))
                .orElseThrow();
    }

    private static State state(
            Assignment.Window window, @Nullable Sitting sitting, @Nullable BigDecimal mark, Instant now) {
        if (mark != null) {
            return State.RELEASED;
        }
        if (sitting != null) {
            boolean taking =
                    sitting.handedInAt() == null && (sitting.pausedAt() != null || now.isBefore(sitting.closesAt()));
            return taking ? State.TAKING : State.HANDED_IN;
        }
        if (now.isBefore(window.opensAt())) {
            return State.NOT_OPEN;
        }
        return now.isBefore(window.closesAt()) ? State.OPEN : State.MISSED;
    }
}
