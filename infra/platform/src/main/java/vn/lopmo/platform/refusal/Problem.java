package vn.lopmo.platform.refusal;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/// A refusal on the wire: RFC 9457 problem details with our slug and, for invalid input, the fields.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String slug,
        String title,
        int status,
        List<Refusal.Field> fields,
        @JsonAnyGetter Map<String, Object> facts) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(String slug, String title, int status, List<Refusal.Field> fields) {
        return new Problem("/problems/" + slug, slug, title, status, fields, Map.of());
    }

    Problem with(Map<String, Object> more) {
        return new Problem(type, slug, title, status, fields, more);
    }
}
