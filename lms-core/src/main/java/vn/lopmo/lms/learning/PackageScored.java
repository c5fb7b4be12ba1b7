package vn.lopmo.lms.learning;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.CourseAccess;
import vn.lopmo.lms.course.LessonVersions;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.platform.event.EventHandler;

/// What the library says of how a learner stands in an interactive package.
record PackageScored(
        UUID schoolId,
        UUID learnerId,
        UUID materialId,
        @Nullable BigDecimal score,
        boolean completed,
        @Nullable Boolean passed,
        Instant at) {

    /// Keeps the result; a package that is completed is done in every lesson of the learner's that shows it, from
    /// wherever it was opened.
    @ApplicationScoped
    static class Handler implements EventHandler<PackageScored> {
        private final PackageResults results;
        private final CourseAccess access;
        private final Lessons lessons;
        private final LessonVersions versions;
        private final Reading reading;
        private final RuleNews news;

        Handler(
                PackageResults results,
                CourseAccess access,
                Lessons lessons,
                LessonVersions versions,
                Reading reading,
                RuleNews news) {
            this.results = results;
            this.access = access;
            this.lessons = lessons;
            this.versions = versions;
            this.reading = reading;
            this.news = news;
        }

        @Override
        public String type() {
            return "content.package-scored.v1";
        }

        @Override
        public Class<PackageScored> body() {
            return PackageScored.class;
        }

        @Override
        public void handle(PackageScored event, Origin origin) {
            var known = results.find(event.learnerId, event.materialId).orElseGet(() -> new PackageResult(event));
            boolean wasCompleted = known.completed();
            known.take(event);
            results.persistAndFlush(known);
            var shown = lessons.showing(event.materialId, access.coursesLearntIn(event.learnerId, event.schoolId));
            if (known.completed() && !wasCompleted) {
                shown.forEach(lesson ->
                        reading.finished(lesson, versions.published(lesson), event.learnerId, event.materialId));
            } else {
                news.scored(shown, event.learnerId);
            }
        }
    }
}
