package vn.lopmo.platform.refusal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that is turned down, with a stable slug that stands in `infra/contracts/problems.md` and a title in
/// `refusals.properties` (Vietnamese) and `refusals_en.properties`. The arguments fill the title's `{0}`, `{1}` … and
/// are seen by people.
///
/// Nothing has changed when a refusal is thrown: it rolls the transaction back.
public abstract sealed class Refusal extends RuntimeException {
    private final String slug;
    private final Object[] arguments;

    Refusal(String slug, Object... arguments) {
        super(slug, null, false, false);
        this.slug = slug;
        this.arguments = arguments;
    }

    public String slug() {
        return slug;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public abstract int status();

    /// What is asked for is not there, or not for this caller to know of: another school's row is never "forbidden".
    public static final class NotFound extends Refusal {
        public NotFound(String slug, Object... arguments) {
            super(slug, arguments);
        }

        @Override
        public int status() {
            return 404;
        }
    }

    /// The state of things does not allow it now: handed in already, changed by somebody else, not yet open.
    public static final class Conflict extends Refusal {
        private final Map<String, Object> facts;

        public Conflict(String slug, Object... arguments) {
            super(slug, arguments);
            this.facts = Map.of();
        }

        /// @param facts members of the problem for the program that asked, beside the sentence for people
        public Conflict(String slug, Map<String, Object> facts) {
            super(slug);
            this.facts = Map.copyOf(facts);
        }

        public Map<String, Object> facts() {
            return facts;
        }

        @Override
        public int status() {
            return 409;
        }
    }

    /// The caller's role does not allow it, and that the thing exists is no secret to him.
    public static final class Forbidden extends Refusal {
        public Forbidden(String slug, Object... arguments) {
            super(slug, arguments);
        }

        @Override
        public int status() {
            return 403;
        }
    }

    /// What was sent cannot be taken. `fields` names the places, if there are any to name.
    public static final class Invalid extends Refusal {
        private final List<Field> fields;

        public Invalid(String slug, Object... arguments) {
            super(slug, arguments);
            this.fields = List.of();
        }

        public Invalid(String slug, List<Field> fields) {
            super(slug);
            this.fields = List.copyOf(fields);
        }

        public List<Field> fields() {
            return fields;
        }

        @Override
        public int status() {
            return 422;
        }
    }

    /// A part that is needed is away for the moment; the same request may be sent again after `retryAfterSeconds`.
    public static final class Unavailable extends Refusal {
        private final int retryAfterSeconds;

        public Unavailable(String slug, int retryAfterSeconds) {
            super(slug);
            this.retryAfterSeconds = retryAfterSeconds;
        }

        public int retryAfterSeconds() {
            return retryAfterSeconds;
        }

        @Override
        public int status() {
            return 503;
        }
    }

    /// One place of a request that cannot be taken: its path in the body, and a slug for what is wrong with it.
    public record Field(String field, String slug, @Nullable String title) {}
}
