package vn.lopmo.assessment.interchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.Authoring;
import vn.lopmo.assessment.bank.Meta;
import vn.lopmo.assessment.interchange.PaperMaking.PartOfItems;
import vn.lopmo.assessment.interchange.PaperMaking.PointedItem;
import vn.lopmo.assessment.interchange.exam.Part;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Takes a reviewed import into the bank, and makes a paper of it if that is wanted: all or nothing.
@ApplicationScoped
class Banking {
    private final ImportQuestions questions;
    private final Authoring authoring;
    private final Instance<PaperMaking> papers;

    Banking(ImportQuestions questions, Authoring authoring, Instance<PaperMaking> papers) {
        this.questions = questions;
        this.authoring = authoring;
        this.papers = papers;
    }

    record Where(
            String subject,
            @Nullable Integer grade,
            @Nullable String topic) {}

    record Wanted(String title, int minutes) {}

    record Banked(List<UUID> itemIds, @Nullable UUID paperId) {}

    /// @throws Refusal.Conflict while a question that is kept cannot be an item yet, or if it is in the bank already
    Banked bank(Caller author, PaperImport paper, Where where, @Nullable Wanted wanted, Instant now) {
        paper.mustBeOpen();
        var kept = questions.of(paper).stream().filter(one -> !one.dropped()).toList();
        mustBeClear(kept);
        var items = new ArrayList<UUID>();
        Map<Part, List<PointedItem>> parts = new LinkedHashMap<>();
        for (ImportQuestion question : kept) {
            var item = create(author, paper, question, where, now);
            items.add(item);
            var points = question.body().meta().points();
            parts.computeIfAbsent(question.body().part(), any -> new ArrayList<>())
                    .add(new PointedItem(item, points == null ? BigDecimal.ZERO : points));
        }
        paper.close(where.subject(), where.grade(), now);
        return new Banked(items, wanted == null ? null : make(author, where, wanted, parts));
    }

    private static void mustBeClear(List<ImportQuestion> kept) {
        if (kept.isEmpty()) {
            throw new Refusal.Conflict("import-empty");
        }
        var open = kept.stream()
                .filter(ImportQuestion::isBlocked)
                .map(ImportQuestion::n)
                .toList();
        if (!open.isEmpty()) {
            var numbers = String.join(
                    ", ", open.stream().limit(10).map(String::valueOf).toList());
            throw new Refusal.Conflict("import-has-doubts", open.size(), numbers);
        }
    }

    private UUID create(Caller author, PaperImport paper, ImportQuestion question, Where where, Instant now) {
        var meta = question.body().meta();
        var topic = meta.topic() == null || meta.topic().isBlank() ? where.topic() : meta.topic();
        var source = paper.fileName() + ", câu " + question.body().number();
        var about = new Meta(where.subject(), where.grade(), topic, meta.cognitive(), meta.codes(), source);
        return authoring
                .create(author, question.body().content().toItem(), about, now)
                .itemId();
    }

    private UUID make(Caller author, Where where, Wanted wanted, Map<Part, List<PointedItem>> parts) {
        if (!papers.isResolvable()) {
            throw new Refusal.Conflict("paper-making-absent");
        }
        var made = parts.entrySet().stream()
                .map(entry ->
                        new PartOfItems(entry.getKey().title(), entry.getKey().instructions(), entry.getValue()))
                .toList();
        return papers.get().makePaper(author, wanted.title(), where.subject(), where.grade(), wanted.minutes(), made);
    }
}
