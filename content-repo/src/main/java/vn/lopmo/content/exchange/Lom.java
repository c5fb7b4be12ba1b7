package vn.lopmo.content.exchange;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Attribution;
import vn.lopmo.content.material.Level;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.Metadata;
import vn.lopmo.content.material.Subjects;

/// A work in the XML binding of IEEE LOM (1484.12.3), as docs/metadata.md maps it. The elements stand in the order of
/// the standard's sections; values from its vocabularies name `LOMv1.0`, the ministry's own name us.
final class Lom {
    static final String NAMESPACE = "http://ltsc.ieee.org/xsd/LOM";
    static final String SCHEMA = "http://ltsc.ieee.org/xsd/lomv1.0/lom.xsd";
    private static final String STANDARD = "LOMv1.0";
    private static final String OURS = "Thông tư 16/2022/TT-BGDĐT";
    private static final int AGE_OF_FIRST_GRADE = 6;

    private final Xml xml;
    private final Work work;
    private final Metadata about;
    private final @Nullable Addresses at;

    private Lom(Xml xml, Work work, @Nullable Addresses at) {
        this.xml = xml;
        this.work = work;
        this.about = work.about();
        this.at = at;
    }

    /// @param at null for a copy that leaves the library: where it will lie nobody knows
    static void write(Xml xml, Work work, @Nullable Addresses at) {
        var attributes = new TreeMap<>(
                Map.of("xmlns", NAMESPACE, "xmlns:xsi", Xml.INSTANCE, "xsi:schemaLocation", NAMESPACE + " " + SCHEMA));
        xml.in("lom", attributes, new Lom(xml, work, at)::sections);
    }

    private void sections() {
        xml.in("general", this::general);
        xml.in("lifeCycle", this::lifeCycle);
        xml.in("metaMetadata", () -> xml.put("metadataSchema", STANDARD).put("language", about.language()));
        xml.in("technical", this::technical);
        xml.in("educational", this::educational);
        xml.in("rights", this::rights);
        relations();
        classifications();
    }

    private void general() {
        identifier("URI", work.urn());
        text("title", about.title());
        xml.put("language", about.language());
        text("description", about.description());
        about.keywords().forEach(keyword -> text("keyword", keyword));
        text("coverage", about.chapter());
        text("coverage", about.lesson());
    }

    private void lifeCycle() {
        text("version", String.valueOf(work.version().version()));
        term("status", STANDARD, "final");
        contribute("author", about.author());
        contribute("publisher", about.unit());
    }

    private void contribute(String role, String name) {
        if (name.isEmpty()) {
            return;
        }
        xml.in("contribute", () -> {
            term("role", STANDARD, role);
            xml.put("entity", card(name));
            xml.in("date", () -> xml.put("dateTime", work.publishedAt().toString()));
        });
    }

    /// A vCard 3.0, where commas and semicolons would end a value.
    static String card(String name) {
        var plain = name.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replace("\n", " ");
        return "BEGIN:VCARD\nVERSION:3.0\nN:" + plain + "\nFN:" + plain + "\nEND:VCARD";
    }

    private void technical() {
        work.contents().stream().map(file -> file.mediaType()).distinct().forEach(type -> xml.put("format", type));
        long size = work.contents().stream().mapToLong(file -> file.size()).sum();
        xml.put("size", String.valueOf(size));
        if (at != null) {
            xml.put("location", at.material(work.id()));
        }
        duration("duration");
    }

    private void educational() {
        var type = about.type();
        if (type != null) {
            term("learningResourceType", OURS, type.words());
        }
        term("intendedEndUserRole", STANDARD, "learner");
        var level = about.level();
        if (level != null) {
            term("context", OURS, words(level));
        }
        for (int grade : about.grades()) {
            int age = grade + AGE_OF_FIRST_GRADE - 1;
            text("typicalAgeRange", age + "-" + (age + 1));
        }
        duration("typicalLearningTime");
        xml.put("language", about.language());
    }

    private void rights() {
        var licence = about.licence();
        term("cost", STANDARD, "no");
        term("copyrightAndOtherRestrictions", STANDARD, licence == Licence.CC0 ? "no" : "yes");
        text("description", licence == null ? work.attribution() : licence.address() + " " + work.attribution());
    }

    private void relations() {
        about.basedOn().forEach(original -> relation("isbasedon", Attribution.of(original)));
        if (!about.source().isEmpty()) {
            relation("isbasedon", about.source());
        }
        if (!about.textbook().isEmpty()) {
            relation("references", about.textbook());
        }
    }

    private void relation(String kind, String words) {
        xml.in("relation", () -> {
            term("kind", STANDARD, kind);
            xml.in("resource", () -> text("description", words));
        });
    }

    private void classifications() {
        var subject = about.subject();
        if (subject != null) {
            classification(
                    "discipline", "Chương trình GDPT 2018", List.of(Map.entry(subject, Subjects.nameOf(subject))));
        }
        about.grades()
                .forEach(grade -> classification(
                        "educational level", "Lớp", List.of(Map.entry(String.valueOf(grade), "Lớp " + grade))));
        about.outcomes()
                .forEach(outcome ->
                        classification("educational objective", "Yêu cầu cần đạt", List.of(Map.entry("", outcome))));
        about.indicators()
                .forEach(code ->
                        classification("competency", "Thông tư 02/2025/TT-BGDĐT", List.of(Map.entry(code, code))));
    }

    private void classification(String purpose, String source, List<Map.Entry<String, String>> path) {
        xml.in("classification", () -> {
            term("purpose", STANDARD, purpose);
            xml.in("taxonPath", () -> {
                text("source", source);
                path.forEach(taxon -> xml.in("taxon", () -> {
                    xml.put("id", taxon.getKey());
                    text("entry", taxon.getValue());
                }));
            });
        });
    }

    private void identifier(String catalogue, String entry) {
        xml.in("identifier", () -> xml.put("catalog", catalogue).put("entry", entry));
    }

    private void term(String name, String source, String value) {
        xml.in(name, () -> xml.put("source", source).put("value", value));
    }

    private void text(String name, String words) {
        if (!words.isEmpty()) {
            xml.in(name, () -> xml.put("string", Map.of("language", "vi"), words));
        }
    }

    private void duration(String name) {
        Integer minutes = about.durationMinutes();
        if (minutes != null) {
            xml.in(name, () -> xml.put("duration", "PT" + minutes + "M"));
        }
    }

    static String words(Level level) {
        return switch (level) {
            case TIEU_HOC -> "Tiểu học";
            case THCS -> "Trung học cơ sở";
            case THPT -> "Trung học phổ thông";
        };
    }
}
