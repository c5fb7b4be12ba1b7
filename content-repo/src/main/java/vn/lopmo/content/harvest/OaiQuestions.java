package vn.lopmo.content.harvest;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.WebDocuments;
import vn.lopmo.platform.refusal.Refusal;

/// Puts the protocol's questions to other libraries, and says plainly what came of each.
@ApplicationScoped
class OaiQuestions {
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Duration UNSAID = Duration.ofSeconds(30);

    private final WebDocuments web;
    private final HarvestConfig config;

    OaiQuestions(WebDocuments web, HarvestConfig config) {
        this.web = web;
        this.config = config;
    }

    /// What came of a question.
    sealed interface Outcome {}

    record Answered(OaiPage page) implements Outcome {}

    /// They ask to come again later.
    record SentAway(Duration pause) implements Outcome {}

    /// Nothing came, for now.
    record Unanswered(String reason) implements Outcome {}

    /// What came will not be better the next time.
    record Failed(String reason) implements Outcome {}

    /// Without query and fragment: the protocol puts its own behind.
    ///
    /// @throws Refusal.Invalid if it is no link of the web, or leads where nobody may look
    String base(String address) {
        web.check(address);
        var plain = address.strip().replaceFirst("[?#].*$", "");
        return URI.create(plain).toString();
    }

    Outcome identify(String base) {
        return ask(base, Map.of("verb", "Identify"));
    }

    Outcome sets(String base) {
        return ask(base, Map.of("verb", "ListSets"));
    }

    Outcome formats(String base) {
        return ask(base, Map.of("verb", "ListMetadataFormats"));
    }

    /// The first page.
    Outcome records(String base, String prefix, String set) {
        return ask(base, list(prefix, set, null));
    }

    /// The page at which a harvest stands.
    Outcome records(HarvestSource source, HarvestRun run, Instant now) {
        var token = run.token();
        var question = token == null
                ? list(source.prefix(), source.set(), from(source, run.askedFrom()))
                : Map.of("verb", "ListRecords", "resumptionToken", token);
        return ask(source.address(), question, now);
    }

    private static Map<String, String> list(String prefix, String set, @Nullable String from) {
        var question = new LinkedHashMap<String, String>();
        question.put("verb", "ListRecords");
        question.put("metadataPrefix", prefix);
        if (!set.isEmpty()) {
            question.put("set", set);
        }
        if (from != null) {
            question.put("from", from);
        }
        return question;
    }

    private static @Nullable String from(HarvestSource source, @Nullable Instant from) {
        if (from == null) {
            return null;
        }
        return source.byDay()
                ? from.atOffset(ZoneOffset.UTC).toLocalDate().toString()
                : from.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Outcome ask(String base, Map<String, String> question) {
        return ask(base, question, Instant.now());
    }

    private Outcome ask(String base, Map<String, String> question, Instant now) {
        var query = question.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            return outcome(web.get(base + "?" + query, config.patience()), now);
        } catch (WebDocuments.Away away) {
            return new Unanswered("harvest-away");
        } catch (Refusal.Invalid refused) {
            return refused.slug().equals("link-away") ? new Unanswered("harvest-away") : new Failed(refused.slug());
        }
    }

    private Outcome outcome(WebDocuments.Answer answer, Instant now) {
        if (answer.status() == 503 || answer.status() == 429) {
            return new SentAway(wait(answer.retryAfter(), now));
        }
        if (answer.status() >= 500) {
            return new Unanswered("harvest-away");
        }
        if (answer.status() != 200) {
            return new Failed("harvest-refused|" + answer.status());
        }
        try {
            return new Answered(OaiPage.of(answer.content()));
        } catch (OaiPage.NotUnderstood nonsense) {
            return new Failed("harvest-not-oai");
        }
    }

    /// Seconds, or a date of HTTP.
    private Duration wait(@Nullable String retryAfter, Instant now) {
        var asked = UNSAID;
        if (retryAfter != null && retryAfter.strip().matches("\\d{1,9}")) {
            asked = Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
        } else if (retryAfter != null) {
            try {
                asked = Duration.between(
                        now,
                        ZonedDateTime.parse(retryAfter.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
            } catch (DateTimeException unsaid) {
                asked = UNSAID;
            }
        }
        if (asked.compareTo(config.longestWait()) > 0) {
            return config.longestWait();
        }
        return asked.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : asked;
    }
}
