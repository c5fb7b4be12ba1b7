package vn.lopmo.assessment.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lopmo.assessment.Fixtures;
import vn.lopmo.assessment.bank.Meta;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.assessment.paper.PaperContent.Section;

/// Papers without a database.
public final class PaperFixtures {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final Headings HEADINGS = new Headings("Kiểm tra 15 phút", "toan", 10, 15);

    private PaperFixtures() {}

    public static PaperVersion aVersion() {
        var paper = Paper.draft(Fixtures.SCHOOL, Fixtures.PERSON, HEADINGS, NOW);
        return paper.publish(List.of(new Part("Phần I", "", List.of(slot("1")))), Fixtures.PERSON, NOW);
    }

    public static Paper aPaperOf(UUID schoolId, UUID authorId) {
        return Paper.draft(schoolId, authorId, HEADINGS, NOW);
    }

    public static PaperContent content(List<List<Item>> parts) {
        var sections = new ArrayList<Section>();
        int number = 0;
        for (var items : parts) {
            var questions = new ArrayList<Question>();
            for (var item : items) {
                var meta = new Meta("toan", 10, null, null, List.of(), null);
                questions.add(new Question(slot("1"), ++number, item, meta, item.prompt()));
            }
            sections.add(new Section("Phần " + (sections.size() + 1), "", questions));
        }
        return new PaperContent(HEADINGS, sections);
    }

    private static Slot slot(String points) {
        return new Slot(UUID.randomUUID(), UUID.randomUUID(), 1, new BigDecimal(points));
    }
}
