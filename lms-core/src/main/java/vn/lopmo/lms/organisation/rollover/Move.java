package vn.lopmo.lms.organisation.rollover;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolLevel;
import vn.lopmo.lms.organisation.rollover.YearResults.Standing;
import vn.lopmo.lms.organisation.rollover.YearResults.YearResult;
import vn.lopmo.platform.refusal.Refusal;

/// One pupil's way into the next year.
///
/// @param proposal what the year's result asks for
/// @param overruling null if it is as proposed
record Move(
        UUID personId,
        UUID fromClassId,
        Decision decision,
        @Nullable Place to,
        Proposal proposal,
        @Nullable Overruling overruling) {
    enum Decision {
        /// Lên lớp.
        PROMOTE,
        /// Ở lại lớp.
        REPEAT,
        /// Through with the school's last grade.
        FINISH,
        /// Goes elsewhere.
        LEAVE;

        boolean stays() {
            return this == PROMOTE || this == REPEAT;
        }
    }

    /// A class of the next year; none for whoever leaves.
    ///
    /// @param classId null until it is made
    record Place(String name, int grade, @Nullable UUID classId) {}

    record Proposal(Decision decision, YearResult result) {}

    /// @param reason may be empty where no result speaks against it
    record Overruling(UUID by, Instant at, String reason) {}

    private static final Pattern GRADE_FIRST = Pattern.compile("^(\\D{0,4})(1[0-2]|[1-9])(?![0-9])");

    /// Whoever goes up, or of whom the year does not say yet that he does not, goes up or is through; the others stay
    /// in their grade.
    static Move proposed(UUID personId, SchoolClass from, SchoolLevel level, YearResult result) {
        boolean up = result.standing() == Standing.GOES_UP || result.standing() == Standing.UNKNOWN;
        var last = level.teaches(from.grade() + 1) ? Decision.PROMOTE : Decision.FINISH;
        var decision = up ? last : Decision.REPEAT;
        return new Move(
                personId, from.id(), decision, place(decision, from, null), new Proposal(decision, result), null);
    }

    /// @param other how and by whom; its reason must say something where the result of the year is known and another
    /// @throws Refusal.Invalid if it does not
    Move decided(Decision wanted, SchoolClass from, @Nullable String name, Overruling other) {
        var overruled = overruling(wanted, other);
        return new Move(personId, fromClassId, wanted, place(wanted, from, name), proposal, overruled);
    }

    private @Nullable Overruling overruling(Decision wanted, Overruling other) {
        if (wanted == proposal.decision) {
            return null;
        }
        if (other.reason.isEmpty() && overruling != null && wanted == decision) {
            return overruling;
        }
        if (needsAReason(wanted, other.reason)) {
            throw new Refusal.Invalid("rollover-reason-missing");
        }
        return other;
    }

    private boolean needsAReason(Decision wanted, String reason) {
        boolean known = proposal.result.standing() != Standing.UNKNOWN;
        return known && wanted != proposal.decision && wanted != Decision.LEAVE && reason.isEmpty();
    }

    /// Whether the year says the same as when this was proposed.
    boolean restsOn(Proposal now) {
        return proposal.decision == now.decision && proposal.result.standing() == now.result.standing();
    }

    /// The same pupil with what the year says now: what somebody decided stays, and the name he gave the class.
    /// What was decided without a reason, while nothing was known, does not stand against a result.
    Move renewed(Move newer) {
        if (overruling != null && !newer.needsAReason(decision, overruling.reason)) {
            boolean agreed = decision == newer.decision;
            return new Move(personId, newer.fromClassId, decision, to, newer.proposal, agreed ? null : overruling);
        }
        return decision == newer.decision && fromClassId.equals(newer.fromClassId)
                ? new Move(personId, fromClassId, decision, to, newer.proposal, null)
                : newer;
    }

    Move into(UUID classId) {
        var place = to == null ? null : new Place(to.name, to.grade, classId);
        return new Move(personId, fromClassId, decision, place, proposal, overruling);
    }

    @Nullable
    UUID toClassId() {
        return to == null ? null : to.classId;
    }

    private static @Nullable Place place(Decision decision, SchoolClass from, @Nullable String name) {
        if (!decision.stays()) {
            return null;
        }
        int grade = decision == Decision.PROMOTE ? from.grade() + 1 : from.grade();
        return new Place(name == null ? nameIn(from.name(), grade) : name, grade, null);
    }

    /// `7A` for 6A; a name that does not begin with its grade gets it put before.
    static String nameIn(String name, int grade) {
        var found = GRADE_FIRST.matcher(name);
        return found.find() ? found.replaceFirst("$1" + grade) : grade + " " + name;
    }
}
