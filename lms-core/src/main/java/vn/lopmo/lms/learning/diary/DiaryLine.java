package vn.lopmo.lms.learning.diary;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One period of one class as a teacher writes it down.
///
/// @param planPeriod its number in the year's plan of the subject
/// @param grade      how the class was: A good, B fair, C middling, D poor; null where a school does not grade periods
record DiaryLine(
        @NotNull LocalDate day,
        @NotNull Session session,
        @Min(1) @Max(6) int period,
        @NotNull @Size(max = 40) String subject,
        @Nullable @Min(1) @Max(300) Integer planPeriod,
        @NotBlank @Size(max = 500) String content,
        @NotNull @Size(max = 60) List<@NotNull @Valid Absence> absent,
        @NotNull @Size(max = 500) String remark,
        @Nullable Grade grade) {
    enum Session {
        MORNING,
        AFTERNOON
    }

    enum Grade {
        A,
        B,
        C,
        D
    }

    record Absence(@NotNull UUID learnerId, boolean excused) {}
}
