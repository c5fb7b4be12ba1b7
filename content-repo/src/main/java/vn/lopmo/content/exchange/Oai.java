package vn.lopmo.content.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.exchange.OaiFault.Code;
import vn.lopmo.content.exchange.OpenRecords.Entry;
import vn.lopmo.content.exchange.OpenRecords.Place;
import vn.lopmo.content.material.Readership;
import vn.lopmo.content.material.Subjects;

/// Answers harvesters of other libraries in the Open Archives Initiative's protocol (OAI-PMH 2.0).
@ApplicationScoped
class Oai {
    private static final int PAGE = 100;
    private static final String PROTOCOL = "http://www.openarchives.org/OAI/2.0/";
    private static final Map<String, String> ROOT = new TreeMap<>(Map.of(
            "xmlns",
            PROTOCOL,
            "xmlns:xsi",
            Xml.INSTANCE,
            "xsi:schemaLocation",
            PROTOCOL + " http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"));

    private final OpenRecords records;
    private final Works works;
    private final Clock clock;

    Oai(OpenRecords records, Works works, Clock clock) {
        this.records = records;
        this.works = works;
        this.clock = clock;
    }

    /// One request, with what every step of the answer needs.
    private record Visit(OpenLibrary library, Addresses at, Instant now, Xml xml) {}

    String answer(OpenLibrary library, Addresses at, MultivaluedMap<String, String> sent) {
        var now = clock.instant();
        OaiArguments asked;
        try {
            asked = OaiArguments.of(sent);
        } catch (OaiFault fault) {
            return refused(at, now, Map.of(), fault);
        }
        try {
            var visit = new Visit(library, at, now, new Xml());
            return visit.xml
                    .in("OAI-PMH", ROOT, () -> {
                        head(visit.xml, at, now, asked.asAttributes());
                        visit.xml.in(asked.verb().name(), () -> answer(visit, asked));
                    })
                    .done();
        } catch (OaiFault fault) {
            // badVerb and badArgument repeat no arguments, by the protocol
            boolean bare = fault.code() == Code.badArgument;
            return refused(at, now, bare ? Map.of() : asked.asAttributes(), fault);
        }
    }

    private static String refused(Addresses at, Instant now, Map<String, String> asked, OaiFault fault) {
        var xml = new Xml();
        return xml.in("OAI-PMH", ROOT, () -> {
                    head(xml, at, now, asked);
                    xml.put("error", Map.of("code", fault.code().name()), fault.words());
                })
                .done();
    }

    private static void head(Xml xml, Addresses at, Instant now, Map<String, String> asked) {
        xml.put("responseDate", second(now));
        xml.put("request", asked, at.oai());
    }

    private void answer(Visit visit, OaiArguments asked) {
        switch (asked.verb()) {
            case Identify -> identify(visit);
            case ListMetadataFormats -> formats(visit, asked);
            case ListSets -> sets(visit, asked);
            case ListIdentifiers -> list(visit, asked, false);
            case ListRecords -> list(visit, asked, true);
            case GetRecord -> one(visit, asked);
        }
    }

    private void identify(Visit visit) {
        visit.xml
                .put("repositoryName", visit.library.name())
                .put("baseURL", visit.at.oai())
                .put("protocolVersion", "2.0")
                .put("adminEmail", visit.library.email())
                .put("earliestDatestamp", second(records.earliest(visit.library.schoolId(), visit.now)))
                .put("deletedRecord", "persistent")
                .put("granularity", "YYYY-MM-DDThh:mm:ssZ");
    }

    private void formats(Visit visit, OaiArguments asked) {
        if (asked.find("identifier") != null) {
            entry(visit, asked.identifier());
        }
        for (OaiFormat format : OaiFormat.values()) {
            visit.xml.in("metadataFormat", () -> visit.xml
                    .put("metadataPrefix", format.prefix())
                    .put("schema", format.schema())
                    .put("metadataNamespace", format.namespace()));
        }
    }

    /// A set for each subject of the curriculum that has something in it.
    private void sets(Visit visit, OaiArguments asked) {
        if (asked.find("resumptionToken") != null) {
            throw new OaiFault(Code.badResumptionToken, "the list of sets is given whole");
        }
        var subjects = records.subjects(visit.library.schoolId(), visit.now);
        if (subjects.isEmpty()) {
            throw new OaiFault(Code.noSetHierarchy, "there is nothing in any set");
        }
        for (String subject : subjects) {
            visit.xml.in("set", () -> visit.xml.put("setSpec", subject).put("setName", Subjects.nameOf(subject)));
        }
    }

    private void list(Visit visit, OaiArguments asked, boolean whole) {
        var text = asked.find("resumptionToken");
        var token = text == null
                ? new ResumptionToken(asked.format(), asked.wish(), Place.START, 0)
                : ResumptionToken.of(text);
        var school = visit.library.schoolId();
        var found = records.after(school, token.wish(), token.place(), PAGE + 1, visit.now);
        if (found.isEmpty() && text == null) {
            throw new OaiFault(Code.noRecordsMatch, "nothing fits");
        }
        var page = found.size() > PAGE ? found.subList(0, PAGE) : found;
        records(visit, page, token.format(), whole);
        if (found.size() > PAGE || text != null) {
            resumption(visit, token, found.size() > PAGE ? page : List.of());
        }
    }

    /// @param page empty at the end of the list, where the token is empty
    private void resumption(Visit visit, ResumptionToken token, List<Entry> page) {
        var size = records.size(visit.library.schoolId(), token.wish(), visit.now);
        var attributes = Map.of(
                "completeListSize",
                String.valueOf(Math.max(size, token.told())),
                "cursor",
                String.valueOf(token.told()));
        if (page.isEmpty()) {
            visit.xml.empty("resumptionToken", attributes);
            return;
        }
        var last = page.getLast();
        var next = new ResumptionToken(
                token.format(), token.wish(), new Place(last.stamp(), last.materialId()), token.told() + page.size());
        visit.xml.put("resumptionToken", attributes, next.text());
    }

    private void one(Visit visit, OaiArguments asked) {
        var format = asked.format();
        records(visit, List.of(entry(visit, asked.identifier())), format, true);
    }

    private Entry entry(Visit visit, UUID id) {
        return records.find(visit.library.schoolId(), id, visit.now)
                .orElseThrow(() -> new OaiFault(Code.idDoesNotExist, "no such record"));
    }

    private void records(Visit visit, List<Entry> page, OaiFormat format, boolean whole) {
        var open = page.stream()
                .filter(entry -> !entry.deleted())
                .map(Entry::materialId)
                .toList();
        var found = whole
                ? works.of(visit.library.schoolId(), open, Readership.ofAnybody(visit.now))
                : Map.<UUID, Work>of();
        for (Entry entry : page) {
            if (whole) {
                visit.xml.in("record", () -> record(visit, entry, found.get(entry.materialId()), format));
            } else {
                header(visit.xml, entry, entry.deleted());
            }
        }
    }

    /// The shelf and the material are asked apart; what the material itself does not open is not given out.
    private static void record(Visit visit, Entry entry, @Nullable Work work, OaiFormat format) {
        header(visit.xml, entry, work == null);
        if (work != null) {
            visit.xml.in("metadata", () -> format.write(visit.xml, work, visit.at));
        }
    }

    private static void header(Xml xml, Entry entry, boolean deleted) {
        xml.in("header", deleted ? Map.of("status", "deleted") : Map.of(), () -> xml.put(
                        "identifier", "urn:uuid:" + entry.materialId())
                .put("datestamp", second(entry.stamp()))
                .put("setSpec", entry.subject()));
    }

    private static String second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
