package vn.lopmo.lms.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something to tell. What stands in it is shown as it is to everybody in the audience: no marks, no other's name.
///
/// @param sourceId what it is about: told again, it is the same notice
/// @param targetId where it leads
/// @param place the course or the subject, may be empty
/// @param detail a teacher's own words; shown in the app, never mailed
public record News(
        UUID schoolId,
        NoticeKind kind,
        UUID sourceId,
        UUID targetId,
        String title,
        String place,
        @Nullable String detail,
        @Nullable Instant dueAt,
        Instant at,
        Again again) {
    /// What becomes of the notice that is there already.
    public enum Again {
        /// Its words and day change; whoever has read it has read it.
        MENDED,
        /// It is new again.
        ANEW,
        /// The same, and counted.
        COUNTED
    }

    public static News mended(UUID schoolId, NoticeKind kind, UUID sourceId, String title, String place, Instant at) {
        return new News(schoolId, kind, sourceId, sourceId, title, place, null, null, at, Again.MENDED);
    }

    public News anew() {
        return new News(schoolId, kind, sourceId, targetId, title, place, detail, dueAt, at, Again.ANEW);
    }

    public News counted() {
        return new News(schoolId, kind, sourceId, targetId, title, place, detail, dueAt, at, Again.COUNTED);
    }

    public News leadingTo(UUID target) {
        return new News(schoolId, kind, sourceId, target, title, place, detail, dueAt, at, again);
    }

    public News dueAt(@Nullable Instant due) {
        return new News(schoolId, kind, sourceId, targetId, title, place, detail, due, at, again);
    }

    public News saying(@Nullable String words) {
        return new News(schoolId, kind, sourceId, targetId, title, place, words, dueAt, at, again);
    }
}
