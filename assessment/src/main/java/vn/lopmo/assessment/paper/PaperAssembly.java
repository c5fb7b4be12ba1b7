package vn.lopmo.assessment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.interchange.PaperMaking;
import vn.lopmo.assessment.paper.Questions.Wish;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.text.RichText;
import vn.lopmo.platform.text.VietnameseText;

/// Puts questions of the bank into papers, and publishes them. Runs in the caller's transaction.
@ApplicationScoped
class PaperAssembly implements PaperMaking {
    private final Papers papers;
    private final Questions questions;
    private final PaperPolicy policy;
    private final Clock clock;

    PaperAssembly(Papers papers, Questions questions, PaperPolicy policy, Clock clock) {
        this.papers = papers;
        this.questions = questions;
        this.policy = policy;
        this.clock = clock;
    }

    /// A part as somebody asks for it.
    record PartWish(String title, String instructions, List<Wish> slots) {}

    Paper create(Caller caller, Headings headings, Instant now) {
        policy.checkWriter(caller);
        var paper = Paper.draft(caller.schoolId(), caller.id(), headings, now);
        papers.persist(paper);
        return paper;
    }

    Paper revise(Caller caller, UUID id, int seen, Headings headings, List<PartWish> wishes, Instant now) {
        var paper = papers.get(caller.schoolId(), id);
        policy.check(caller, paper);
        paper.revise(seen, headings, parts(paper, wishes), now);
        papers.flush();
        return paper;
    }

    @Override
    public UUID makePaper(
            Caller caller,
            String title,
            String subject,
            @Nullable Integer grade,
            int minutes,
            List<PartOfItems> parts) {
        var now = clock.instant();
        var headings = new Headings(VietnameseText.tidy(title), subject, grade, minutes);
        var paper = create(caller, headings, now);
        var wishes = parts.stream().map(PaperAssembly::wish).toList();
        paper.write(headings, parts(paper, wishes), now);
        return paper.id();
    }

    private static PartWish wish(PartOfItems part) {
        var slots = part.items().stream()
                .map(item -> new Wish(item.itemId(), item.points()))
                .toList();
        return new PartWish(part.title(), part.instructions(), slots);
    }

    /// Makes a new version unless the published one is the same already.
    PaperVersion publish(Caller caller, UUID id, Instant now) {
        var paper = papers.get(caller.schoolId(), id);
        policy.check(caller, paper);
        var fixed = questions.fixed(paper.schoolId(), paper.parts());
        return papers.published(paper)
                .filter(last -> last.isSameAs(paper.headings(), fixed))
                .orElseGet(() -> publish(paper, fixed, caller, now));
    }

    private PaperVersion publish(Paper paper, List<Part> fixed, Caller caller, Instant now) {
        var version = paper.publish(fixed, caller.id(), now);
        papers.getEntityManager().persist(version);
        return version;
    }

    private List<Part> parts(Paper paper, List<PartWish> wishes) {
        var before = Questions.slotsByItem(paper.parts());
        var used = new HashSet<UUID>();
        return wishes.stream()
                .map(wish -> new Part(
                        VietnameseText.tidy(wish.title()),
                        RichText.sanitise(wish.instructions()),
                        questions.slots(paper.schoolId(), wish.slots(), before, used)))
                .toList();
    }
}
