package vn.lopmo.lms.course;

import org.jspecify.annotations.Nullable;

/// The head of a lesson plan as schools write it (letter 5512/BGDĐT-GDTrH, appendix IV): what learners shall be able
/// to do, what it forms in them, what has to be prepared. For teachers; learners never see it. The digital
/// competences that the plan must name are the lesson's indicators.
///
/// @param outcomes required outcomes of the programme, rich text
/// @param competences general competences and qualities, rich text
/// @param stemTopic the STEM topic that the lesson belongs to, empty if none
/// @param preparation equipment and materials of teacher and learners, rich text
public record LessonPlan(String outcomes, String competences, String stemTopic, String preparation) {
    static final LessonPlan NONE = new LessonPlan("", "", "", "");

    static LessonPlan orNone(@Nullable LessonPlan plan) {
        return plan == null ? NONE : plan;
    }

    LessonPlan checked() {
        var check = new BlockCheck("plan", code -> false);
        return new LessonPlan(
                orEmpty(check.rich("outcomes", outcomes)),
                orEmpty(check.rich("competences", competences)),
                orEmpty(check.line("stemTopic", stemTopic)),
                orEmpty(check.rich("preparation", preparation)));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
