package vn.lopmo.content.packages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.FileAccess;
import vn.lopmo.content.file.MaterialOpened;
import vn.lopmo.content.file.reading.PackageSheet;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.content.packages.PackageResource.OfLearner;
import vn.lopmo.content.packages.PackageResource.Renewed;
import vn.lopmo.content.packages.PackageResource.Saved;
import vn.lopmo.content.packages.PackageResource.Standing;
import vn.lopmo.content.packages.PackageResource.View;
import vn.lopmo.content.packages.PackageResource.Visit;
import vn.lopmo.content.packages.PackageResource.Wish;
import vn.lopmo.content.roster.ClassMembers;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.event.Outbox;
import vn.lopmo.platform.refusal.Refusal;

/// A person plays a package: whoever may read the file, in attempts of his own.
@ApplicationScoped
class Playing {
    private final FileAccess files;
    private final PackageShelf shelf;
    private final PackageAttempts attempts;
    private final Tickets tickets;
    private final ClassMembers members;
    private final Outbox outbox;
    private final CurrentCaller caller;
    private final Event<MaterialOpened> opened;
    private final Clock clock;

    Playing(
            FileAccess files,
            PackageShelf shelf,
            PackageAttempts attempts,
            Tickets tickets,
            ClassMembers members,
            Outbox outbox,
            CurrentCaller caller,
            Event<MaterialOpened> opened,
            Clock clock) {
        this.files = files;
        this.shelf = shelf;
        this.attempts = attempts;
        this.tickets = tickets;
        this.members = members;
        this.outbox = outbox;
        this.caller = caller;
        this.opened = opened;
        this.clock = clock;
    }

    View view(UUID fileId) {
        var file = files.readable(fileId);
        var sheet = sheet(fileId);
        var last =
                attempts.findLast(fileId, caller.get().id()).map(Standing::of).orElse(null);
        return new View(
                fileId, file.materialId(), sheet.kind(), sheet.title(), sheet.start(), sheet.organisation(), last);
    }

    Visit visit(UUID fileId, Wish wish, String appOrigin) {
        var file = files.readable(fileId);
        sheet(fileId);
        var who = caller.get();
        var now = clock.instant();
        var attempt = attempt(file, who, wish.again(), now);
        attempt.visited(wish.lessonId());
        attempts.flush();
        opened.fireAsync(new MaterialOpened(file.schoolId(), file.materialId(), MaterialOpened.How.PACKAGE));
        var origin = Tickets.origin(fileId, who.id());
        var ticket = tickets.issue(new Tickets.Pass(fileId, file.schoolId(), origin, appOrigin), who.id(), now);
        return new Visit(ticket, origin, now.plus(Tickets.LIFE), Standing.of(attempt), attempt.state());
    }

    private PackageAttempt attempt(FileAccess.Readable file, Caller who, boolean again, Instant now) {
        var last = attempts.findLast(file.id(), who.id());
        if (last.isPresent() && !again) {
            return attempts.getToChange(file.id(), who.id(), last.get().number());
        }
        int number = last.map(PackageAttempt::number).orElse(0) + 1;
        var fresh = PackageAttempt.begun(file.schoolId(), file.materialId(), file.id(), who.id(), number, now);
        attempts.persist(fresh);
        return fresh;
    }

    List<OfLearner> attempts(UUID fileId) {
        var who = caller.get();
        if (!who.isStaff()) {
            throw new Refusal.Forbidden("not-allowed");
        }
        files.readable(fileId);
        var seen = MaterialPolicy.curates(who)
                ? attempts.of(fileId, who.schoolId())
                : attempts.of(fileId, who.schoolId(), members.learnersOf(who.id()));
        return seen.stream()
                .map(attempt -> new OfLearner(attempt.learnerId(), Standing.of(attempt)))
                .toList();
    }

    Renewed renew(UUID fileId, String ticket) {
        files.readable(fileId);
        var now = clock.instant();
        if (!tickets.renew(ticket, fileId, caller.get().id(), now)) {
            throw new Refusal.NotFound("ticket-ended");
        }
        return new Renewed(now.plus(Tickets.LIFE));
    }

    /// What was done is kept even if the file may no longer be read: only its owner can send it.
    Saved save(UUID fileId, int number, PackageAttempt.Save save) {
        var who = caller.get();
        var now = clock.instant();
        var attempt = attempts.getToChange(fileId, who.id(), number);
        if (attempt.save(save, now) && who.is(Role.STUDENT)) {
            @Nullable Integer version = files.publishedVersion(fileId, who.schoolId());
            if (version != null) {
                outbox.publish(attempt.news(version, now));
            }
        }
        return new Saved(attempt.savedVisit(), attempt.seq());
    }

    private PackageSheet sheet(UUID fileId) {
        return shelf.findSheet(fileId).orElseThrow(() -> new Refusal.NotFound("package-not-found"));
    }
}
