package vn.lopmo.content.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.Subjects;

/// The shapes of an OPDS 2.0 catalogue, which e-readers browse. Members that are empty are left out.
final class Opds {
    static final String FEED = "application/opds+json";
    static final String PUBLICATION = "application/opds-publication+json";
    private static final String OPEN_ACCESS = "http://opds-spec.org/acquisition/open-access";

    private Opds() {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Feed(
            About metadata,
            List<Link> links,
            List<Link> navigation,
            List<Facet> facets,
            List<Publication> publications) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record About(
            String title,
            @Nullable Integer numberOfItems,
            @Nullable Integer itemsPerPage,
            @Nullable Integer currentPage) {
        static About of(String title) {
            return new About(title, null, null, null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Link(
            String href,
            String type,
            @Nullable String rel,
            @Nullable String title,
            @Nullable Boolean templated,
            @Nullable Properties properties) {
        static Link of(String rel, String href, String type) {
            return new Link(href, type, rel, null, null, null);
        }

        static Link titled(String title, String href, int items) {
            return new Link(href, FEED, null, title, null, new Properties(items));
        }
    }

    record Properties(int numberOfItems) {}

    record Facet(About metadata, List<Link> links) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Publication(Description metadata, List<Link> links, List<Link> images) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Description(
            @JsonProperty("@type") String type,
            String identifier,
            String title,
            String author,
            String publisher,
            String language,
            String modified,
            String description,
            List<String> subject,
            String rights) {}

    static Publication of(Work work, Addresses at) {
        var about = work.about();
        var description = new Description(
                "http://schema.org/LearningResource",
                work.urn(),
                about.title(),
                about.author(),
                about.unit(),
                about.language(),
                work.publishedAt().toString(),
                about.description(),
                subjects(work),
                work.attribution());
        var picture = work.picture();
        return new Publication(
                description,
                links(work, at),
                picture == null
                        ? List.of()
                        : List.of(new Link(at.thumbnail(picture), "image/jpeg", null, null, null, null)));
    }

    /// A work without files is had by its page.
    private static List<Link> links(Work work, Addresses at) {
        var links = new ArrayList<Link>();
        links.add(Link.of("self", at.publication(work.id()), PUBLICATION));
        work.contents()
                .forEach(file -> links.add(
                        new Link(at.file(file.id()), file.mediaType(), OPEN_ACCESS, file.name(), null, null)));
        links.add(Link.of(work.contents().isEmpty() ? OPEN_ACCESS : "alternate", at.material(work.id()), "text/html"));
        var licence = Objects.requireNonNull(work.about().licence());
        if (licence.isOpen()) {
            links.add(licence(licence));
        }
        return links;
    }

    private static Link licence(Licence licence) {
        return new Link(licence.address(), "text/html", "license", licence.label(), null, null);
    }

    private static List<String> subjects(Work work) {
        var about = work.about();
        var subjects = new ArrayList<String>();
        if (about.subject() != null) {
            subjects.add(Subjects.nameOf(about.subject()));
        }
        about.grades().forEach(grade -> subjects.add("Lớp " + grade));
        subjects.addAll(about.keywords());
        return subjects;
    }
}
