package vn.lopmo.content.exchange;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.exchange.OaiFault.Code;

/// The arguments of one request: each once, and none that the verb does not know.
final class OaiArguments {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SECOND = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
    private static final long LAST_SECOND = 86_399;

    private static final Map<OaiVerb, Set<String>> KNOWN = Map.of(
            OaiVerb.Identify, Set.of(),
            OaiVerb.ListMetadataFormats, Set.of("identifier"),
            OaiVerb.ListSets, Set.of("resumptionToken"),
            OaiVerb.ListIdentifiers, Set.of("from", "until", "set", "metadataPrefix", "resumptionToken"),
            OaiVerb.ListRecords, Set.of("from", "until", "set", "metadataPrefix", "resumptionToken"),
            OaiVerb.GetRecord, Set.of("identifier", "metadataPrefix"));

    private final OaiVerb verb;
    private final Map<String, String> given;

    private OaiArguments(OaiVerb verb, Map<String, String> given) {
        this.verb = verb;
        this.given = given;
    }

    /// @throws OaiFault if the protocol does not know them
    static OaiArguments of(MultivaluedMap<String, String> sent) {
        var verb = verb(sent.getOrDefault("verb", List.of()));
        var given = new HashMap<String, String>();
        sent.forEach((name, values) -> {
            if (name.equals("verb")) {
                return;
            }
            if (values.size() != 1 || !KNOWN.getOrDefault(verb, Set.of()).contains(name)) {
                throw new OaiFault(Code.badArgument, "unknown or repeated argument: " + name);
            }
            given.put(name, values.getFirst());
        });
        if (given.containsKey("resumptionToken") && given.size() > 1) {
            throw new OaiFault(Code.badArgument, "resumptionToken is an exclusive argument");
        }
        return new OaiArguments(verb, given);
    }

    private static OaiVerb verb(List<String> sent) {
        if (sent.size() == 1) {
            for (OaiVerb verb : OaiVerb.values()) {
                if (verb.name().equals(sent.getFirst())) {
                    return verb;
                }
            }
        }
        throw new OaiFault(Code.badVerb, "the verb is missing, repeated or unknown");
    }

    OaiVerb verb() {
        return verb;
    }

    /// As they are repeated in the answer.
    Map<String, String> asAttributes() {
        var all = new TreeMap<>(given);
        all.put("verb", verb.name());
        return all;
    }

    @Nullable
    String find(String name) {
        return given.get(name);
    }

    OaiFormat format() {
        var prefix = given.get("metadataPrefix");
        if (prefix == null) {
            throw new OaiFault(Code.badArgument, "metadataPrefix is missing");
        }
        return OaiFormat.of(prefix);
    }

    UUID identifier() {
        var identifier = given.get("identifier");
        if (identifier == null) {
            throw new OaiFault(Code.badArgument, "identifier is missing");
        }
        try {
            if (identifier.startsWith("urn:uuid:")) {
                return UUID.fromString(identifier.substring("urn:uuid:".length()));
            }
        } catch (IllegalArgumentException other) {
            // no identifier of ours
        }
        throw new OaiFault(Code.idDoesNotExist, "no such record");
    }

    OpenRecords.Wish wish() {
        var from = given.get("from");
        var until = given.get("until");
        if (from != null && until != null && from.length() != until.length()) {
            throw new OaiFault(Code.badArgument, "from and until differ in granularity");
        }
        var begin = from == null ? Instant.EPOCH : moment(from, 0);
        var end = until == null ? OpenRecords.Wish.END : moment(until, LAST_SECOND);
        if (end.isBefore(begin)) {
            throw new OaiFault(Code.badArgument, "until lies before from");
        }
        return new OpenRecords.Wish(begin, end, given.getOrDefault("set", ""));
    }

    /// Harvesters may ask by day although we tell seconds.
    private static Instant moment(String text, long secondOfDay) {
        try {
            if (SECOND.matcher(text).matches()) {
                return Instant.parse(text);
            }
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text)
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)
                        .plusSeconds(secondOfDay);
            }
        } catch (DateTimeException noSuchDay) {
            // refused below
        }
        throw new OaiFault(Code.badArgument, "not a UTC date: " + text);
    }
}
