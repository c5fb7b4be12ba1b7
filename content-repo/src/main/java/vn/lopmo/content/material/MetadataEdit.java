package vn.lopmo.content.material;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A description in the making, by a program that knows some of the fields: `new MetadataEdit().title(…).done()`. For
/// one thread.
public final class MetadataEdit {
    private String title = "";
    private String description = "";
    private @Nullable MaterialType type;
    private @Nullable String subject;
    private List<Integer> grades = List.of();
    private @Nullable Level level;
    private @Nullable TextbookSet textbookSet;
    private String textbook = "";
    private String chapter = "";
    private String lesson = "";
    private String author = "";
    private String unit = "";
    private @Nullable Licence licence;
    private String source = "";
    private @Nullable Integer durationMinutes;
    private String language = Metadata.VIETNAMESE;
    private List<String> keywords = List.of();
    private List<String> outcomes = List.of();
    private List<String> indicators = List.of();
    private List<BasedOn> basedOn = List.of();
    private @Nullable Visibility visibility;
    private List<UUID> classIds = List.of();
    private @Nullable Instant availableFrom;
    private @Nullable Instant availableUntil;

    public MetadataEdit() {}

    MetadataEdit(Metadata from) {
        title = from.title();
        description = from.description();
        type = from.type();
        subject = from.subject();
        grades = from.grades();
        level = from.level();
        textbookSet = from.textbookSet();
        textbook = from.textbook();
        chapter = from.chapter();
        lesson = from.lesson();
        author = from.author();
        unit = from.unit();
        licence = from.licence();
        source = from.source();
        durationMinutes = from.durationMinutes();
        language = from.language();
        keywords = from.keywords();
        outcomes = from.outcomes();
        indicators = from.indicators();
        basedOn = from.basedOn();
        visibility = from.visibility();
        classIds = from.classIds();
        availableFrom = from.availableFrom();
        availableUntil = from.availableUntil();
    }

    public MetadataEdit title(String title) {
        this.title = title;
        return this;
    }

    public MetadataEdit description(String description) {
        this.description = description;
        return this;
    }

    public MetadataEdit type(@Nullable MaterialType type) {
        this.type = type;
        return this;
    }

    public MetadataEdit subject(@Nullable String subject) {
        this.subject = subject;
        return this;
    }

    public MetadataEdit grades(List<Integer> grades) {
        this.grades = grades;
        return this;
    }

    public MetadataEdit level(@Nullable Level level) {
        this.level = level;
        return this;
    }

    public MetadataEdit textbookSet(@Nullable TextbookSet textbookSet) {
        this.textbookSet = textbookSet;
        return this;
    }

    public MetadataEdit textbook(String textbook) {
        this.textbook = textbook;
        return this;
    }

    public MetadataEdit chapter(String chapter) {
        this.chapter = chapter;
        return this;
    }

    public MetadataEdit lesson(String lesson) {
        this.lesson = lesson;
        return this;
    }

    public MetadataEdit author(String author) {
        this.author = author;
        return this;
    }

    public MetadataEdit unit(String unit) {
        this.unit = unit;
        return this;
    }

    public MetadataEdit licence(@Nullable Licence licence) {
        this.licence = licence;
        return this;
    }

    public MetadataEdit source(String source) {
        this.source = source;
        return this;
    }

    public MetadataEdit durationMinutes(@Nullable Integer durationMinutes) {
        this.durationMinutes = durationMinutes;
        return this;
    }

    public MetadataEdit language(String language) {
        this.language = language;
        return this;
    }

    public MetadataEdit keywords(List<String> keywords) {
        this.keywords = keywords;
        return this;
    }

    public MetadataEdit outcomes(List<String> outcomes) {
        this.outcomes = outcomes;
        return this;
    }

    public MetadataEdit indicators(List<String> indicators) {
        this.indicators = indicators;
        return this;
    }

    public MetadataEdit basedOn(List<BasedOn> basedOn) {
        this.basedOn = basedOn;
        return this;
    }

    public MetadataEdit visibility(@Nullable Visibility visibility) {
        this.visibility = visibility;
        return this;
    }

    public MetadataEdit classIds(List<UUID> classIds) {
        this.classIds = classIds;
        return this;
    }

    public MetadataEdit availableFrom(@Nullable Instant availableFrom) {
        this.availableFrom = availableFrom;
        return this;
    }

    public MetadataEdit availableUntil(@Nullable Instant availableUntil) {
        this.availableUntil = availableUntil;
        return this;
    }

    public Metadata done() {
        return new Metadata(
                title,
                description,
                type,
                subject,
                grades,
                level,
                textbookSet,
                textbook,
                chapter,
                lesson,
                author,
                unit,
                licence,
                source,
                durationMinutes,
                language,
                keywords,
                outcomes,
                indicators,
                basedOn,
                visibility,
                classIds,
                availableFrom,
                availableUntil);
    }
}
