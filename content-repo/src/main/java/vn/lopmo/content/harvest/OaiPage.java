package vn.lopmo.content.harvest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// One answer of another library, as OAI-PMH 2.0 has it. Without document types and entities: whoever sends one is not
/// understood.
///
/// @param theirClock when it was given, by the clock of who gave it
/// @param fault the protocol's code of what is wrong with the question; null if nothing is
/// @param token to ask for the next page; null on the last
/// @param total how many records there are, if they say
record OaiPage(
        Instant theirClock,
        @Nullable String fault,
        List<Heard> records,
        List<Section> sets,
        @Nullable About about,
        List<String> prefixes,
        @Nullable String token,
        @Nullable Long total) {

    /// A record as it was told.
    ///
    /// @param metadata null of one that is gone
    record Heard(
            String identifier,
            Instant stamp,
            boolean gone,
            @Nullable Element metadata) {}

    /// A set of records that can be asked for apart.
    record Section(String spec, String name) {}

    /// What a library says of itself.
    ///
    /// @param byDay it tells days apart, but no moments
    /// @param tellsOfGone whether it tells of records that are gone, in the protocol's word: no, persistent,
    /// transient
    record About(String name, String email, boolean byDay, String tellsOfGone) {}

    /// What came is not OAI-PMH.
    static final class NotUnderstood extends Exception {
        NotUnderstood(@Nullable Throwable cause) {
            super(cause);
        }
    }

    static OaiPage of(byte[] content) throws NotUnderstood {
        var root = parsed(content);
        var clock = Nodes.child(root, "responseDate").map(Nodes::text);
        if (!root.getLocalName().equals("OAI-PMH") || clock.isEmpty()) {
            throw new NotUnderstood(null);
        }
        try {
            return page(root, moment(clock.get()));
        } catch (DateTimeException | NumberFormatException nonsense) {
            throw new NotUnderstood(nonsense);
        }
    }

    private static OaiPage page(Element root, Instant clock) throws NotUnderstood {
        var list = Nodes.child(root, "ListRecords").or(() -> Nodes.child(root, "ListSets"));
        var token = list.flatMap(found -> Nodes.child(found, "resumptionToken"));
        return new OaiPage(
                clock,
                Nodes.child(root, "error")
                        .map(error -> error.getAttribute("code"))
                        .orElse(null),
                records(root),
                list.stream()
                        .flatMap(found -> Nodes.children(found, "set"))
                        .map(set -> new Section(Nodes.text(set, "setSpec"), Nodes.text(set, "setName")))
                        .toList(),
                Nodes.child(root, "Identify").map(OaiPage::about).orElse(null),
                Nodes.child(root, "ListMetadataFormats").stream()
                        .flatMap(found -> Nodes.children(found, "metadataFormat"))
                        .map(format -> Nodes.text(format, "metadataPrefix"))
                        .toList(),
                token.map(Nodes::text).filter(text -> !text.isEmpty()).orElse(null),
                token.map(found -> found.getAttribute("completeListSize").strip())
                        .filter(size -> size.matches("\\d{1,12}"))
                        .map(Long::valueOf)
                        .orElse(null));
    }

    private static List<Heard> records(Element root) throws NotUnderstood {
        var all = Nodes.child(root, "ListRecords").stream()
                .flatMap(list -> Nodes.children(list, "record"))
                .map(OaiPage::heard)
                .toList();
        if (all.stream().anyMatch(Optional::isEmpty)) {
            throw new NotUnderstood(null);
        }
        return all.stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Heard> heard(Element record) {
        return Nodes.child(record, "header")
                .filter(header -> !Nodes.text(header, "identifier").isEmpty())
                .map(header -> new Heard(
                        Nodes.text(header, "identifier"),
                        moment(Nodes.text(header, "datestamp")),
                        header.getAttribute("status").equals("deleted"),
                        Nodes.child(record, "metadata")
                                .flatMap(Nodes::firstChild)
                                .orElse(null)));
    }

    private static About about(Element identify) {
        return new About(
                Nodes.text(identify, "repositoryName"),
                Nodes.text(identify, "adminEmail"),
                Nodes.text(identify, "granularity").equals("YYYY-MM-DD"),
                Nodes.text(identify, "deletedRecord"));
    }

    private static Instant moment(String text) {
        return text.length() == "2026-11-21".length()
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : Instant.parse(text);
    }

    private static Element parsed(byte[] content) throws NotUnderstood {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (SAXException | IOException nonsense) {
            throw new NotUnderstood(nonsense);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
