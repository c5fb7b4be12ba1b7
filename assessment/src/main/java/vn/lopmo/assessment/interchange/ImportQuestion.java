package vn.lopmo.assessment.interchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.Cognitive;
import vn.lopmo.assessment.interchange.exam.FoundQuestion;
import vn.lopmo.assessment.interchange.exam.Part;
import vn.lopmo.assessment.item.Draft;
import vn.lopmo.platform.id.Ids;

/// One question of an import while the teacher reviews it.
@Entity
public class ImportQuestion {
    @Id
    private UUID id;

    private UUID importId;
    private int n;

    @Convert(converter = BodyColumn.class)
    @ColumnTransformer(write = "?::jsonb")
    private Body body;

    private boolean settled;
    private boolean dropped;

    /// What the teacher may say about it beside its content.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Meta(
            @Nullable Cognitive cognitive,
            @Nullable @Size(max = 20) List<@NotNull @Size(max = 40) String> indicators,

            @Nullable @PositiveOrZero @Max(100) @Digits(integer = 3, fraction = 2)
            BigDecimal points,

            @Nullable @Size(max = 200) String topic) {
        Meta {
            indicators = indicators == null ? List.of() : List.copyOf(indicators);
        }

        List<String> codes() {
            return indicators == null ? List.of() : indicators;
        }
    }

    /// @param number as printed in the file; begins again in each part
    record Body(
            int number,
            Part part,
            List<String> sourceIds,
            Draft content,
            Meta meta,
            List<String> marked,
            boolean afterGap) {}

    @NullUnmarked
    protected ImportQuestion() {}

    private ImportQuestion(UUID importId, int n, Body body, Instant now) {
        this.id = Ids.next(now);
        this.importId = importId;
        this.n = n;
        this.body = body;
    }

    static ImportQuestion of(UUID importId, int n, FoundQuestion found, BigDecimal points, Instant now) {
        var meta = new Meta(found.level(), List.of(), points, null);
        var body = new Body(
                found.number(), found.part(), found.sources(), found.content(), meta, found.marked(), found.afterGap());
        return new ImportQuestion(importId, n, body, now);
    }

    /// Takes over what the teacher made of it; what the file said stays known.
    void edit(Draft content, Meta meta, boolean settled, boolean dropped) {
        this.body =
                new Body(body.number, body.part, body.sourceIds, content.cleaned(), meta, body.marked, body.afterGap);
        this.settled = settled;
        this.dropped = dropped;
    }

    List<Doubt> doubts() {
        return dropped ? List.of() : Doubt.of(body.content, body.marked, body.afterGap, settled);
    }

    boolean isBlocked() {
        return doubts().stream().anyMatch(Doubt::blocks);
    }

    int n() {
        return n;
    }

    Body body() {
        return body;
    }

    boolean settled() {
        return settled;
    }

    boolean dropped() {
        return dropped;
    }
}
