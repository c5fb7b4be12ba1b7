package vn.lopmo.lms.learning.task;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.text.VietnameseText;

/// One learner's work on the teacher's desk.
@Path("/task-works/{id}")
class TaskWorkResource {
    /// @param earlier the tries before it, the latest first
    record View(
            UUID taskId,
            String title,
            @Nullable BigDecimal maxMark,
            UUID learnerId,
            String name,
            WorkView work,
            List<WorkView> earlier) {}

    /// @param passages left out by pages that know of none: then they stay
    record Wish(
            int revision,

            @Nullable @DecimalMin("0") @Digits(integer = 3, fraction = 2)
            BigDecimal mark,

            @NotNull @Size(max = 4_000) String remark,
            @NotNull @Size(max = 200) List<@Valid @NotNull PinWish> pins,
            @Nullable @Size(max = 200) List<@Valid @NotNull PassageWish> passages) {
        WorkPins.Remarks remarks() {
            return new WorkPins.Remarks(
                    pins.stream().map(PinWish::pin).toList(),
                    passages == null
                            ? null
                            : passages.stream().map(PassageWish::passage).toList());
        }
    }

    /// In the text of the work, in UTF-16 units: from the first to behind the last.
    record PassageWish(
            @Min(0) int from,
            @Min(1) int to,
            @NotBlank @Size(max = 1_000) String text) {
        WorkPins.Passage passage() {
            return new WorkPins.Passage(from, to, VietnameseText.tidy(text));
        }
    }

    /// @param page left out by devices that kept a remark on a picture since before there were pages
    record PinWish(
            @NotNull UUID fileId,

            @Nullable @Min(1) @Max(PdfPages.MOST) Integer page,

            @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal x,
            @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal y,
            @NotBlank @Size(max = 1_000) String text) {
        WorkPins.Pin pin() {
            return new WorkPins.Pin(fileId, page == null ? 1 : page, x, y, VietnameseText.tidy(text));
        }
    }

    private final CurrentCaller callers;
    private final TaskAccess access;
    private final TaskWorks works;
    private final WorkFiles files;
    private final WorkViews views;
    private final Marking marking;
    private final People people;
    private final RecordReads reads;

    TaskWorkResource(
            CurrentCaller callers,
            TaskAccess access,
            TaskWorks works,
            WorkFiles files,
            WorkViews views,
            Marking marking,
            People people,
            RecordReads reads) {
        this.callers = callers;
        this.access = access;
        this.works = works;
        this.files = files;
        this.views = views;
        this.marking = marking;
        this.people = people;
        this.reads = reads;
    }

    /// What came before pages were counted is counted first, so that nobody remarks on a page that is none.
    @GET
    public View get(UUID id) {
        var work = QuarkusTransaction.requiringNew()
                .call(() -> access.workToRead(id).work());
        files.countPages(work.learnerId(), work.taskId());
        return QuarkusTransaction.requiringNew().call(() -> view(access.workToRead(id)));
    }

    private View view(TaskAccess.PlacedWork placed) {
        var work = placed.work();
        reads.note(callers.get(), work.learnerId(), RecordReads.WORK);
        works.flush();
        var all = works.of(work.learnerId(), List.of(work.taskId()));
        var whole = views.whole(all);
        int at = all.indexOf(work);
        return new View(
                work.taskId(),
                placed.task().title(),
                placed.task().maxMark(),
                work.learnerId(),
                people.get(work.learnerId(), work.schoolId()).name(),
                whole.get(at),
                whole.subList(at + 1, whole.size()));
    }

    /// Everything that the teacher wrote so far; the learner does not see it yet, unless the work is released.
    @PUT
    @Path("/marking")
    @Transactional
    public View judge(UUID id, @Valid @NotNull Wish wish) {
        var placed = access.workToMark(id);
        marking.judge(
                placed,
                new Marking.Judgement(wish.revision, wish.mark, TaskResource.clean(wish.remark), wish.remarks()),
                callers.get().id());
        return view(placed);
    }

    @POST
    @Path("/release")
    @Transactional
    public View release(UUID id) {
        var placed = access.workToMark(id);
        marking.release(placed);
        return view(placed);
    }

    /// For another try.
    @POST
    @Path("/return")
    @Transactional
    public View giveBack(UUID id) {
        var placed = access.workToMark(id);
        marking.giveBack(placed, callers.get().id());
        return view(placed);
    }
}
