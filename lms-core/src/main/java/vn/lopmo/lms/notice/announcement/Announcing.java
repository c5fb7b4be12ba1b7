package vn.lopmo.lms.notice.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.notice.Audience;
import vn.lopmo.lms.notice.News;
import vn.lopmo.lms.notice.NoticeKind;
import vn.lopmo.lms.notice.Notices;
import vn.lopmo.lms.organisation.SchoolClass;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.text.VietnameseText;

/// Tells an announcement to those whom it is for, each once, and takes it back.
@ApplicationScoped
class Announcing {
    private static final int LETTERS_TOLD = 200;

    private final Notices notices;
    private final SchoolClasses classes;

    Announcing(Notices notices, SchoolClasses classes) {
        this.notices = notices;
        this.classes = classes;
    }

    /// @param anew whether those who have read it are to read it again
    void tell(Announcement one, boolean anew, Instant now) {
        var news = News.mended(one.schoolId(), NoticeKind.ANNOUNCEMENT, one.id(), one.title(), place(one), now)
                .saying(beginning(one.text()));
        notices.tell(anew ? news.anew() : news, audience(one));
        var owner = one.ownerId();
        if (owner != null) {
            notices.takeBack(NoticeKind.ANNOUNCEMENT, one.id(), owner);
        }
    }

    void takeBack(Announcement one) {
        notices.takeBack(NoticeKind.ANNOUNCEMENT, one.id());
    }

    private String place(Announcement one) {
        return one.isForWholeSchool()
                ? ""
                : classes.ofIds(one.classIds(), one.schoolId()).stream()
                        .sorted(SchoolClass.inOrder())
                        .map(SchoolClass::name)
                        .collect(Collectors.joining(", "));
    }

    private static Audience audience(Announcement one) {
        return one.isForWholeSchool()
                ? new Audience.OfSchool(one.schoolId(), one.roles())
                : new Audience.OfClasses(
                        one.roles(), List.copyOf(one.classIds()).toArray(UUID[]::new));
    }

    private static String beginning(String text) {
        var line = VietnameseText.tidy(text);
        return line.length() <= LETTERS_TOLD
                ? line
                : line.substring(0, LETTERS_TOLD).stripTrailing() + "…";
    }
}
