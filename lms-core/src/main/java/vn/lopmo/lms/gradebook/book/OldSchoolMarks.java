package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.lopmo.lms.gradebook.book.Feeds.Brought;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.Slot;

/// The marks of this year that pupils have from the school they came from, column by column. Comments stay in the
// record
/// that came along.
@ApplicationScoped
class OldSchoolMarks implements Bringing {
    private final TransferredYears transferred;
    private final Clock clock;

    OldSchoolMarks(TransferredYears transferred, Clock clock) {
        this.transferred = transferred;
        this.clock = clock;
    }

    @Override
    public From from() {
        return From.OLD_SCHOOL;
    }

    @Override
    public List<Brought> brought(Place place, Collection<UUID> learnerIds) {
        var brought = new ArrayList<Brought>();
        transferred
                .cells(place, learnerIds)
                .forEach((learner, cells) -> cells.forEach((slot, value) -> {
                    if (fits(place, slot, value)) {
                        brought.add(new Brought(learner, slot, from().sourceId(), value, clock.instant()));
                    }
                }));
        return brought;
    }

    /// A school with other periods may not have the column.
    private static boolean fits(Place place, Slot slot, String value) {
        return place.rule()
                .column(place.term(), slot)
                .filter(column -> column.entry() != Entry.TEXT)
                .filter(column -> column.entry().read(value).isPresent())
                .isPresent();
    }
}
