package vn.lopmo.content.harvest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.harvest.OaiQuestions.Answered;
import vn.lopmo.content.harvest.OaiQuestions.Failed;
import vn.lopmo.content.harvest.OaiQuestions.Outcome;
import vn.lopmo.content.harvest.OaiQuestions.SentAway;
import vn.lopmo.content.harvest.OaiQuestions.Unanswered;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.platform.refusal.Refusal;

/// Looks at another library before anything is taken from it. A person waits for it.
@ApplicationScoped
class HarvestPreview {
    private static final int SOME = 10;
    private static final String NOTHING = "noRecordsMatch";

    private final OaiQuestions questions;

    HarvestPreview(OaiQuestions questions) {
        this.questions = questions;
    }

    record Found(String base, OaiPage.About about) {}

    /// @param licence null if none of ours is named
    /// @param source the address of the work
    record Record(
            String identifier,
            Instant stamp,
            boolean gone,
            @Nullable String title,
            @Nullable String author,
            @Nullable MaterialType type,
            @Nullable Licence licence,
            @Nullable String source) {}

    /// @param total how many would come, if they say
    /// @param tellsOfGone whether they tell of records that are gone
    record Shown(
            String address,
            String name,
            String email,
            boolean tellsOfGone,
            List<String> prefixes,
            List<OaiPage.Section> sets,
            @Nullable Long total,
            List<Record> records) {}

    Shown of(String address, String prefix, String set) {
        var found = identified(address);
        var first = records(found.base, prefix, set);
        return new Shown(
                found.base,
                found.about.name(),
                found.about.email(),
                !found.about.tellsOfGone().equals("no"),
                page(questions.formats(found.base)).prefixes(),
                page(questions.sets(found.base)).sets(),
                total(first),
                first.records().stream().limit(SOME).map(HarvestPreview::record).toList());
    }

    /// @throws Refusal.Invalid if there is no library at that address
    Found identified(String address) {
        var base = questions.base(address);
        var about = page(questions.identify(base)).about();
        if (about == null) {
            throw new Refusal.Invalid("harvest-not-oai");
        }
        return new Found(base, about);
    }

    private OaiPage records(String base, String prefix, String set) {
        var first = page(questions.records(base, prefix, set));
        var fault = first.fault();
        if (fault != null && !fault.equals(NOTHING)) {
            throw new Refusal.Invalid("harvest-fault", fault);
        }
        return first;
    }

    private static @Nullable Long total(OaiPage first) {
        return first.token() == null ? Long.valueOf(first.records().size()) : first.total();
    }

    private static Record record(OaiPage.Heard heard) {
        if (heard.gone() || heard.metadata() == null) {
            return new Record(heard.identifier(), heard.stamp(), true, null, null, null, null, null);
        }
        var about = HeardDescription.of(heard).metadata();
        return new Record(
                heard.identifier(),
                heard.stamp(),
                false,
                about.title(),
                about.author(),
                about.type(),
                about.licence(),
                about.source());
    }

    private static OaiPage page(Outcome outcome) {
        return switch (outcome) {
            case Answered answer -> answer.page();
            case SentAway away -> throw new Refusal.Invalid("harvest-asked-to-wait");
            case Unanswered none -> throw refusal(none.reason());
            case Failed failed -> throw refusal(failed.reason());
        };
    }

    private static Refusal.Invalid refusal(String kept) {
        var words = kept.split("\\|", -1);
        return new Refusal.Invalid(
                Objects.requireNonNull(words[0]), (Object[]) Arrays.copyOfRange(words, 1, words.length));
    }
}
