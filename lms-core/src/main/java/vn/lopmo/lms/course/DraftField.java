package vn.lopmo.lms.course;

import vn.lopmo.platform.text.RichText;
import vn.lopmo.platform.text.VietnameseText;

/// The texts of a draft that belong to no block.
enum DraftField {
    TITLE,
    SUMMARY,
    OUTCOMES,
    COMPETENCES,
    STEM_TOPIC,
    PREPARATION;

    /// Its mark's name; no block's id begins so.
    String key() {
        return "@" + name();
    }

    String in(LessonContent content) {
        return switch (this) {
            case TITLE -> content.title();
            case SUMMARY -> content.summary();
            case OUTCOMES -> content.plan().outcomes();
            case COMPETENCES -> content.plan().competences();
            case STEM_TOPIC -> content.plan().stemTopic();
            case PREPARATION -> content.plan().preparation();
        };
    }

    LessonContent with(LessonContent old, String text) {
        var plan = old.plan();
        return switch (this) {
            case TITLE -> head(old, text, old.summary());
            case SUMMARY -> head(old, old.title(), text);
            case OUTCOMES -> plan(old, new LessonPlan(text, plan.competences(), plan.stemTopic(), plan.preparation()));
            case COMPETENCES -> plan(old, new LessonPlan(plan.outcomes(), text, plan.stemTopic(), plan.preparation()));
            case STEM_TOPIC -> plan(old, new LessonPlan(plan.outcomes(), plan.competences(), text, plan.preparation()));
            case PREPARATION -> plan(old, new LessonPlan(plan.outcomes(), plan.competences(), plan.stemTopic(), text));
        };
    }

    /// @throws vn.lopmo.platform.refusal.Refusal.Invalid if it is too long
    String checked(String text) {
        var check = new BlockCheck("fields", code -> false);
        return switch (this) {
            case TITLE -> VietnameseText.tidy(check.atMost(name(), text, LessonContent.LONGEST_TITLE));
            case SUMMARY, STEM_TOPIC -> VietnameseText.tidy(check.atMost(name(), text, LessonContent.LONGEST_SUMMARY));
            case OUTCOMES, COMPETENCES, PREPARATION ->
                RichText.sanitise(check.atMost(name(), text, BlockCheck.LONGEST_TEXT));
        };
    }

    private static LessonContent head(LessonContent old, String title, String summary) {
        return new LessonContent(title, summary, old.minutes(), old.blocks(), old.indicators(), old.plan());
    }

    private static LessonContent plan(LessonContent old, LessonPlan plan) {
        return new LessonContent(old.title(), old.summary(), old.minutes(), old.blocks(), old.indicators(), plan);
    }
}
