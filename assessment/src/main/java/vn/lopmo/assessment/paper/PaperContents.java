package vn.lopmo.assessment.paper;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.ItemVersions;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContent.Section;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.sql.Rows;

/// Published versions with their questions, kept in memory: a class of forty opens one paper within the same
/// minute. Versions never change, and a correction after the paper was given makes another thing to remember, so
/// that every instance notices it with the assignment's row. Safe for any number of threads.
@ApplicationScoped
public class PaperContents {
    private static final String NOW = "select paper_id, paper_version, key_version from assignment where id = ?";

    private final Papers papers;
    private final Questions questions;
    private final KeyChanges changes;
    private final ItemVersions versions;
    private final Rows rows;
    private final Cache<Wanted, PaperContent> known = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    PaperContents(Papers papers, Questions questions, KeyChanges changes, ItemVersions versions, Rows rows) {
        this.papers = papers;
        this.questions = questions;
        this.changes = changes;
        this.versions = versions;
        this.rows = rows;
    }

    /// @param assignment null for the paper as it was published
    /// @param changes how many corrections were made by then
    private record Wanted(PaperVersion.Key paper, @Nullable UUID assignment, int changes) {
        static Wanted of(PaperVersion.Key paper, UUID assignment, int changes) {
            return new Wanted(paper, changes == 0 ? null : assignment, changes);
        }
    }

    /// As it was published.
    ///
    /// @throws Refusal.NotFound if there is no such version
    public PaperContent of(PaperVersion.Key key) {
        return get(new Wanted(key, null, 0));
    }

    /// With what was corrected when the assignment was read.
    public PaperContent of(Assignment assignment) {
        return get(Wanted.of(assignment.paper(), assignment.id(), assignment.keyVersion()));
    }

    /// With its first corrections, so many of them.
    public PaperContent of(UUID assignmentId, PaperVersion.Key paper, int corrections) {
        return get(Wanted.of(paper, assignmentId, corrections));
    }

    /// With what is corrected at this moment, whatever the transaction has read before.
    public PaperContent ofAssignment(UUID assignmentId) {
        var now = rows.first(
                        NOW,
                        row -> Wanted.of(new PaperVersion.Key(row.uuid(1), row.number(2)), assignmentId, row.number(3)),
                        assignmentId)
                .orElseThrow(() -> new Refusal.NotFound("assignment-not-found"));
        return get(now);
    }

    private PaperContent get(Wanted wanted) {
        return known.get(wanted, missing -> QuarkusTransaction.joiningExisting().call(() -> read(missing)));
    }

    private PaperContent read(Wanted wanted) {
        var content = read(wanted.paper);
        if (wanted.assignment == null) {
            return content;
        }
        // one after the other: a question that is dropped keeps the right key that it got before
        for (var change : changes.upTo(wanted.assignment, wanted.changes)) {
            content = content.with(changed(content.question(change.slot()), change));
        }
        return content;
    }

    private Question changed(Question question, KeyChange change) {
        var number = change.itemVersion();
        if (number == null) {
            return question.with(question.item(), change.kind().standing());
        }
        var version = versions.find("itemId = ?1 and number = ?2", change.itemId(), number)
                .firstResult();
        return question.corrected(version);
    }

    private PaperContent read(PaperVersion.Key key) {
        var version = papers.version(key);
        var items = questions.of(version.schoolId(), version.parts());
        var sections = new ArrayList<Section>();
        int number = 0;
        for (var part : version.parts()) {
            var inPart = new ArrayList<Question>();
            for (var slot : part.slots()) {
                var item = Questions.known(items, slot.id());
                inPart.add(new Question(slot, ++number, item.content(), item.meta(), item.text()));
            }
            sections.add(new Section(part.title(), part.instructions(), List.copyOf(inPart)));
        }
        return new PaperContent(version.headings(), sections);
    }
}
