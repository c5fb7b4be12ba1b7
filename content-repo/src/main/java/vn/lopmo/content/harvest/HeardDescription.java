package vn.lopmo.content.harvest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lopmo.content.file.reading.Licences;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.Metadata;
import vn.lopmo.content.material.MetadataEdit;
import vn.lopmo.content.material.Subjects;
import vn.lopmo.platform.text.VietnameseText;

/// What another library tells of a work, in our fields: Dublin Core and LOM as docs/metadata.md maps them, read
/// backwards. What is longer than our fields is cut; a licence is taken only where one of ours is named.
///
/// @param metadata its source is the address at which the work is to be had
/// @param rights all that was said of them, word by word
record HeardDescription(Metadata metadata, String rights) {
    static final int LONGEST_RIGHTS = 4000;
    private static final int MOST_WORDS = 30;
    private static final int LONGEST_WORD = 80;
    private static final Pattern GRADE = Pattern.compile("(?iu)(?:lớp|grade)\\s*(\\d{1,2})");
    private static final Pattern CARD = Pattern.compile("(?m)^FN[^:\\r\\n]*:(.*)$");

    static HeardDescription of(OaiPage.Heard heard) {
        var element = Objects.requireNonNull(heard.metadata());
        var told = element.getLocalName().equals("lom") ? lom(element) : dublinCore(element);
        return described(told, heard.identifier());
    }

    /// The same from either format.
    private record Told(
            String title,
            String description,
            List<String> authors,
            String unit,
            List<String> subjects,
            List<String> outcomes,
            List<String> types,
            List<String> addresses,
            String language,
            List<String> rights) {}

    private static Told dublinCore(Element dc) {
        return new Told(
                Nodes.text(dc, "title"),
                texts(Nodes.children(dc, "description")).stream().collect(Collectors.joining("\n")),
                texts(Nodes.children(dc, "creator")),
                Nodes.text(dc, "publisher"),
                texts(Nodes.children(dc, "subject")),
                List.of(),
                texts(Nodes.children(dc, "type")),
                texts(Stream.concat(Nodes.children(dc, "identifier"), Nodes.children(dc, "relation"))),
                Nodes.text(dc, "language"),
                texts(Nodes.children(dc, "rights")));
    }

    private static Told lom(Element lom) {
        return new Told(
                first(Nodes.path(lom, "general", "title", "string")),
                first(Nodes.path(lom, "general", "description", "string")),
                names(lom, "author"),
                names(lom, "publisher").stream().findFirst().orElse(""),
                texts(Stream.concat(
                        Nodes.path(lom, "general", "keyword", "string"),
                        Stream.concat(taxa(lom, "discipline"), taxa(lom, "educational level")))),
                texts(taxa(lom, "educational objective")),
                texts(Nodes.path(lom, "educational", "learningResourceType", "value")),
                texts(Nodes.path(lom, "technical", "location")),
                first(Nodes.path(lom, "general", "language")),
                texts(Nodes.path(lom, "rights", "description", "string")));
    }

    private static List<String> names(Element lom, String role) {
        return Nodes.path(lom, "lifeCycle", "contribute")
                .filter(each -> first(Nodes.path(each, "role", "value")).equalsIgnoreCase(role))
                .flatMap(each -> Nodes.children(each, "entity"))
                .map(Nodes::text)
                .map(card -> {
                    var name = CARD.matcher(card);
                    return name.find() ? name.group(1).replace("\\", "").strip() : card;
                })
                .toList();
    }

    private static Stream<Element> taxa(Element lom, String purpose) {
        return Nodes.children(lom, "classification")
                .filter(each -> first(Nodes.path(each, "purpose", "value")).equals(purpose))
                .flatMap(each -> Nodes.path(each, "taxonPath", "taxon", "entry", "string"));
    }

    private static HeardDescription described(Told told, String identifier) {
        var subject = told.subjects.stream()
                .flatMap(word -> subject(word).stream())
                .findFirst()
                .orElse(null);
        var metadata = new MetadataEdit()
                .title(cut(plain(told.title.isEmpty() ? identifier : told.title), 300))
                .description(cut(plain(told.description), 4000))
                .author(cut(String.join("; ", told.authors), 300))
                .unit(cut(told.unit, 200))
                .subject(subject)
                .grades(grades(told.subjects))
                .keywords(keywords(told.subjects))
                .outcomes(told.outcomes.stream()
                        .map(each -> cut(each, 500))
                        .limit(MOST_WORDS)
                        .toList())
                .type(type(told.types))
                .language(language(told.language))
                .licence(licence(told.rights))
                .source(cut(address(told.addresses).orElse(identifier), 500))
                .done();
        return new HeardDescription(metadata, cut(String.join("\n", told.rights), LONGEST_RIGHTS));
    }

    private static Optional<String> subject(String word) {
        return Subjects.codes().stream()
                .filter(code -> same(Subjects.nameOf(code), word))
                .findFirst();
    }

    private static List<Integer> grades(List<String> subjects) {
        return subjects.stream()
                .map(GRADE::matcher)
                .filter(found -> found.matches())
                .map(found -> Integer.valueOf(found.group(1)))
                .filter(grade -> grade >= 1 && grade <= 12)
                .toList();
    }

    private static List<String> keywords(List<String> subjects) {
        return subjects.stream()
                .filter(word -> subject(word).isEmpty() && !GRADE.matcher(word).matches())
                .filter(word -> word.length() <= LONGEST_WORD)
                .limit(MOST_WORDS)
                .toList();
    }

    /// Ours by their words, and those of the DCMI type vocabulary that mean one of ours.
    private static @Nullable MaterialType type(List<String> types) {
        return types.stream()
                .flatMap(word -> Stream.concat(
                        Arrays.stream(MaterialType.values()).filter(type -> same(type.words(), word)), ofDcmi(word)))
                .findFirst()
                .orElse(null);
    }

    private static Stream<MaterialType> ofDcmi(String word) {
        return switch (word.replaceFirst("^http://purl.org/dc/dcmitype/", "").toLowerCase(Locale.ROOT)) {
            case "text" -> Stream.of(MaterialType.TAI_LIEU);
            case "image", "stillimage" -> Stream.of(MaterialType.HINH_ANH);
            case "movingimage" -> Stream.of(MaterialType.VIDEO);
            case "sound" -> Stream.of(MaterialType.AM_THANH);
            case "interactiveresource" -> Stream.of(MaterialType.GOI_TUONG_TAC);
            default -> Stream.empty();
        };
    }

    private static @Nullable Licence licence(List<String> rights) {
        var name = Licences.in(String.join("\n", rights));
        return name == null ? null : Licence.valueOf(name);
    }

    private static Optional<String> address(List<String> addresses) {
        return addresses.stream()
                .filter(each -> each.matches("(?i)https?://\\S+"))
                .findFirst();
    }

    private static String language(String told) {
        return switch (told.toLowerCase(Locale.ROOT)) {
            case "vie", "vietnamese" -> "vi";
            case "eng", "english" -> "en";
            default -> told.matches("[a-z]{2}([_-].*)?") ? told.substring(0, 2) : "";
        };
    }

    private static boolean same(String one, String other) {
        return VietnameseText.fold(one).equals(VietnameseText.fold(other.strip()));
    }

    private static String first(Stream<Element> elements) {
        return elements.map(Nodes::text).findFirst().orElse("");
    }

    private static List<String> texts(Stream<Element> elements) {
        var texts = new ArrayList<String>();
        elements.map(Nodes::text).filter(text -> !text.isEmpty()).forEach(texts::add);
        return texts;
    }

    private static String plain(String maybeHtml) {
        return maybeHtml.contains("<") ? Jsoup.parse(maybeHtml).text() : maybeHtml;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
