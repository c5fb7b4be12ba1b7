package vn.lopmo.lms.learning.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.lopmo.lms.course.Desk.as;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lopmo.lms.SignedTokens;
import vn.lopmo.lms.TestSchools;
import vn.lopmo.lms.course.MediaStore;
import vn.lopmo.lms.learning.TaskStandings;
import vn.lopmo.lms.organisation.PersonErased;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.event.EventHandler;
import vn.lopmo.platform.person.PersonExports;
import vn.lopmo.platform.person.PersonRows;

/// A task from the lesson to the mark book: handed in, looked at, given back, handed in again, released, seen at home.
@QuarkusTest
@TestProfile(SignedTokens.class)
class TaskWalkthroughTest {
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));

    @Inject
    TestSchools schools;

    @Inject
    Event<PersonErased> erased;

    @Inject
    PersonRows held;

    @Inject
    PersonExports exports;

    @Inject
    MediaStore bytes;

    @Inject
    MinioClient store;

    @Inject
    HandedInWork handedIn;

    private AtSchool at;

    @BeforeEach
    void aLessonWithATask() {
        at = new AtSchool(schools.make());
    }

    @Test
    void aTaskIsOpenedRenamedAndClosedByItsLesson() {
        at.tasks(at.first)
                .statusCode(200)
                .body("blockId", contains("t1"))
                .body("[0].kinds.size()", equalTo(4))
                .body("[0].mayHandIn", equalTo(true))
                .body("[0].works", empty());
        var id = at.taskId();

        at.publish(AtSchool.task("Bài 2 trang 9"));
        at.desk().body("title", equalTo("Bài 2 trang 9")).body("taskId", equalTo(id));

        at.publish(AtSchool.talk("Chỉ còn thảo luận"));
        at.tasks(at.first).body("", empty());
        as(at.first)
                .body(Map.of(
                        "key",
                        UUID.randomUUID(),
                        "text",
                        "x",
                        "files",
                        List.of(),
                        "finishedAt",
                        Instant.now().toString()))
                .put("/tasks/" + id + "/work")
                .then()
                .statusCode(409)
                .body("slug", equalTo("task-closed"));
    }

    @Test
    void aPhotographIsHandedInMarkedAndSeenByWhomItConcernsAlone() {
        at.due(TOMORROW, true);
        var picture = Samples.picture("jpg", 60, 80);
        var file = at.sent(at.first, "C:\\anh\\bai lam.jpg", picture);
        at.handIn(at.first, "Em làm trong vở ạ.\nCâu b em chưa chắc.", file)
                .statusCode(200)
                .body("state", equalTo("HANDED_IN"))
                .body("late", equalTo(false))
                .body("files.name", contains("bai lam.jpg"))
                .body("files[0].width", equalTo(60));

        String work = at.desk()
                .statusCode(200)
                .body("classes[0].learners.name", contains("Lê Hoàng An", "Nguyễn Hoàng Bảo Ngọc"))
                .body("classes[0].learners.standing", contains("WAITING", "HANDED_IN"))
                .extract()
                .path("classes[0].learners[1].workId");
        var pin = Map.of("fileId", file, "x", 0.25, "y", 0.5, "text", "Thiếu đơn vị");
        at.judge(work, 1, 8.5, "Trình bày rõ.", pin)
                .statusCode(200)
                .body("work.mark", equalTo(8.5f))
                .body("work.files[0].pins[0].x", equalTo(0.25f))
                .body("work.revision", equalTo(2));
        at.judge(work, 1, 3, "").statusCode(409).body("slug", equalTo("changed-meanwhile"));
        at.judge(work, 2, 10.5, "").statusCode(422).body("slug", equalTo("task-mark-too-high"));

        // nothing of it before it is released, and nothing is changed under the teacher's hands
        at.tasks(at.first)
                .body("[0].works[0].mark", nullValue())
                .body("[0].works[0].remark", equalTo(""))
                .body("[0].works[0].files[0].pins", empty())
                .body("[0].mayHandIn", equalTo(false));
        at.handIn(at.first, "Bài khác").statusCode(409).body("slug", equalTo("work-being-marked"));
        as(at.first).get("/my/marks").then().body("", empty());

        as(at.teacher).post("/task-works/" + work + "/release").then().statusCode(200);

        at.tasks(at.first)
                .body("[0].works[0].state", equalTo("RELEASED"))
                .body("[0].works[0].mark", equalTo(8.5f))
                .body("[0].works[0].files[0].pins.text", contains("Thiếu đơn vị"));
        as(at.first)
                .get("/my/marks")
                .then()
                .body("kind", contains("TASK"))
                .body("mark", contains(8.5f))
                .body("maxMark", contains(10f));
        feeds(8.5f);
        as(at.guardian)
                .get("/my/children/" + at.school.first() + "/work")
                .then()
                .statusCode(200)
                .body("title", contains("Bài 1 trang 8"))
                .body("[0].work.remark", equalTo("Trình bày rõ."));

        // released and mended: the mark book hears of it
        at.judge(work, 3, 9, "Trình bày rõ.", pin).statusCode(200);
        as(at.first).get("/my/marks").then().body("mark", contains(9f));
        seenByWhomItConcerns(file, picture);
        at.desk().body("phrases", contains("Thiếu đơn vị"));
    }

    /// The mark can be taken over into a column of the mark book.
    private void feeds(float mark) {
        var book = "/mark-books/" + at.school.classId() + "/toan/1";
        as(at.teacher).get(book + "/feeds").then().statusCode(200).body("sources.title", contains("Bài 1 trang 8"));
        as(at.teacher)
                .body(Map.of("sourceId", at.taskId()))
                .put(book + "/feeds/tx1")
                .then()
                .statusCode(lessThan(300));
        as(at.teacher)
                .get(book + "/feeds")
                .then()
                .body("columns[0].proposals.proposed", contains(String.valueOf(mark)));
    }

    private void seenByWhomItConcerns(String file, byte[] picture) {
        var url = "/task-files/" + file;
        for (var token : List.of(at.first, at.teacher, at.guardian)) {
            assertArrayEquals(
                    picture,
                    as(token)
                            .get(url)
                            .then()
                            .statusCode(200)
                            .header("Content-Type", equalTo("image/jpeg"))
                            .header("X-Content-Type-Options", equalTo("nosniff"))
                            .extract()
                            .asByteArray());
        }
        var other = schools.make();
        var colleague = schools.join(at.school.school(), "Lý Thị Hạnh", Set.of(Role.TEACHER));
        for (var token : List.of(
                at.second,
                at.head,
                at.school.tokenOf(colleague, Role.TEACHER),
                other.tokenOf(other.teacher(), Role.TEACHER),
                other.tokenOf(other.guardian(), Role.GUARDIAN))) {
            as(token).get(url).then().statusCode(404);
        }
        as(other.tokenOf(other.guardian(), Role.GUARDIAN))
                .get("/my/children/" + at.school.first() + "/work")
                .then()
                .statusCode(404);
        as(at.guardian)
                .get("/my/children/" + at.school.second() + "/work")
                .then()
                .statusCode(404);
    }

    @Test
    void theSameSentTwiceIsHandedInOnce() {
        var key = UUID.randomUUID();
        String one = at.send(at.first, key, "a.webm", Samples.voice())
                .statusCode(201)
                .extract()
                .path("id");
        String again = at.send(at.first, key, "a.webm", Samples.voice())
                .statusCode(201)
                .extract()
                .path("id");
        assertEquals(one, again);

        var sending = UUID.randomUUID();
        at.handIn(at.first, sending, "", Instant.now(), one).statusCode(200).body("revision", equalTo(0));
        at.handIn(at.first, sending, "", Instant.now(), one).statusCode(200);
        at.tasks(at.first).body("[0].works", hasSize(1)).body("[0].works[0].files.kind", contains("VOICE"));

        // handed in again before it is due: what was taken out is gone, bytes and all
        var two = at.sent(at.first, "b.png", Samples.picture("png", 9, 9));
        at.handIn(at.first, "", two).statusCode(200).body("number", equalTo(1)).body("files.id", contains(two));
        as(at.first).get("/task-files/" + one).then().statusCode(404);
        assertEquals(1, objects());
        at.handIn(at.second, "", two).statusCode(404);
        at.handIn(at.second, " \n ").statusCode(422).body("slug", equalTo("work-empty"));
    }

    @Test
    void whatIsGivenBackIsTriedAgainAndTheFirstTryStays() {
        at.handIn(at.first, "2x + 1").statusCode(200);
        String work = at.desk().extract().path("classes[0].learners[1].workId");
        at.judge(work, 1, null, "Xem lại dấu.").statusCode(200);
        as(at.teacher).post("/task-works/" + work + "/return").then().statusCode(200);
        as(at.teacher).post("/task-works/" + work + "/return").then().statusCode(409);

        at.tasks(at.first)
                .body("[0].works[0].state", equalTo("GIVEN_BACK"))
                .body("[0].works[0].remark", equalTo("Xem lại dấu."))
                .body("[0].mayHandIn", equalTo(true));
        at.handIn(at.first, "2x - 1").statusCode(200).body("number", equalTo(2));
        var lesson = UUID.fromString(at.lesson);
        assertEquals(
                List.of(new TaskStandings.HandedIn(at.school.first(), lesson, "t1")),
                handedIn.handedIn(List.of(at.school.first(), at.school.second()), List.of(lesson)));

        String second = at.desk().extract().path("classes[0].learners[1].workId");
        as(at.teacher)
                .get("/task-works/" + second)
                .then()
                .body("work.text", equalTo("2x - 1"))
                .body("earlier.text", contains("2x + 1"));
        as(at.teacher)
                .get("/tasks")
                .then()
                .statusCode(200)
                .body("[0].classes[0].handedIn", equalTo(1))
                .body("[0].classes[0].waiting", equalTo(1))
                .body("[0].classes[0].learners", equalTo(2));
        at.judge(second, 1, 7, "").statusCode(200);
        as(at.teacher)
                .body(Map.of("classId", at.school.classId()))
                .post("/task-desks/" + at.taskId() + "/releases")
                .then()
                .body("released", equalTo(1));
        as(at.first).get("/my/marks").then().body("mark", contains(7f));
    }

    @Test
    void whatTheTaskDoesNotAskForIsNotTaken() {
        var wish = Map.<String, Object>of("kinds", List.of("PICTURE"), "lateAllowed", true, "due", List.of());
        at.set(wish).statusCode(204);
        at.handIn(at.first, "Chữ").statusCode(422).body("slug", equalTo("work-kind-not-taken"));
        at.send(at.first, UUID.randomUUID(), "a.webm", Samples.voice())
                .statusCode(422)
                .body("slug", equalTo("work-kind-not-taken"));
        at.send(at.first, UUID.randomUUID(), "anh.jpg", "MZ\0\0".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .statusCode(422)
                .body("slug", equalTo("work-file-unknown"));
        at.send(at.teacher, UUID.randomUUID(), "a.png", Samples.picture("png", 2, 2))
                .statusCode(403);
        as(at.first)
                .body(wish)
                .put("/tasks/" + at.taskId() + "/settings")
                .then()
                .statusCode(403);
        as(at.head).get("/task-desks/" + at.taskId()).then().statusCode(403);
        as(at.guardian).get("/task-desks/" + at.taskId()).then().statusCode(404);
        var other = schools.make();
        as(other.tokenOf(other.first(), Role.STUDENT))
                .get("/lesson-tasks/" + at.lesson)
                .then()
                .statusCode(404);
        at.set(Map.of(
                        "kinds",
                        List.of("TEXT"),
                        "lateAllowed",
                        true,
                        "due",
                        List.of(Map.of("classId", other.classId(), "dueAt", TOMORROW.toString()))))
                .statusCode(422);
    }

    @Test
    void nothingOfAnErasedLearnerStays() {
        at.handIn(at.first, "Bài của em", at.sent(at.first, "a.png", Samples.picture("png", 5, 5)))
                .statusCode(200);
        at.sent(at.first, "b.png", Samples.picture("png", 5, 5));
        assertEquals(2, objects());

        QuarkusTransaction.requiringNew()
                .run(() -> erased.fire(new PersonErased(at.school.school(), at.school.first(), Instant.now())));

        var left = held.of(at.school.first()).get("held");
        assertEquals(false, left.has("task_work") || left.has("work_file") || left.has("work_pin"), left::toString);
        assertEquals(0, objects());
    }

    @Test
    void whatWasHandedInGoesWithTheCopyOfAllThatIsHeld() {
        var picture = Samples.picture("png", 5, 5);
        var file = at.sent(at.first, "bai 1.png", picture);
        at.handIn(at.first, "Bài của em", file).statusCode(200);
        var gone = at.sent(at.first, "b.png", picture);
        var export = UUID.randomUUID();
        var asked = new PersonExports.Asked(
                export, at.school.school(), at.school.first(), List.of(at.school.first(), at.school.guardian()));
        QuarkusTransaction.requiringNew()
                .run(() -> exports.handle(asked, new EventHandler.Origin(UUID.randomUUID(), Instant.now())));
        bytes.remove("work/" + at.school.school() + "/" + gone);

        var url = "/person-exports/" + export;
        as(at.guardian)
                .get(url)
                .then()
                .statusCode(200)
                .body("files.id", contains(file, gone))
                .body("files.path", contains("tep/001-bai 1.png", "tep/002-b.png"))
                .body("files[0].table", equalTo("work_file"))
                .body("files[0].size", equalTo(picture.length));
        assertArrayEquals(
                picture,
                as(at.guardian)
                        .get(url + "/files/" + file)
                        .then()
                        .statusCode(200)
                        .header("X-Content-Type-Options", equalTo("nosniff"))
                        .extract()
                        .asByteArray());
        as(at.first).get(url + "/files/" + gone).then().statusCode(404).body("slug", equalTo("person-file-gone"));
        as(at.second).get(url + "/files/" + file).then().statusCode(404).body("slug", equalTo("not-found"));
        var others = at.sent(at.second, "c.png", picture);
        as(at.first).get(url + "/files/" + others).then().statusCode(404);
        as(at.first).get("/person-exports/words").then().statusCode(200).body("task_work", equalTo("Bài đã nộp"));
    }

    private long objects() {
        return StreamSupport.stream(
                        store.listObjects(ListObjectsArgs.builder()
                                        .bucket("lms")
                                        .prefix("work/" + at.school.school() + "/")
                                        .recursive(true)
                                        .build())
                                .spliterator(),
                        false)
                .count();
    }
}
