package vn.lopmo.assessment.paper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.ItemVersion;
import vn.lopmo.assessment.bank.Meta;
import vn.lopmo.assessment.item.Answer;
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
    public record Question(Slot slot, int number, Item item, Meta meta, String text, Standing standing) {
        public Question(Slot slot, int number, Item item, Meta meta, String text) {
            this(slot, number, item, meta, text, Standing.COUNTS);
        }

        public UUID id() {
            return slot.id();
        }

        /// What it is worth now: nothing once it was dropped.
        public BigDecimal points() {
            return standing == Standing.DROPPED ? BigDecimal.ZERO : slot.points();
        }

        /// What an answer earns by the key, or null while a person has to look at it.
        public @Nullable BigDecimal earned(@Nullable Answer answer) {
            return switch (standing) {
                case COUNTS -> item.mark(answer).outOf(points());
                case VOID -> points();
                case DROPPED -> BigDecimal.ZERO;
            };
        }

        /// The same place with the right key.
        public Question corrected(ItemVersion version) {
            var fixed = new Slot(slot.id(), slot.itemId(), version.number(), slot.points());
            return new Question(fixed, number, version.content(), version.meta(), version.text(), Standing.COUNTS);
        }

        public Question with(Item changed, Standing stands) {
            return new Question(slot, number, changed, meta, text, stands);
        }
    }

    private final Headings headings;
    private final BigDecimal points;
    private final List<Section> sections;
    private final Map<UUID, Question> bySlot;

    PaperContent(Headings headings, List<Section> sections) {
        this.headings = headings;
        this.points = sections.stream()
                .flatMap(section -> section.questions().stream())
                .map(Question::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
        this.sections = List.copyOf(sections);
        this.bySlot = sections.stream()
                .flatMap(section -> section.questions().stream())
                .collect(Collectors.toUnmodifiableMap(Question::id, Function.identity()));
    }

    public Headings headings() {
        return headings;
    }

    /// The most that can be earned.
    public BigDecimal points() {
        return points;
    }

    /// The same paper with one question as it is after a correction.
    public PaperContent with(Question changed) {
        return new PaperContent(
                headings,
                sections.stream()
                        .map(section -> new Section(
                                section.title,
                                section.instructions,
                                section.questions.stream()
                                        .map(one -> one.id().equals(changed.id()) ? changed : one)
                                        .toList()))
                        .toList());
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
