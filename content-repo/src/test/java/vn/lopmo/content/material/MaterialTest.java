package vn.lopmo.content.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lopmo.platform.refusal.Refusal;

class MaterialTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final UUID SOMEBODY = UUID.randomUUID();

    @Test
    void aTitleAloneIsNotEnoughToPublish() {
        var material = Material.drafted(SOMEBODY, SOMEBODY, Metadata.titled("Từ trường"), NOW);

        var refused =
                assertThrows(Refusal.Invalid.class, () -> material.publish(List.of(), List.of(), SOMEBODY, "", NOW));

        assertEquals(
                List.of("type", "subject", "grades", "licence", "author"),
                refused.fields().stream().map(Refusal.Field::field).toList());
        assertEquals(Material.State.DRAFT, material.state());
    }

    @Test
    void aSecondVersionLeavesTheFirstAsItWas() {
        var material = Material.drafted(SOMEBODY, SOMEBODY, MetadataTest.complete("Từ trường"), NOW);

        var first = material.publish(List.of(), List.of(), SOMEBODY, "", NOW);
        material.describe(0, MetadataTest.complete("Từ trường và lực từ"), NOW);
        var second = material.publish(List.of(), List.of(), SOMEBODY, "", NOW);

        assertEquals("Từ trường", first.metadata().title());
        assertEquals(2, second.version());
    }

    @Test
    void onlyWhatIsPublishedCanBeWithdrawn() {
        var material = Material.drafted(SOMEBODY, SOMEBODY, MetadataTest.complete("Từ trường"), NOW);

        assertThrows(Refusal.Conflict.class, () -> material.withdraw("trùng", NOW));
    }

    @Test
    void aStaleRevisionIsTurnedDown() {
        var material = Material.drafted(SOMEBODY, SOMEBODY, MetadataTest.complete("Từ trường"), NOW);

        assertThrows(Refusal.Conflict.class, () -> material.describe(7, MetadataTest.complete("Khác"), NOW));
    }

    @Test
    void aDiscardedDraftWaitsUntilItIsTakenBack() {
        var material = Material.drafted(SOMEBODY, SOMEBODY, MetadataTest.complete("Từ trường"), NOW);

        material.discard(NOW);
        assertThrows(Refusal.Conflict.class, () -> material.describe(0, MetadataTest.complete("Khác"), NOW));
        assertThrows(Refusal.Conflict.class, material::enterReview);
        assertThrows(Refusal.Conflict.class, () -> material.publish(List.of(), List.of(), SOMEBODY, "", NOW));
        assertThrows(Refusal.Conflict.class, () -> material.discard(NOW));

        material.takeBack(NOW);
        assertEquals(Material.State.DRAFT, material.state());
        assertThrows(Refusal.Conflict.class, () -> material.takeBack(NOW));
    }

    @Test
    void whatWasPublishedOrLiesBeforeReviewersIsNotDiscarded() {
        var published = Material.drafted(SOMEBODY, SOMEBODY, MetadataTest.complete("Từ trường"), NOW);
        published.publish(List.of(), List.of(), SOMEBODY, "", NOW);
        var inReview = Material.drafted(SOMEBODY, SOMEBODY, MetadataTest.complete("Từ trường"), NOW);
        inReview.enterReview();

        assertThrows(Refusal.Conflict.class, () -> published.discard(NOW));
        assertThrows(Refusal.Conflict.class, () -> inReview.discard(NOW));
    }
}
