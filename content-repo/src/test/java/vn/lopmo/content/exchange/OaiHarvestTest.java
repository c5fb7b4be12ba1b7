package vn.lopmo.content.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gdcc.xoai.model.oaipmh.DeletedRecord;
import io.gdcc.xoai.model.oaipmh.Granularity;
import io.gdcc.xoai.model.oaipmh.results.Record;
import io.gdcc.xoai.serviceprovider.ServiceProvider;
import io.gdcc.xoai.serviceprovider.client.OAIClient;
import io.gdcc.xoai.serviceprovider.model.Context;
import io.gdcc.xoai.serviceprovider.model.Context.KnownTransformer;
import io.gdcc.xoai.serviceprovider.parameters.ListRecordsParameters;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import vn.lopmo.content.SignedTokens;

/// A harvester that others wrote takes the whole library, in pages, and sees what went away.
/// `-Dharvest.records=10000` takes that many.
@QuarkusTest
@TestProfile(SignedTokens.class)
class OaiHarvestTest {
    private static final Logger LOG = Logger.getLogger(OaiHarvestTest.class);
    private static final int RECORDS = Integer.getInteger("harvest.records", 250);

    private final OpenShelfFixture shelf = new OpenShelfFixture();

    @Test
    void aHarvesterTakesEverythingAndSeesWhatWentAway() throws Exception {
        shelf.open(shelf.library.librarian).statusCode(200);
        var published = shelf.publishMany(RECORDS);
        var harvester = harvester();

        var about = harvester.identify();
        var begun = System.nanoTime();
        var first = taken(harvester.listRecords(all()));
        long millis = (System.nanoTime() - begun) / 1_000_000;
        LOG.infof("%d records harvested in %d ms", first.size(), millis);

        assertEquals("Thư viện THCS Nguyễn Du", about.getRepositoryName());
        assertEquals(DeletedRecord.PERSISTENT, about.getDeletedRecord());
        assertEquals(names(published), identifiers(first, false));
        assertEquals(RECORDS, first.size());

        var gone = published.subList(0, 7);
        gone.forEach(id -> shelf.library.withdraw(id.toString(), "Sai đáp án"));
        var second = taken(harvester.listRecords(all()));

        assertEquals(RECORDS, second.size());
        assertEquals(names(gone), identifiers(second, true));
        assertEquals(
                names(gone), identifiers(second.subList(RECORDS - 7, RECORDS), true), "what changed last comes last");
        assertEquals(
                RECORDS / 2,
                taken(harvester.listRecords(all().withSetSpec("ngu-van"))).size());
    }

    @Test
    void whatChangesDuringAHarvestIsNotMissed() throws Exception {
        shelf.open(shelf.library.librarian).statusCode(200);
        var published = shelf.publishMany(250);
        var list = harvester().listRecords(all());

        var taken = new ArrayList<Record>();
        while (taken.size() < 120 && list.hasNext()) {
            taken.add(list.next());
        }
        var behind = published.get(3);
        var ahead = published.get(240);
        shelf.library.withdraw(behind.toString(), "Gỡ");
        shelf.library.withdraw(ahead.toString(), "Gỡ");
        list.forEachRemaining(taken::add);

        assertEquals(
                names(published),
                taken.stream().map(record -> record.getHeader().getIdentifier()).collect(Collectors.toSet()));
        assertEquals(names(List.of(behind, ahead)), identifiers(taken, true));
    }

    @Test
    void wrongQuestionsAreAnsweredInTheProtocolsWords() throws Exception {
        shelf.open(shelf.library.librarian).statusCode(200);

        assertTrue(asked("?verb=ListRecords&metadataPrefix=oai_dc").contains("code=\"noRecordsMatch\""));
        assertTrue(asked("?verb=ListSets").contains("code=\"noSetHierarchy\""));
        var one = shelf.publishMany(1).getFirst();
        for (var each : List.of(
                List.of("", "badVerb"),
                List.of("?verb=Nothing", "badVerb"),
                List.of("?verb=Identify&verb=Identify", "badVerb"),
                List.of("?verb=Identify&from=2026-01-01", "badArgument"),
                List.of("?verb=ListRecords", "badArgument"),
                List.of(
                        "?verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-01T00:00:00Z",
                        "badArgument"),
                List.of("?verb=ListRecords&metadataPrefix=oai_dc&from=2026-13-01", "badArgument"),
                List.of("?verb=ListRecords&metadataPrefix=oai_dc&from=2027-01-01&until=2026-01-01", "badArgument"),
                List.of("?verb=ListRecords&metadataPrefix=marc", "cannotDisseminateFormat"),
                List.of("?verb=ListRecords&metadataPrefix=oai_dc&until=2001-01-01", "noRecordsMatch"),
                List.of("?verb=ListRecords&metadataPrefix=oai_dc&set=hoa-hoc", "noRecordsMatch"),
                List.of("?verb=ListRecords&resumptionToken=xyz", "badResumptionToken"),
                List.of("?verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=xyz", "badArgument"),
                List.of("?verb=GetRecord&metadataPrefix=oai_dc", "badArgument"),
                List.of("?verb=GetRecord&metadataPrefix=oai_dc&identifier=1", "idDoesNotExist"),
                List.of(
                        "?verb=GetRecord&metadataPrefix=oai_dc&identifier=urn:uuid:" + UUID.randomUUID(),
                        "idDoesNotExist"))) {
            assertTrue(asked(each.get(0)).contains("code=\"" + each.get(1) + "\""), each.get(0) + asked(each.get(0)));
        }
        var lom = asked("?verb=GetRecord&metadataPrefix=oai_lom&identifier=urn:uuid:" + one);
        assertTrue(lom.contains("<lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\""), lom);
        assertTrue(lom.contains("Bài tập số 0 &lt;≤ &amp; \"ngoặc\"&gt;"), lom);
        assertEquals("http://ltsc.ieee.org/xsd/LOM", cutOut(lom).getNamespaceURI());
        var dublinCore = asked("?verb=GetRecord&metadataPrefix=oai_dc&identifier=urn:uuid:" + one);
        assertEquals("oai_dc:dc", cutOut(dublinCore).getNodeName());
        given().formParam("verb", "Identify")
                .post(shelf.oai())
                .then()
                .statusCode(200)
                .body(containsString("<deletedRecord>persistent</deletedRecord>"));
        assertFalse(asked("?verb=ListIdentifiers&metadataPrefix=oai_lom").contains("<metadata>"));
    }

    /// The metadata alone, as harvesters store them: they have to be a document of their own.
    private static Element cutOut(String answer) throws Exception {
        var begin = "<metadata>";
        var alone = answer.substring(answer.indexOf(begin) + begin.length(), answer.indexOf("</metadata>"));
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(alone)))
                .getDocumentElement();
    }

    private String asked(String query) {
        return shelf.text("/oai" + query);
    }

    private ServiceProvider harvester() {
        return new ServiceProvider(new Context()
                .withBaseUrl(shelf.oai())
                .withGranularity(Granularity.Second)
                .withMetadataTransformer("oai_dc", KnownTransformer.OAI_DC)
                .withOAIClient(OAIClient.newBuilder().withBaseUrl(shelf.oai()).build()));
    }

    private static ListRecordsParameters all() {
        return ListRecordsParameters.request().withMetadataPrefix("oai_dc");
    }

    private static List<Record> taken(Iterator<Record> records) {
        var all = new ArrayList<Record>();
        records.forEachRemaining(all::add);
        return all;
    }

    private static Set<String> identifiers(List<Record> records, boolean deleted) {
        return records.stream()
                .map(Record::getHeader)
                .filter(header -> header.isDeleted() == deleted)
                .map(header -> header.getIdentifier())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> names(List<UUID> ids) {
        return ids.stream().map(id -> "urn:uuid:" + id).collect(Collectors.toCollection(HashSet::new));
    }
}
