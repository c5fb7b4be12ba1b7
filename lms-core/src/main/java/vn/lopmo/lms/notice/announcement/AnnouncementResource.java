package vn.lopmo.lms.notice.announcement;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.notice.NoticeKind;
import vn.lopmo.lms.notice.Notices;
import vn.lopmo.lms.notice.announcement.AnnouncementPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Refusal;

/// Announcements one by one, and those that the caller sent; the head and the administrator see all of the school.
@Path("/announcements")
class AnnouncementResource {
    record Words(
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 4_000) String text,
            @Nullable LocalDate endsOn) {
        Announcement.Words checked(Instant now) {
            return Announcement.Words.of(title, text, endsOn, now);
        }
    }

    /// @param key      the device's own number: sent again, it is the same announcement
    /// @param classIds none: the whole school
    record NewAnnouncement(
            @NotNull UUID key,
            @NotNull @Size(max = 200) List<@NotNull UUID> classIds,
            @NotNull @Size(max = 7) Set<@NotNull Role> roles,
            @NotNull @Valid Words words) {}

    /// Only while its author may still speak to them.
    ///
    /// @param tellAgain whether those who have read it are to read it again
    record Correction(@NotNull @Valid Words words, boolean tellAgain) {}

    record SentList(List<AnnouncementLists.Sent> announcements, boolean more) {}

    /// @param withdrawn whether it is still to be read by its author and the head alone
    record Full(
            UUID id,
            String title,
            String text,
            String by,
            List<String> classes,
            List<Role> roles,
            Instant madeAt,
            @Nullable Instant editedAt,
            @Nullable LocalDate endsOn,
            boolean withdrawn,
            boolean mayCorrect,
            boolean mayWithdraw) {}

    record Reading(int unread) {}

    private final CurrentCaller callers;
    private final Announcements announcements;
    private final AnnouncementLists lists;
    private final AnnouncementViews views;
    private final Addressing addressing;
    private final Announcing announcing;
    private final Notices notices;
    private final Clock clock;

    AnnouncementResource(
            CurrentCaller callers,
            Announcements announcements,
            AnnouncementLists lists,
            AnnouncementViews views,
            Addressing addressing,
            Announcing announcing,
            Notices notices,
            Clock clock) {
        this.callers = callers;
        this.announcements = announcements;
        this.lists = lists;
        this.views = views;
        this.addressing = addressing;
        this.announcing = announcing;
        this.notices = notices;
        this.clock = clock;
    }

    @GET
    @Transactional
    public SentList sent(@QueryParam("before") @Nullable UUID before) {
        var caller = callers.get();
        AnnouncementPolicy.checkWrite(caller);
        var found = lists.sent(caller, AnnouncementPolicy.runs(caller), before);
        boolean more = found.size() > AnnouncementLists.PAGE;
        return new SentList(more ? found.subList(0, AnnouncementLists.PAGE) : found, more);
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public Full make(@NotNull @Valid NewAnnouncement wanted) {
        var caller = callers.get();
        AnnouncementPolicy.checkWrite(caller);
        var before = announcements.findSent(caller.id(), wanted.key);
        before.ifPresent(one -> checkSame(one, wanted));
        return views.of(before.orElseGet(() -> send(caller, wanted, clock.instant())), caller);
    }

    /// Sent again it is the same; what was changed meanwhile must not be thought to be sent.
    private static void checkSame(Announcement one, NewAnnouncement wanted) {
        boolean same = one.saysAndGoesTo(
                new Announcement.Address(wanted.classIds, wanted.roles),
                wanted.words.title,
                wanted.words.text,
                wanted.words.endsOn);
        if (!same) {
            throw new Refusal.Conflict("announcement-sent-already");
        }
    }

    private Announcement send(Caller caller, NewAnnouncement wanted, Instant now) {
        var address = new Announcement.Address(wanted.classIds, wanted.roles);
        addressing.check(caller, address);
        var one = Announcement.of(caller.schoolId(), caller.id(), wanted.key, address, wanted.words.checked(now), now);
        announcements.persistAndFlush(one);
        announcing.tell(one, true, now);
        return one;
    }

    @GET
    @Path("/{id}")
    @Transactional
    public Full one(UUID id) {
        return views.of(checked(announcements.get(id, callers.get().schoolId()), Verb.READ), callers.get());
    }

    @PUT
    @Path("/{id}")
    @Transactional
    public Full correct(UUID id, @NotNull @Valid Correction wanted) {
        var caller = callers.get();
        var now = clock.instant();
        var one = checked(announcements.getToChange(id, caller.schoolId()), Verb.CORRECT);
        if (!addressing.reaches(caller, one.address())) {
            throw new Refusal.Forbidden("not-allowed");
        }
        one.correct(wanted.words.checked(now), now);
        announcements.flush();
        announcing.tell(one, wanted.tellAgain, now);
        return views.of(one, caller);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void withdraw(UUID id) {
        var one = checked(announcements.getToChange(id, callers.get().schoolId()), Verb.WITHDRAW);
        one.withdraw(clock.instant());
        announcing.takeBack(one);
    }

    /// The caller has read it, wherever he opened it from.
    @POST
    @Path("/{id}/reading")
    @Transactional
    public Reading read(UUID id) {
        var caller = callers.get();
        checked(announcements.get(id, caller.schoolId()), Verb.READ);
        notices.markRead(caller.id(), NoticeKind.ANNOUNCEMENT, id, clock.instant());
        return new Reading(notices.unread(caller.id()));
    }

    private Announcement checked(Announcement one, Verb verb) {
        var caller = callers.get();
        boolean told = one.withdrawnAt() == null
                && (lists.isFor(caller, one.id()) || addressing.looksAtAny(caller, one.classIds()));
        AnnouncementPolicy.check(caller, verb, one.schoolId(), one.ownerId(), told);
        return one;
    }
}
