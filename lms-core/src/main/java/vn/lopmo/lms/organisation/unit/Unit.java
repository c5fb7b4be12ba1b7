package vn.lopmo.lms.organisation.unit;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A department of education, a commune, or a school, under the unit above it.
///
/// @param schoolId of a school only
/// @param code what the administration calls it by: of a school the school's own
public record Unit(
        UUID id,
        Kind kind,
        String name,
        @Nullable UUID parentId,
        @Nullable UUID schoolId,
        @Nullable String code) {
    public enum Kind {
        DEPARTMENT,
        COMMUNE,
        /// A school of its own row; a secondary school may stand under the department itself.
        SCHOOL;

        boolean mayStandUnder(@Nullable Kind above) {
            return switch (this) {
                case DEPARTMENT -> above == null;
                case COMMUNE -> above == null || above == DEPARTMENT;
                case SCHOOL -> above != SCHOOL;
            };
        }
    }

    /// By which codes are compared: neither case nor leading zeros count, which sheets lose.
    static String keyOf(String code) {
        return code.toLowerCase(Locale.ROOT).replaceFirst("^0+", "");
    }
}
