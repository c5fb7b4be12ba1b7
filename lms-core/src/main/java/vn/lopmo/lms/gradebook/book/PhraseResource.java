package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Relation;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Verb;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.organisation.Subjects;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.id.Ids;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// The comments bank of the mark book.
@Path("/remark-phrases")
class PhraseResource {
    private static final int MOST = 500;

    enum Whose {
        MINE,
        SCHOOL,
        SHIPPED
    }

    record PhraseView(
            @Nullable UUID id,
            Whose whose,
            @Nullable String subject,
            @Nullable String band,
            @Nullable String code,
            String text) {
        static PhraseView of(Phrases.Phrase phrase) {
            var whose = phrase.id() == null ? Whose.SHIPPED : phrase.ownerId() == null ? Whose.SCHOOL : Whose.MINE;
            return new PhraseView(phrase.id(), whose, phrase.subject(), phrase.band(), phrase.code(), phrase.text());
        }
    }

    record Adding(
            @Nullable @Size(max = 40) String subject,

            @Nullable @Pattern(regexp = "9|7|5|0|T|H|C|K|D|CD")
            String band,

            @Nullable @Size(max = 20) String code,
            @NotBlank @Size(max = Entry.LONGEST_TEXT) String text,
            boolean forSchool) {}

    private final CurrentCaller callers;
    private final Phrases phrases;
    private final Clock clock;

    PhraseResource(CurrentCaller callers, Phrases phrases, Clock clock) {
        this.callers = callers;
        this.phrases = phrases;
        this.clock = clock;
    }

    @GET
    @Transactional
    public List<PhraseView> list(@QueryParam("subject") @Nullable String subject) {
        var caller = writer();
        return phrases.of(caller.schoolId(), caller.id(), subject).stream()
                .map(PhraseView::of)
                .toList();
    }

    private Caller writer() {
        var caller = callers.get();
        if (!caller.isAny(Role.TEACHER, Role.HEAD, Role.ADMIN)) {
            throw new Refusal.Forbidden("not-allowed");
        }
        return caller;
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public PhraseView add(@NotNull @Valid Adding adding) {
        var caller = writer();
        if (adding.forSchool) {
            mustKeepSchools(caller);
        }
        if (phrases.countOwn(caller.schoolId(), caller.id()) >= MOST) {
            throw new Refusal.Conflict("too-many-phrases", MOST);
        }
        var now = clock.instant();
        var phrase = new Phrases.Phrase(
                Ids.next(now),
                adding.forSchool ? null : caller.id(),
                adding.subject == null ? null : Subjects.checked(adding.subject),
                adding.band,
                adding.code == null || adding.code.isBlank() ? null : VietnameseText.tidy(adding.code),
                VietnameseText.tidy(adding.text));
        phrases.add(caller.schoolId(), phrase, now);
        return PhraseView.of(phrase);
    }

    private static void mustKeepSchools(Caller caller) {
        MarkBookPolicy.check(caller, Verb.SET_RULES, new Relation(caller.schoolId(), false, false));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void remove(UUID id) {
        var caller = writer();
        var phrase = phrases.find(id, caller.schoolId()).orElseThrow(() -> new Refusal.NotFound("phrase-not-found"));
        if (phrase.ownerId() == null) {
            mustKeepSchools(caller);
        } else if (!phrase.ownerId().equals(caller.id())) {
            throw new Refusal.NotFound("phrase-not-found");
        }
        phrases.remove(id);
    }
}
