package vn.lopmo.content.material;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// What a librarian writes about a material: the fields of Circular 16/2022 (docs/metadata.md maps them to LOM and
/// Dublin Core). A draft may lack anything; [#missing()] says what publishing still needs. Rows of older days lack the
/// newer fields, so that every one of them may be absent.
///
/// @param level derived from the grades where there are any
/// @param unit đơn vị: who made it, as the ministry's registers name it (a school, a subject group)
/// @param durationMinutes how long it takes to watch, hear or work through
/// @param language ISO 639-1
/// @param outcomes the curriculum's required outcomes (yêu cầu cần đạt)
/// @param indicators codes of the digital-competency framework
/// @param visibility null where nobody chose yet: see [#visibleTo()]
/// @param classIds for CLASSES
/// @param availableFrom readers see it from then on (embargo)
/// @param availableUntil readers see it until then (expiry)
public record Metadata(
        @Size(max = 300) String title,
        @Size(max = 4000) String description,
        @Nullable MaterialType type,
        @Nullable @Pattern(regexp = Subjects.CODES) String subject,
        @Size(max = 12) List<@NotNull @Min(1) @Max(12) Integer> grades,
        @Nullable Level level,
        @Nullable TextbookSet textbookSet,
        @Size(max = 200) String textbook,
        @Size(max = 200) String chapter,
        @Size(max = 200) String lesson,
        @Size(max = 300) String author,
        @Size(max = 200) String unit,
        @Nullable Licence licence,
        @Size(max = 500) String source,
        @Nullable @Min(1) @Max(6000) Integer durationMinutes,
        @Pattern(regexp = "[a-z]{2}") String language,
        @Size(max = 30) List<@NotNull @Size(max = 80) String> keywords,
        @Size(max = 30) List<@NotNull @Size(max = 500) String> outcomes,
        @Size(max = 50) List<@NotNull @Size(max = 40) String> indicators,
        @Size(max = 30) List<@NotNull @Valid BasedOn> basedOn,
        @Nullable Visibility visibility,
        @Size(max = 60) List<@NotNull UUID> classIds,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant availableFrom,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant availableUntil) {

    static final String VIETNAMESE = "vi";

    public Metadata {
        title = tidy(title);
        description = tidy(description);
        subject = subject == null || subject.isBlank() ? null : subject.strip();
        grades =
                grades == null ? List.of() : grades.stream().distinct().sorted().toList();
        level = grades.isEmpty() ? level : Level.of(grades);
        textbook = tidy(textbook);
        chapter = tidy(chapter);
        lesson = tidy(lesson);
        author = tidy(author);
        unit = tidy(unit);
        source = tidy(source);
        language = language == null || language.isBlank() ? VIETNAMESE : language.strip();
        keywords = words(keywords);
        outcomes = words(outcomes);
        indicators = words(indicators);
        basedOn = basedOn == null ? List.of() : List.copyOf(basedOn);
        classIds = classIds == null ? List.of() : classIds.stream().distinct().toList();
    }

    /// The start of a description: a title and nothing else.
    public static Metadata titled(String title) {
        return new MetadataEdit().title(title).done();
    }

    public MetadataEdit edit() {
        return new MetadataEdit(this);
    }

    public Metadata withType(MaterialType known) {
        return edit().type(known).done();
    }

    /// With what a file says of itself, cut to what fits; its title takes the place of the file's name.
    Metadata filledWith(
            String foundTitle,
            String foundDescription,
            String foundAuthor,
            @Nullable Licence foundLicence,
            String foundSource) {
        return edit().title(foundTitle.isBlank() ? title : cut(foundTitle, 300))
                .description(cut(foundDescription, 4000))
                .author(cut(foundAuthor, 300))
                .licence(foundLicence)
                .source(cut(foundSource, 500))
                .done();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /// The fields that publishing still needs, in the order of the form; `author` stands for "author or source".
    public List<String> missing() {
        var fields = new ArrayList<String>();
        addIf(title.isEmpty(), "title", fields);
        addIf(type == null, "type", fields);
        addIf(subject == null, "subject", fields);
        addIf(grades.isEmpty(), "grades", fields);
        addIf(licence == null, "licence", fields);
        addIf(author.isEmpty() && source.isEmpty(), "author", fields);
        addIf(visibleTo() == Visibility.CLASSES && classIds.isEmpty(), "classIds", fields);
        return fields;
    }

    /// How far it can be seen once it is published; what was copied for teaching never by all.
    public Visibility visibleTo() {
        if (visibility != null) {
            return visibility;
        }
        return licence == Licence.TEACHING_EXCEPTION ? Visibility.STAFF : Visibility.SCHOOL;
    }

    /// The tokens that open it: a reader who holds one of them ([Readership]) may read it while it is available.
    public Set<String> audience(UUID ownerId) {
        var tokens = new TreeSet<>(Set.of(Readership.CURATOR, Readership.owner(ownerId)));
        switch (visibleTo()) {
            case CLASSES -> classIds.forEach(id -> tokens.add(Readership.ofClass(id)));
            case STAFF -> tokens.add(Readership.STAFF);
            case SCHOOL -> tokens.add(Readership.ALL);
            case OPEN -> tokens.addAll(Set.of(Readership.ALL, Readership.ANYBODY));
        }
        return tokens;
    }

    public boolean isAvailableAt(Instant now) {
        return (availableFrom == null || !now.isBefore(availableFrom))
                && (availableUntil == null || now.isBefore(availableUntil));
    }

    /// @throws Refusal.Invalid if more people could see it than its licence allows, or nobody ever
    void mustHoldTogether() {
        if (licence != null && !licence.allows(visibleTo())) {
            throw new Refusal.Invalid(
                    "licence-too-open", List.of(new Refusal.Field("visibility", "licence-too-open", null)));
        }
        if (availableFrom != null && availableUntil != null && !availableFrom.isBefore(availableUntil)) {
            throw new Refusal.Invalid(
                    "availability-empty", List.of(new Refusal.Field("availableUntil", "availability-empty", null)));
        }
    }

    private static void addIf(boolean lacks, String field, List<String> fields) {
        if (lacks) {
            fields.add(field);
        }
    }

    private static String tidy(@Nullable String text) {
        return text == null ? "" : VietnameseText.tidy(text);
    }

    private static List<String> words(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .map(Metadata::tidy)
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .toList();
    }
}
