package vn.lopmo.lms.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.course.LessonReviewMoved;

/// Tells those who have a word to say on a lesson that it waits for them, and its authors what was said.
@ApplicationScoped
class ReviewNews {
    private final Notices notices;

    ReviewNews(Notices notices) {
        this.notices = notices;
    }

    /// Whoever was asked before has nothing to do with it any more.
    void moved(@Observes LessonReviewMoved event) {
        notices.takeBack(NoticeKind.REVIEW_ASKED, event.reviewId());
        var people = Audience.People.of(event.people());
        switch (event.step()) {
            case ASKED -> notices.tell(news(event, NoticeKind.REVIEW_ASKED).leadingTo(event.reviewId()), people);
            case RETURNED ->
                notices.tell(news(event, NoticeKind.REVIEW_RETURNED).saying(event.reason()), people);
            case APPROVED -> notices.tell(news(event, NoticeKind.REVIEW_APPROVED), people);
            case WITHDRAWN -> {}
        }
    }

    private static News news(LessonReviewMoved event, NoticeKind kind) {
        return News.mended(event.schoolId(), kind, event.reviewId(), event.title(), event.courseTitle(), event.at())
                .leadingTo(event.lessonId())
                .anew();
    }
}
