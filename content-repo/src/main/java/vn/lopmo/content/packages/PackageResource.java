package vn.lopmo.content.packages;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.file.reading.PackageSheet;

/// Opening an interactive package, and keeping how far somebody is in it.
@Path("/packages/{fileId}")
class PackageResource {
    private static final int LONGEST_STATE = 400_000;

    private final Playing playing;

    PackageResource(Playing playing) {
        this.playing = playing;
    }

    /// @param attempt the caller's last one
    record View(
            UUID fileId,
            UUID materialId,
            PackageSheet.Runtime kind,
            String title,
            String start,
            PackageSheet.Organisation organisation,
            @Nullable Standing attempt) {}

    /// @param started whether there is something to go on with
    record Standing(
            int number,
            int visit,
            int seq,
            boolean started,
            @Nullable BigDecimal score,
            boolean completed,
            @Nullable Boolean passed,
            int seconds,
            Instant begunAt,
            @Nullable Instant savedAt) {
        static Standing of(PackageAttempt attempt) {
            return new Standing(
                    attempt.number(),
                    attempt.visit(),
                    attempt.seq(),
                    attempt.state() != null,
                    attempt.score(),
                    attempt.completed(),
                    attempt.passed(),
                    attempt.seconds(),
                    attempt.begunAt(),
                    attempt.savedAt());
        }
    }

    record OfLearner(UUID learnerId, Standing attempt) {}

    /// @param again from the beginning, in a new attempt; the old one is kept
    record Wish(boolean again, @Nullable UUID lessonId) {}

    /// @param origin what stands for `{package}` in the address of the content origin
    record Visit(
            String ticket,
            String origin,
            Instant expiresAt,
            Standing attempt,
            @Nullable String state) {}

    record Renewal(@NotNull @Size(max = 100) String ticket) {}

    record Renewed(Instant expiresAt) {}

    record Save(
            @Min(1) int number,
            @Min(1) int visit,
            @Min(1) int seq,
            @Nullable @Size(max = LONGEST_STATE) String state,
            @Nullable @DecimalMin("0") @DecimalMax("1") BigDecimal score,
            boolean completed,
            @Nullable Boolean passed,
            @Min(0) int seconds) {
        PackageAttempt.Save asSave() {
            return new PackageAttempt.Save(visit, seq, state, score, completed, passed, seconds);
        }
    }

    /// What is kept now: of this save, or of a newer one.
    record Saved(int visit, int seq) {}

    @GET
    @Transactional
    public View view(UUID fileId) {
        return playing.view(fileId);
    }

    @POST
    @Path("/visits")
    @Transactional
    public Visit visit(
            UUID fileId,
            @Valid @NotNull Wish wish,
            @HeaderParam("X-Forwarded-Proto") @Nullable String scheme,
            @HeaderParam("X-Forwarded-Host") @Nullable String host) {
        return playing.visit(fileId, wish, AppOrigin.of(scheme, host));
    }

    /// The page is still open: its ticket holds for another while.
    @POST
    @Path("/visits/renewal")
    @Transactional
    public Renewed renew(UUID fileId, @Valid @NotNull Renewal renewal) {
        return playing.renew(fileId, renewal.ticket());
    }

    /// For staff: the goes of the learners whom the caller teaches; curators see all of the school.
    @GET
    @Path("/attempts")
    @Transactional
    public List<OfLearner> attempts(UUID fileId) {
        return playing.attempts(fileId);
    }

    @PUT
    @Path("/attempt")
    @Transactional
    public Saved save(UUID fileId, @Valid @NotNull Save save) {
        return playing.save(fileId, save.number(), save.asSave());
    }
}
