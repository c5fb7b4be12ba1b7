package vn.lopmo.assessment.marking;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.Meta;
import vn.lopmo.assessment.paper.AssignmentPolicy;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.text.VietnameseText;

/// A marker's own sentences.
@Path("/marking-comments")
class MarkingCommentResource {
    private final MarkingComments comments;
    private final AssignmentPolicy policy;
    private final CurrentCaller caller;
    private final Clock clock;

    MarkingCommentResource(MarkingComments comments, AssignmentPolicy policy, CurrentCaller caller, Clock clock) {
        this.comments = comments;
        this.policy = policy;
        this.caller = caller;
        this.clock = clock;
    }

    record Sentence(
            @NotBlank @Size(max = 500) String text,
            @Nullable @Pattern(regexp = Meta.SUBJECTS) String subject) {}

    @GET
    @Transactional
    public List<MarkingComments.Line> list(@RestQuery @DefaultValue("") @Size(max = 200) String q) {
        return comments.of(staff(), q);
    }

    @POST
    @Transactional
    @ResponseStatus(201)
    public MarkingComments.Line add(@NotNull @Valid Sentence sentence) {
        return comments.add(staff(), VietnameseText.tidy(sentence.text), sentence.subject, clock.instant());
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void remove(UUID id) {
        comments.remove(staff(), id);
    }

    private Caller staff() {
        var asking = caller.get();
        policy.checkStaff(asking);
        return asking;
    }
}
