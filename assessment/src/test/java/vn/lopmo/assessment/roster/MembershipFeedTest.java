package vn.lopmo.assessment.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.WithoutEvents;
import vn.lopmo.assessment.privacy.ErasingFeed;
import vn.lopmo.assessment.privacy.PersonErased;
import vn.lopmo.assessment.roster.MembershipChanged.Part;
import vn.lopmo.platform.event.EventHandler.Origin;
import vn.lopmo.platform.event.EventHandler.Told;
import vn.lopmo.testkit.RealPostgres;
import vn.lopmo.testkit.Tokens;

/// A list of pupils, as it is heard of here: many at once.
@QuarkusTest
@TestProfile(WithoutEvents.class)
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Tokens.class)
class MembershipFeedTest {
    private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

    @Inject
    MembershipFeed feed;

    @Inject
    ErasingFeed erasing;

    @Inject
    ClassMembers members;

    private final UUID school = UUID.randomUUID();
    private final UUID oneClass = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    private Told<MembershipChanged> told(UUID person, UUID classId, boolean active, Instant at) {
        var change = new MembershipChanged(school, person, classId, "8A", 8, Part.STUDENT, active);
        return new Told<>(change, new Origin(UUID.randomUUID(), at));
    }

    @SafeVarargs
    private void hear(Told<MembershipChanged>... all) {
        QuarkusTransaction.requiringNew().run(() -> feed.handleAll(Arrays.asList(all)));
    }

    @Test
    void ofSeveralAboutOnePlaceTheLastCountsInWhateverOrderTheyCome() {
        var an = UUID.randomUUID();
        var binh = UUID.randomUUID();

        hear(
                told(an, oneClass, true, NOON),
                told(an, oneClass, false, NOON.plusSeconds(2)),
                told(an, other, true, NOON.plusSeconds(2)),
                told(binh, oneClass, false, NOON.plusSeconds(5)),
                told(binh, oneClass, true, NOON),
                told(binh, other, false, NOON),
                told(binh, other, true, NOON));

        assertEquals(Set.of(other), members.classesOf(an, Part.STUDENT));
        assertEquals(Set.of(other), members.classesOf(binh, Part.STUDENT));

        hear(told(an, other, false, NOON.plusSeconds(1)), told(binh, other, false, NOON.plusSeconds(3)));

        assertEquals(Set.of(other), members.classesOf(an, Part.STUDENT));
        assertEquals(Set.of(), members.classesOf(binh, Part.STUDENT));
    }

    @Test
    void whoWasErasedIsNotBroughtBackByTheOthers() {
        var gone = UUID.randomUUID();
        var here = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> erasing.handle(new PersonErased(school, gone), new Origin(UUID.randomUUID(), NOON)));

        hear(told(gone, oneClass, true, NOON), told(here, oneClass, true, NOON));

        assertEquals(List.of(here), QuarkusTransaction.requiringNew().call(() -> members.learners(List.of(oneClass))));
    }
}
