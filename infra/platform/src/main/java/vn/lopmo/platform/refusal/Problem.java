package vn.lopmo.platform.refusal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/// A refusal on the wire: RFC 9457 problem details with our slug and, for invalid input, the fields.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String slug, String title, int status, List<Refusal.Field> fields) {
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(String slug, String title, int status, List<Refusal.Field> fields) {
        return new Problem("/problems/" + slug, slug, title, status, fields);
    }
}
