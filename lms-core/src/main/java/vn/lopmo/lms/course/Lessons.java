package vn.lopmo.lms.course;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
public class Lessons implements PanacheRepositoryBase<Lesson, UUID> {
    /// @throws Refusal.NotFound also if it is another school's
    public Lesson get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("lesson-not-found"));
    }

    List<Lesson> of(UUID courseId) {
        return list("courseId = ?1 order by position, createdAt", courseId);
    }

    int lastIn(UUID sectionId) {
        return list("sectionId", sectionId).stream()
                .mapToInt(Lesson::position)
                .max()
                .orElse(0);
    }

    Map<UUID, Long> counts(Collection<UUID> courseIds) {
        return courseIds.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery(
                                "select l.courseId, count(l) from Lesson l where l.courseId in :courses group by l.courseId",
                                Object[].class)
                        .setParameter("courses", courseIds)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    boolean anyIn(UUID sectionId) {
        return count("sectionId", sectionId) > 0;
    }

    /// A lesson as its author sees it in the outline.
    public record Line(
            UUID id,
            UUID courseId,
            UUID sectionId,
            String title,
            int minutes,
            int revision,
            Instant savedAt,
            @Nullable Integer publishedRevision) {
        public Lesson.State state() {
            if (publishedRevision == null) {
                return Lesson.State.DRAFT;
            }
            return publishedRevision == revision ? Lesson.State.PUBLISHED : Lesson.State.CHANGED;
        }
    }

    /// All lessons of some courses as their authors see them, in the order of the outline.
    public List<Line> lines(Collection<UUID> courseIds) {
        return getEntityManager()
                .createQuery(
                        "select new vn.lopmo.lms.course.Lessons$Line(l.id, l.courseId, l.sectionId, d.title, d.minutes,"
                                + " d.revision, d.savedAt, l.publishedRevision)"
                                + " from Lesson l join LessonDraft d on d.lessonId = l.id join Section s on s.id = l.sectionId"
                                + " where l.courseId in :courses order by s.position, l.position, l.createdAt",
                        Line.class)
                .setParameter("courses", courseIds)
                .getResultList();
    }

    /// Those of some courses whose published version shows a material.
    public List<Lesson> showing(UUID materialId, Collection<UUID> courseIds) {
        return withBlock("[{\"kind\":\"material\",\"materialId\":\"" + materialId + "\"}]", courseIds);
    }

    /// Those of some courses whose published version gives a paper to take.
    public List<Lesson> asking(UUID assignmentId, Collection<UUID> courseIds) {
        return withBlock("[{\"kind\":\"quiz\",\"assignmentId\":\"" + assignmentId + "\"}]", courseIds);
    }

    private List<Lesson> withBlock(String block, Collection<UUID> courseIds) {
        if (courseIds.isEmpty()) {
            return List.of();
        }
        return getEntityManager()
                .createNativeQuery("""
                        select l.* from lesson l
                        join lesson_version v on v.lesson_id = l.id and v.version = l.published_version
                        where l.course_id in (:courses) and v.blocks @> cast(:block as jsonb) order by l.id""", Lesson.class)
                .setParameter("courses", courseIds)
                .setParameter("block", block)
                .getResultStream()
                .map(Lesson.class::cast)
                .toList();
    }

    /// The published lessons of some courses as learners see them, in the order of the outline, without the blocks.
    public List<PublishedLesson> published(Collection<UUID> courseIds) {
        return getEntityManager()
                .createQuery(
                        "select new vn.lopmo.lms.course.PublishedLesson(l.id, l.courseId, l.sectionId, v.version, v.title,"
                                + " v.minutes, v.blockIds, v.carries) from Lesson l"
                                + " join LessonVersion v on v.lessonId = l.id and v.version = l.publishedVersion"
                                + " join Section s on s.id = l.sectionId"
                                + " where l.courseId in :courses order by s.position, l.position, l.createdAt",
                        PublishedLesson.class)
                .setParameter("courses", courseIds)
                .getResultList();
    }
}
