package vn.lopmo.assessment.paper;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.VietnameseText;

/// What a paper is given for, how often it may be taken, and where.
///
/// @param attempts how often one learner may take it; 0 without limit
/// @param passcode what the invigilator says aloud; for staff only, as are addresses and keys
/// @param addresses where it may be opened ([AddressRange]); none means anywhere
/// @param sebConfigKeys config keys of Safe Exam Browser, any of which will do; none means any browser
/// @param oneDevice whether a sitting stays with the device that opened it
@Embeddable
public record Conditions(
        @Enumerated(EnumType.STRING) Mode mode,
        @Enumerated(EnumType.STRING) Purpose purpose,
        int attempts,
        @Enumerated(EnumType.STRING) Counts counts,
        @Column(nullable = true) @Nullable String passcode,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> addresses,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> sebConfigKeys,
        boolean oneDevice,
        @Enumerated(EnumType.STRING) Paging paging) {
    public enum Mode {
        EXAM,
        HOMEWORK,
        /// Marked at once, question by question; never counted anywhere.
        PRACTICE
    }

    /// Thường xuyên or định kì (Circular 22/2021): the second is taken at school.
    public enum Purpose {
        REGULAR,
        PERIODIC
    }

    /// Which attempt's mark counts.
    public enum Counts {
        BEST,
        LAST
    }

    /// How questions are laid out at first; the learner may change it.
    public enum Paging {
        ONE,
        ALL
    }

    public Conditions {
        addresses = List.copyOf(addresses);
        sebConfigKeys = List.copyOf(sebConfigKeys);
    }

    /// As papers were given before there were conditions: once, anywhere.
    public static Conditions none() {
        return Wish.NOTHING.toConditions();
    }

    @JsonIgnore
    public boolean isPractice() {
        return mode == Mode.PRACTICE;
    }

    /// Whether it is taken where the school says, so that a periodic test needs no decision.
    @JsonIgnore
    boolean isAtSchool() {
        return !addresses.isEmpty();
    }

    public boolean needsPasscode() {
        return passcode != null;
    }

    public boolean needsSafeBrowser() {
        return !sebConfigKeys.isEmpty();
    }

    /// Case and spaces do not count: it is heard, not read.
    public boolean acceptsPasscode(@Nullable String typed) {
        return passcode == null || typed != null && same(typed).equals(same(passcode));
    }

    private static String same(String passcode) {
        return VietnameseText.tidy(passcode).replace(" ", "").toLowerCase(Locale.ROOT);
    }

    /// What may still be changed when somebody has begun.
    boolean differsOnlyAtTheDoor(Conditions other) {
        return new Conditions(
                        mode,
                        purpose,
                        attempts,
                        counts,
                        other.passcode,
                        other.addresses,
                        other.sebConfigKeys,
                        oneDevice,
                        paging)
                .equals(other);
    }

    /// What a learner may know of them.
    public record Shown(
            Mode mode,
            Purpose purpose,
            int attempts,
            Counts counts,
            boolean oneDevice,
            Paging paging,
            boolean needsPasscode,
            boolean needsSafeBrowser) {}

    public Shown shown() {
        return new Shown(mode, purpose, attempts, counts, oneDevice, paging, needsPasscode(), needsSafeBrowser());
    }

    /// Conditions as somebody asks for them: what is left out is as it always was.
    public record Wish(
            @Nullable Mode mode,
            @Nullable Purpose purpose,
            @Nullable @Min(0) @Max(20) Integer attempts,
            @Nullable Counts counts,
            @Nullable @Size(max = 40) String passcode,
            @Nullable @Size(max = 50) List<@NotNull @Size(max = 64) String> addresses,
            @Nullable @Size(max = 20) List<@NotNull @Size(max = 80) String> sebConfigKeys,
            @Nullable Boolean oneDevice,
            @Nullable Paging paging) {
        static final Wish NOTHING = new Wish(null, null, null, null, null, null, null, null, null);

        /// @throws Refusal.Invalid if the passcode, an address or a key cannot be one
        public Conditions toConditions() {
            var wanted = Objects.requireNonNullElse(mode, Mode.EXAM);
            return new Conditions(
                    wanted,
                    Objects.requireNonNullElse(purpose, Purpose.REGULAR),
                    Objects.requireNonNullElse(attempts, wanted == Mode.PRACTICE ? 0 : 1),
                    Objects.requireNonNullElse(counts, Counts.BEST),
                    tidyPasscode(),
                    list(addresses).stream()
                            .map(text -> AddressRange.of(text).toString())
                            .distinct()
                            .toList(),
                    list(sebConfigKeys).stream().map(ConfigKey::of).distinct().toList(),
                    Boolean.TRUE.equals(oneDevice),
                    Objects.requireNonNullElse(paging, Paging.ONE));
        }

        private @Nullable String tidyPasscode() {
            var tidy = passcode == null ? "" : VietnameseText.tidy(passcode);
            if (tidy.isEmpty()) {
                return null;
            }
            if (tidy.length() < 4 || tidy.length() > 12) {
                throw new Refusal.Invalid("passcode-length");
            }
            return tidy;
        }

        private static List<String> list(@Nullable List<String> given) {
            return given == null
                    ? List.of()
                    : given.stream().filter(one -> !one.isBlank()).toList();
        }
    }
}
