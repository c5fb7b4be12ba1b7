package vn.lopmo.lms.gradebook.book;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.course.AssignedPapers;
import vn.lopmo.lms.gradebook.ReleasedMark;
import vn.lopmo.lms.gradebook.ReleasedMarks;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.Score;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.platform.sql.Rows;

/// Which assignment or task a column takes its marks from, and what it would bring. A mark is never written by itself:
/// a teacher takes it over, having seen what it would replace.
@ApplicationScoped
public class Feeds {
    private final Rows rows;
    private final AssignedPapers papers;
    private final ReleasedMarks marks;

    Feeds(Rows rows, AssignedPapers papers, ReleasedMarks marks) {
        this.rows = rows;
        this.papers = papers;
        this.marks = marks;
    }

    public record Feed(Slot slot, UUID sourceId, String title) {}

    /// Something that a column could take its marks from.
    public record Source(UUID id, ReleasedMark.Kind kind, String title, String subject) {}

    /// The mark of a source on the scale of the column.
    public record Brought(UUID learnerId, Slot slot, UUID sourceId, String value, Instant at) {}

    List<Feed> of(Place place) {
        return rows.list(
                "select slot, source_id, title from mark_feed where class_id = ? and subject = ? and term = ?",
                row -> new Feed(Slot.valueOf(row.text(1)), row.uuid(2), row.text(3)),
                place.classId(),
                place.subject(),
                place.term());
    }

    /// Quizzes and tasks of the class, those of the subject first.
    List<Source> sources(Place place) {
        var found = new LinkedHashMap<UUID, Source>();
        papers.markedOfClass(place.schoolId(), place.classId())
                .forEach(paper -> found.put(
                        paper.id(),
                        new Source(paper.id(), ReleasedMark.Kind.ASSIGNMENT, paper.title(), paper.subject())));
        marks.ofTasks(place.schoolId(), place.classId())
                .forEach(task -> found.putIfAbsent(
                        task.assignmentId(),
                        new Source(task.assignmentId(), ReleasedMark.Kind.TASK, task.title(), task.subject())));
        var sources = new ArrayList<>(found.values());
        sources.sort((one, other) ->
                Boolean.compare(other.subject.equals(place.subject()), one.subject.equals(place.subject())));
        return sources;
    }

    void link(Place place, Slot slot, Source source, UUID by, Instant now) {
        rows.change(
                "delete from mark_feed where class_id = ? and (source_id = ? or subject = ? and term = ? and slot = ?)",
                place.classId(),
                source.id,
                place.subject(),
                place.term(),
                slot.name());
        rows.change(
                "insert into mark_feed (class_id, subject, term, slot, school_id, source_id, title, linked_at, linked_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                place.classId(),
                place.subject(),
                place.term(),
                slot.name(),
                place.schoolId(),
                source.id,
                source.title,
                now,
                by);
    }

    void unlink(Place place, Slot slot) {
        rows.change(
                "delete from mark_feed where class_id = ? and subject = ? and term = ? and slot = ?",
                place.classId(),
                place.subject(),
                place.term(),
                slot.name());
    }

    /// What the linked sources bring for some learners: a mark of another scale brought to that of 10, rounded half up
    /// to what the column takes.
    List<Brought> brought(Place place, Collection<Feed> feeds, Collection<UUID> learnerIds) {
        var bySource = feeds.stream().collect(Collectors.toMap(Feed::sourceId, feed -> feed));
        return marks.of(place.schoolId(), learnerIds, bySource.keySet()).stream()
                .filter(mark -> mark.maxMark().signum() > 0)
                .flatMap(mark -> brought(place, bySource, mark).stream())
                .toList();
    }

    private static Optional<Brought> brought(Place place, Map<UUID, Feed> bySource, ReleasedMark mark) {
        return Optional.ofNullable(bySource.get(mark.assignmentId())).flatMap(feed -> place.rule()
                .column(place.term(), feed.slot)
                .flatMap(column -> value(column.entry(), mark))
                .map(value -> new Brought(mark.learnerId(), feed.slot, feed.sourceId, value, mark.releasedAt())));
    }

    /// Half of the scale is Đạt: what a school may say otherwise it enters by hand.
    private static Optional<String> value(Entry entry, ReleasedMark mark) {
        var score = Score.converted(mark.mark(), mark.maxMark());
        return switch (entry) {
            case SCORE -> Optional.of(score.toString());
            case WHOLE -> Optional.of(new Score(score.value().setScale(0, java.math.RoundingMode.HALF_UP)).toString());
            case PASS -> Optional.of(score.isAtLeast(Score.of("5")) ? Entry.PASSED : Entry.FAILED);
            case LEVEL, TRAIT, CONDUCT, EXEMPTION, COUNT, TEXT -> Optional.empty();
        };
    }
}
