package vn.lopmo.platform.refusal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Renders every refusal, and everything that goes wrong on the way in, as problem+json in the caller's language.
public class RefusalMappers {
    private static final Logger LOG = Logger.getLogger(RefusalMappers.class);

    @ServerExceptionMapper
    public Response refused(Refusal refusal, HttpHeaders headers) {
        var locale = locale(headers);
        var fields =
                switch (refusal) {
                    case Refusal.Invalid invalid -> titled(invalid.fields(), locale);
                    case Refusal.NotFound n -> List.<Refusal.Field>of();
                    case Refusal.Conflict c -> List.<Refusal.Field>of();
                    case Refusal.Forbidden f -> List.<Refusal.Field>of();
                    case Refusal.Unavailable u -> List.<Refusal.Field>of();
                };
        var title = Titles.of(refusal.slug(), locale, refusal.arguments());
        var facts = refusal instanceof Refusal.Conflict conflict ? conflict.facts() : Map.<String, Object>of();
        var response = problem(
                Problem.of(refusal.slug(), title, refusal.status(), fields).with(facts));
        if (refusal instanceof Refusal.Unavailable away) {
            response.header(HttpHeaders.RETRY_AFTER, away.retryAfterSeconds());
        }
        return response.build();
    }

    @ServerExceptionMapper
    public Response violated(ConstraintViolationException violations, HttpHeaders headers) {
        var locale = locale(headers);
        var fields = violations.getConstraintViolations().stream()
                .map(RefusalMappers::field)
                .toList();
        var title = Titles.of("invalid-input", locale);
        return problem(Problem.of("invalid-input", title, 422, titled(fields, locale)))
                .build();
    }

    @ServerExceptionMapper
    public Response unreadable(JacksonException unreadable, HttpHeaders headers) {
        return plain("unreadable-request", 400, headers);
    }

    @ServerExceptionMapper
    public Response outrun(OptimisticLockException outrun, HttpHeaders headers) {
        return plain("changed-meanwhile", 409, headers);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException thrown, HttpHeaders headers) {
        int status = thrown.getResponse().getStatus();
        if (status < 400) {
            return thrown.getResponse();
        }
        if (isTooMuch(thrown)) {
            return plain("too-large", 413, headers);
        }
        if (status >= 500) {
            LOG.error("a request failed", thrown);
        }
        return plain(slugOf(status), status, headers);
    }

    /// Text longer than JSON may hold here (20 million letters), met anywhere in the body.
    private static boolean isTooMuch(WebApplicationException thrown) {
        return Stream.<Throwable>iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .anyMatch(StreamConstraintsException.class::isInstance);
    }

    private static String slugOf(int status) {
        return switch (status) {
            case 400 -> "unreadable-request";
            case 401 -> "signed-out";
            case 403 -> "not-allowed";
            case 404 -> "not-found";
            case 405 -> "not-found";
            case 413 -> "too-large";
            case 415 -> "wrong-media-type";
            default -> status >= 500 ? "internal-error" : "unreadable-request";
        };
    }

    private static Response plain(String slug, int status, HttpHeaders headers) {
        return problem(Problem.of(slug, Titles.of(slug, locale(headers)), status, List.of()))
                .build();
    }

    private static Response.ResponseBuilder problem(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }

    private static Refusal.Field field(ConstraintViolation<?> violation) {
        var path = violation.getPropertyPath().toString();
        var parts = path.split("\\.", 3);
        var constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Refusal.Field(parts[parts.length - 1], "field-" + constraint.toLowerCase(Locale.ROOT), null);
    }

    private static List<Refusal.Field> titled(List<Refusal.Field> fields, Locale locale) {
        return fields.stream()
                .map(field -> field.title() != null
                        ? field
                        : new Refusal.Field(field.field(), field.slug(), Titles.of(field.slug(), locale)))
                .toList();
    }

    public static Locale locale(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("vi") || language.equals("en"))
                .findFirst()
                .map(Locale::of)
                .orElse(Titles.VIETNAMESE);
    }
}
