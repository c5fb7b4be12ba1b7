package vn.lopmo.onebox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes the demo's courses as their teachers would, and lets some students learn.
final class Courses {
    private final Access access;
    private final People people;
    private final Map<String, String> classIds;
    private final Map<String, List<String>> firstLessons = new LinkedHashMap<>();

    Courses(Access access, People people, Map<String, String> classIds) {
        this.access = access;
        this.people = people;
        this.classIds = classIds;
    }

    void write(List<CourseScript.Course> courses, CourseScript.Links links) {
        courses.forEach(course -> write(course, links));
    }

    private void write(CourseScript.Course course, CourseScript.Links links) {
        var teacher = people.as(course.teacher()).at(access.lms());
        var body = Map.of(
                "title", course.title(),
                "subject", course.subject(),
                "grade", course.grade(),
                "classIds", course.classes().stream().map(classIds::get).toList());
        var courseId = teacher.post("/courses", body).get("id").asText();
        var lessons = new ArrayList<String>();
        for (var section : course.sections()) {
            var sectionId = teacher.post("/courses/" + courseId + "/sections", Map.of("title", section.title()))
                    .get("id")
                    .asText();
            section.lessons().forEach(lesson -> lessons.add(write(teacher, sectionId, lesson, links)));
        }
        course.classes().forEach(name -> firstLessons
                .computeIfAbsent(name, k -> new ArrayList<>())
                .addAll(lessons));
    }

    private static String write(Api teacher, String sectionId, CourseScript.Lesson lesson, CourseScript.Links links) {
        var id = teacher.post("/sections/" + sectionId + "/lessons", Map.of("title", lesson.title()))
                .get("id")
                .asText();
        var draft = new LinkedHashMap<String, Object>();
        draft.put(
                "revision",
                teacher.get("/lessons/" + id + "/draft").get("revision").asInt());
        draft.put("title", lesson.title());
        draft.put("summary", lesson.summary());
        draft.put("minutes", lesson.minutes());
        draft.put(
                "blocks",
                lesson.blocks().stream()
                        .map(block -> CourseScript.json(block, links))
                        .toList());
        draft.put("indicators", lesson.indicators());
        int revision =
                teacher.put("/lessons/" + id + "/draft", draft).get("revision").asInt();
        teacher.post("/lessons/" + id + "/publish", Map.of("revision", revision));
        return id;
    }

    /// Each pupil finishes some lessons, leaves one in the middle and has the rest before him.
    void learn(Map<String, List<String>> pupils) {
        pupils.forEach((className, usernames) -> {
            var lessons = firstLessons.getOrDefault(className, List.of());
            for (int n = 0; n < usernames.size(); n++) {
                var pupil = people.as(usernames.get(n)).at(access.lms());
                int finished = Math.min(lessons.size() - 1, (n * 7 + 3) % 6);
                for (int i = 0; i < finished; i++) {
                    read(pupil, lessons.get(i), 1);
                }
                read(pupil, lessons.get(finished), 2);
            }
        });
    }

    private static void read(Api pupil, String lessonId, int divisor) {
        JsonNode lesson = pupil.get("/lessons/" + lessonId);
        var seen = new ArrayList<String>();
        lesson.get("blocks").forEach(block -> seen.add(block.get("id").asText()));
        var part = seen.subList(0, Math.max(1, seen.size() / divisor));
        pupil.put(
                "/lessons/" + lessonId + "/progress",
                Map.of(
                        "version",
                        lesson.get("version").asInt(),
                        "seen",
                        part,
                        "lastBlock",
                        part.getLast(),
                        "seconds",
                        60 * part.size()));
    }
}
