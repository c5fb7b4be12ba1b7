package vn.lopmo.content.material;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.VietnameseText;

/// What a librarian writes about a material. A draft may lack anything; [#missing()] says what publishing still needs.
public record Metadata(
        @Size(max = 300) String title,
        @Size(max = 4000) String description,
        @Nullable MaterialType type,
        @Nullable @Pattern(regexp = Subjects.CODES) String subject,
        @Size(max = 12) List<@NotNull @Min(1) @Max(12) Integer> grades,
        @Size(max = 200) String textbook,
        @Size(max = 300) String author,
        @Nullable Licence licence,
        @Size(max = 500) String source,
        @Size(max = 30) List<@NotNull @Size(max = 80) String> keywords,
        @Size(max = 50) List<@NotNull @Size(max = 40) String> indicators) {

    public Metadata {
        title = tidy(title);
        description = tidy(description);
        subject = subject == null || subject.isBlank() ? null : subject.strip();
        grades =
                grades == null ? List.of() : grades.stream().distinct().sorted().toList();
        textbook = tidy(textbook);
        author = tidy(author);
        source = tidy(source);
        keywords = words(keywords);
        indicators = words(indicators);
    }

    /// The start of a description: a title and nothing else.
    public static Metadata titled(String title) {
        return new Metadata(title, "", null, null, List.of(), "", "", null, "", List.of(), List.of());
    }

    public Metadata withType(MaterialType known) {
        return new Metadata(
                title, description, known, subject, grades, textbook, author, licence, source, keywords, indicators);
    }

    /// With what a file says of itself, cut to what fits; its title takes the place of the file's name.
    Metadata filledWith(
            String foundTitle,
            String foundDescription,
            String foundAuthor,
            @Nullable Licence foundLicence,
            String foundSource) {
        return new Metadata(
                foundTitle.isBlank() ? title : cut(foundTitle, 300),
                cut(foundDescription, 4000),
                type,
                subject,
                grades,
                textbook,
                cut(foundAuthor, 300),
                foundLicence,
                cut(foundSource, 500),
                keywords,
                indicators);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /// The fields that publishing still needs, in the order of the form; `author` stands for "author or source".
    List<String> missing() {
        var fields = new ArrayList<String>();
        addIf(title.isEmpty(), "title", fields);
        addIf(type == null, "type", fields);
        addIf(subject == null, "subject", fields);
        addIf(grades.isEmpty(), "grades", fields);
        addIf(licence == null, "licence", fields);
        addIf(author.isEmpty() && source.isEmpty(), "author", fields);
        return fields;
    }

    public boolean staffOnly() {
        return licence != null && licence.staffOnly();
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
