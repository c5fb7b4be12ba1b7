package vn.lopmo.assessment.paper;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContent.Section;
import vn.lopmo.platform.refusal.Refusal;

/// Published versions with their questions, kept in memory: a class of forty opens one paper within the same
/// minute. Versions never change, so neither does what is remembered. Safe for any number of threads.
@ApplicationScoped
public class PaperContents {
    private final Papers papers;
    private final Questions questions;
    private final Cache<PaperVersion.Key, PaperContent> known = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterAccess(Duration.ofHours(2))
            .build();

    PaperContents(Papers papers, Questions questions) {
        this.papers = papers;
        this.questions = questions;
    }

    /// @throws Refusal.NotFound if there is no such version
    public PaperContent of(PaperVersion.Key key) {
        return known.get(key, wanted -> QuarkusTransaction.joiningExisting().call(() -> read(wanted)));
    }

    public PaperContent of(Assignment assignment) {
        return of(assignment.paper());
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
        return new PaperContent(version.headings(), version.points(), sections);
    }
}
