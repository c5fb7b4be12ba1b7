package vn.lopmo.lms.learning.talk;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.course.Course;
import vn.lopmo.lms.course.Courses;
import vn.lopmo.lms.course.Lessons;
import vn.lopmo.lms.learning.ClassCircle;
import vn.lopmo.lms.learning.LessonDoor;
import vn.lopmo.lms.learning.talk.TalkPolicy.Verb;
import vn.lopmo.lms.organisation.SchoolClasses;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// The discussion of a lesson's block, for one class.
@Path("/lesson-talks/{lesson}/{block}")
class LessonTalkResource {
    /// @param classes those that the caller may choose from, for a teacher of several
    record View(
            String title,
            UUID classId,
            List<ClassName> classes,
            boolean open,
            boolean mayModerate,
            List<PostView> posts) {}

    record ClassName(UUID id, String name) {}

    /// @param html   empty where it was hidden or taken back
    /// @param erased its author is no more known here: it was not he who took it back
    /// @param hidden the teacher's reason, for the author and the teacher
    record PostView(
            UUID id,
            @Nullable UUID parentId,
            String name,
            boolean own,
            boolean byTeacher,
            String html,
            Instant writtenAt,
            @Nullable Instant editedAt,
            boolean deleted,
            boolean erased,
            boolean isHidden,
            @Nullable String hidden,
            boolean mayChange) {
        static PostView of(TalkPosts.Post post, Caller caller, boolean moderates, Instant now) {
            boolean own = caller.id().equals(post.author());
            boolean concerned = own || moderates;
            boolean shown = !post.isHidden() || concerned;
            return new PostView(
                    post.id(),
                    post.parentId(),
                    post.isDeleted() ? "" : post.name(),
                    own,
                    post.byTeacher(),
                    shown ? post.html() : "",
                    post.writtenAt(),
                    post.editedAt(),
                    post.isDeleted(),
                    post.author() == null,
                    post.isHidden(),
                    concerned ? post.hiddenReason() : null,
                    !post.isDeleted()
                            && TalkPolicy.mayChange(caller, post.author(), post.writtenAt(), post.isHidden(), now));
        }
    }

    record Wish(
            @NotNull UUID key,
            @Nullable UUID classId,
            @Nullable UUID parentId,
            @NotNull @Size(max = 10_000) String html) {}

    private final CurrentCaller callers;
    private final TalkBoards boards;
    private final TalkPosts posts;
    private final Courses courses;
    private final ClassCircle circle;
    private final Lessons lessons;
    private final LessonDoor door;
    private final SchoolClasses classes;
    private final Clock clock;

    LessonTalkResource(
            CurrentCaller callers,
            TalkBoards boards,
            TalkPosts posts,
            Courses courses,
            ClassCircle circle,
            Lessons lessons,
            LessonDoor door,
            SchoolClasses classes,
            Clock clock) {
        this.callers = callers;
        this.boards = boards;
        this.posts = posts;
        this.courses = courses;
        this.circle = circle;
        this.lessons = lessons;
        this.door = door;
        this.classes = classes;
        this.clock = clock;
    }

    /// Where the caller talks: the class, and whether as its teacher.
    private record Place(TalkBoards.Board board, UUID classId, boolean teaches, List<UUID> choice) {}

    private Place openPlace(UUID lesson, TalkBoards.Board board, @Nullable UUID wanted, Verb verb) {
        var caller = callers.get();
        var place = place(board, wanted, verb);
        if (!place.teaches) {
            door.checkOpen(caller, lessons.get(lesson, caller.schoolId()));
        }
        return place;
    }

    private Place place(TalkBoards.Board board, @Nullable UUID wanted, Verb verb) {
        var caller = callers.get();
        Course course = courses.get(board.courseId(), caller.schoolId());
        var learnt = circle.learntIn(caller, course);
        var taught = circle.taughtIn(caller, course);
        var choice = taught.isEmpty() ? learnt : taught;
        boolean there = wanted == null || choice.contains(wanted);
        TalkPolicy.check(
                caller,
                verb,
                board.schoolId(),
                there && taught.isEmpty() && !learnt.isEmpty(),
                there && !taught.isEmpty());
        return new Place(board, wanted == null ? choice.getFirst() : wanted, !taught.isEmpty(), choice);
    }

    @GET
    @Transactional
    public View read(UUID lesson, String block, @RestQuery @Nullable UUID classId) {
        return view(openPlace(lesson, board(lesson, block), classId, Verb.READ));
    }

    private TalkBoards.Board board(UUID lesson, String block) {
        return boards.get(lesson, block, callers.get().schoolId());
    }

    private View view(Place place) {
        var caller = callers.get();
        var now = clock.instant();
        return new View(
                place.board.title(),
                place.classId,
                classes.ofIds(place.choice, caller.schoolId()).stream()
                        .map(each -> new ClassName(each.id(), each.name()))
                        .toList(),
                place.board.open(),
                place.teaches,
                posts.of(place.board.id(), place.classId).stream()
                        .map(post -> PostView.of(post, caller, place.teaches, now))
                        .toList());
    }

    /// What was said stands, and is answered with, whatever has been closed since: a lost answer is no refusal.
    @POST
    @Transactional
    public View say(UUID lesson, String block, @Valid @NotNull Wish wish) {
        var board = board(lesson, block);
        var before = posts.saidIn(board.id(), callers.get().id(), wish.key);
        if (before.isPresent()) {
            return view(place(board, before.get(), Verb.READ));
        }
        var place = openPlace(lesson, board, wish.classId, Verb.WRITE);
        if (!board.open()) {
            throw new Refusal.Conflict("talk-closed");
        }
        posts.say(
                board,
                new TalkPosts.Saying(
                        wish.key,
                        place.classId,
                        wish.parentId == null ? null : thread(place, wish.parentId),
                        callers.get().id(),
                        place.teaches,
                        TalkText.rich(wish.html)),
                clock.instant());
        return view(place);
    }

    /// An answer to an answer stands in the same thread.
    private UUID thread(Place place, UUID parentId) {
        var parent = posts.get(parentId, place.board.schoolId()).post();
        if (!parent.boardId().equals(place.board.id()) || !parent.classId().equals(place.classId)) {
            throw new Refusal.NotFound("talk-not-found");
        }
        return parent.parentId() == null ? parent.id() : parent.parentId();
    }
}
