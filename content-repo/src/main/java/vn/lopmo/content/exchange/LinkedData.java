package vn.lopmo.content.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Attribution;
import vn.lopmo.content.material.BasedOn;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.Subjects;

/// A work in the words of schema.org (JSON-LD), by which search engines know learning resources. Members that are empty
/// are left out.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LinkedData(
        @JsonProperty("@context") String context,
        @JsonProperty("@type") List<String> type,
        @JsonProperty("@id") String id,
        String identifier,
        String name,
        String description,
        String url,
        @Nullable String image,
        String inLanguage,
        @Nullable String learningResourceType,
        List<String> educationalLevel,
        List<Named> about,
        List<Named> teaches,
        List<String> keywords,
        @Nullable Named author,
        @Nullable Named publisher,
        Named provider,
        String license,
        String creditText,
        @Nullable String timeRequired,
        String datePublished,
        boolean isAccessibleForFree,
        List<Original> isBasedOn,
        List<Download> associatedMedia) {

    record Named(@JsonProperty("@type") String type, String name) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Original(
            @JsonProperty("@type") String type,
            String name,
            String creditText,
            @Nullable String license) {}

    record Download(
            @JsonProperty("@type") String type,
            String contentUrl,
            String encodingFormat,
            String contentSize,
            String name) {}

    static LinkedData of(OpenLibrary library, Work work, Addresses at) {
        var metadata = work.about();
        var type = metadata.type();
        var subject = metadata.subject();
        var picture = work.picture();
        var minutes = metadata.durationMinutes();
        return new LinkedData(
                "https://schema.org",
                List.of("LearningResource", "CreativeWork"),
                work.urn(),
                work.urn(),
                metadata.title(),
                metadata.description(),
                at.material(work.id()),
                picture == null ? null : at.thumbnail(picture),
                metadata.language(),
                type == null ? null : type.words(),
                levels(work),
                subject == null ? List.of() : List.of(new Named("Thing", Subjects.nameOf(subject))),
                teaches(work),
                metadata.keywords(),
                named("Person", metadata.author()),
                named("Organization", metadata.unit()),
                new Named("EducationalOrganization", library.name()),
                address(metadata.licence()),
                work.attribution(),
                minutes == null ? null : "PT" + minutes + "M",
                work.publishedAt().toString(),
                true,
                metadata.basedOn().stream().map(LinkedData::original).toList(),
                work.contents().stream()
                        .map(file -> new Download(
                                "MediaObject", at.file(file.id()), file.mediaType(), file.size() + " B", file.name()))
                        .toList());
    }

    private static Original original(BasedOn work) {
        return new Original(
                "CreativeWork",
                work.title(),
                Attribution.of(work),
                work.licence() == null ? null : address(work.licence()));
    }

    private static String address(@Nullable Licence licence) {
        return licence == null ? "" : licence.isOpen() ? licence.address() : licence.label();
    }

    private static List<String> levels(Work work) {
        var levels = new ArrayList<String>();
        work.about().grades().forEach(grade -> levels.add("Lớp " + grade));
        var level = work.about().level();
        if (level != null) {
            levels.add(Lom.words(level));
        }
        return levels;
    }

    private static List<Named> teaches(Work work) {
        var teaches = new ArrayList<Named>();
        work.about().outcomes().forEach(outcome -> teaches.add(new Named("DefinedTerm", outcome)));
        work.about().indicators().forEach(code -> teaches.add(new Named("DefinedTerm", code)));
        return teaches;
    }

    private static @Nullable Named named(String type, String name) {
        return name.isEmpty() ? null : new Named(type, name);
    }
}
