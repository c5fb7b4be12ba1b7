package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CopiedDays;
import vn.lopmo.lms.course.CourseCopied;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.sql.Rows;

/// What a teacher said of how a course is learnt goes along when it is copied: what finishing a lesson takes, what
/// comes before what, and the days that still lie ahead. What was said of single learners, or of classes that the copy
/// is not for, stays behind.
@ApplicationScoped
class CopiedRules {
    /// Pairs of what was copied and its copy.
    private static final String LESSONS = "unnest(?::uuid[], ?::uuid[]) as l(was, made)";

    private final Rows rows;

    CopiedRules(Rows rows) {
        this.rows = rows;
    }

    /// @param classId null for everybody
    record Days(
            @Nullable UUID lessonId,
            @Nullable UUID sectionId,
            @Nullable UUID classId,
            @Nullable Instant opensAt,
            @Nullable Instant until,
            boolean closes,
            boolean waived) {
        /// Nothing if it would say nothing.
        Optional<Days> brought(CopiedDays days) {
            var opens = opensAt == null ? null : days.bring(opensAt).orElse(null);
            var ends = until == null ? null : days.bring(until).orElse(null);
            if (opens != null && until != null && (ends == null || !opens.isBefore(ends))) {
                // The year changed between the two, which has moved the first one farther: it is past as the other is.
                days.leaveOut();
                opens = null;
            }
            return opens == null && ends == null && !waived
                    ? Optional.empty()
                    : Optional.of(new Days(lessonId, sectionId, classId, opens, ends, closes, waived));
        }
    }

    void copy(@Observes CourseCopied copied) {
        copyRules(copied);
        copyNeeds(copied);
        copyDays(copied);
    }

    private void copyRules(CourseCopied copied) {
        rows.change(
                "insert into lesson_rule (lesson_id, school_id, course_id, conditions, changed_at, changed_by)"
                        + " select l.made, r.school_id, ?, r.conditions, ?, ?"
                        + " from lesson_rule r join " + LESSONS + " on l.was = r.lesson_id",
                copied.intoId(),
                copied.at(),
                copied.by(),
                was(copied.lessons()),
                made(copied.lessons()));
    }

    /// Only where both came along: nobody waits for a lesson of another course.
    private void copyNeeds(CourseCopied copied) {
        rows.change(
                "with made as (select l.was, l.made from " + LESSONS + " union all select l.was, l.made from " + LESSONS
                        + ") insert into prerequisite (id, school_id, course_id, lesson_id, section_id,"
                        + " needs_lesson_id, needs_section_id)"
                        + " select gen_random_uuid(), p.school_id, ?, l.made, s.made, nl.made, ns.made"
                        + " from prerequisite p left join made l on l.was = p.lesson_id"
                        + " left join made s on s.was = p.section_id"
                        + " left join made nl on nl.was = p.needs_lesson_id"
                        + " left join made ns on ns.was = p.needs_section_id"
                        + " where p.course_id = ? and num_nonnulls(l.made, s.made) = 1"
                        + " and num_nonnulls(nl.made, ns.made) = 1",
                was(copied.lessons()),
                made(copied.lessons()),
                was(copied.sections()),
                made(copied.sections()),
                copied.intoId(),
                copied.fromId());
    }

    private void copyDays(CourseCopied copied) {
        rows.list(
                        "with made as (select l.was, l.made from " + LESSONS + " union all select l.was, l.made from "
                                + LESSONS + ") select l.made, s.made, o.class_id, o.opens_at, o.until, o.closes,"
                                + " o.waived from opening o left join made l on l.was = o.lesson_id"
                                + " left join made s on s.was = o.section_id"
                                + " where o.course_id = ? and num_nonnulls(l.made, s.made) = 1 and o.learner_id is null"
                                + " and (o.class_id is null or o.class_id = any(?)) order by o.id",
                        row -> new Days(
                                row.uuidOrNull(1),
                                row.uuidOrNull(2),
                                row.uuidOrNull(3),
                                row.timeOrNull(4),
                                row.timeOrNull(5),
                                row.is(6),
                                row.is(7)),
                        was(copied.lessons()),
                        made(copied.lessons()),
                        was(copied.sections()),
                        made(copied.sections()),
                        copied.fromId(),
                        copied.classIds().toArray(UUID[]::new))
                .forEach(each -> each.brought(copied.days()).ifPresent(days -> keep(copied, days)));
    }

    private void keep(CourseCopied copied, Days days) {
        rows.change(
                "insert into opening (id, school_id, course_id, lesson_id, section_id, class_id, opens_at, until,"
                        + " closes, waived) values (?, ?, ?, cast(? as uuid), cast(? as uuid), cast(? as uuid),"
                        + " cast(? as timestamptz), cast(? as timestamptz), ?, ?)",
                Ids.next(copied.at()),
                copied.schoolId(),
                copied.intoId(),
                days.lessonId,
                days.sectionId,
                days.classId,
                days.opensAt,
                days.until,
                days.closes,
                days.waived);
    }

    private static UUID[] was(Map<UUID, UUID> pairs) {
        return pairs.keySet().toArray(UUID[]::new);
    }

    private static UUID[] made(Map<UUID, UUID> pairs) {
        return pairs.values().toArray(UUID[]::new);
    }
}
