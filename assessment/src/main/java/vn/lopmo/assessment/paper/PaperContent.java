package vn.lopmo.assessment.paper;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.assessment.bank.Meta;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.platform.refusal.Refusal;

/// A published version with its questions: what learners take and what marking reads. With keys, hence never sent
/// to a learner. Immutable, safe for any number of threads.
public final class PaperContent {
    /// A part with its questions.
    public record Section(String title, String instructions, List<Question> questions) {}

    /// A slot and what it asks.
    ///
    /// @param number from 1, running through the paper in the order it was written
    public record Question(Slot slot, int number, Item item, Meta meta, String text) {
        public UUID id() {
            return slot.id();
        }

        public BigDecimal points() {
            return slot.points();
        }
    }

    private final Headings headings;
    private final BigDecimal points;
    private final List<Section> sections;
    private final Map<UUID, Question> bySlot;

    PaperContent(Headings headings, BigDecimal points, List<Section> sections) {
        this.headings = headings;
        this.points = points;
        this.sections = List.copyOf(sections);
        this.bySlot = sections.stream()
                .flatMap(section -> section.questions().stream())
                .collect(Collectors.toUnmodifiableMap(Question::id, Function.identity()));
    }

    public Headings headings() {
        return headings;
    }

    public BigDecimal points() {
        return points;
    }

    public List<Section> sections() {
        return sections;
    }

    /// In the order of the paper.
    public List<Question> questions() {
        return sections.stream()
                .flatMap(section -> section.questions().stream())
                .toList();
    }

    /// @throws Refusal.NotFound if the slot is of another paper
    public Question question(UUID slot) {
        var question = bySlot.get(slot);
        if (question == null) {
            throw new Refusal.NotFound("slot-not-found");
        }
        return question;
    }

    public boolean has(UUID slot) {
        return bySlot.containsKey(slot);
    }
}
