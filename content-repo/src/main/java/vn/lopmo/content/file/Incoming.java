package vn.lopmo.content.file;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;

/// Writes what arrives of an upload behind what has arrived, and makes a file of it when it is whole. Whatever breaks
/// off, what was written stays.
///
/// One writer at a time for each upload: who comes second ends the first, which is most often the same person's own
/// broken line that nobody has noticed yet.
@ApplicationScoped
class Incoming {
    private static final int PIECE = 1 << 16;
    private static final int PATIENCE_SECONDS = 5;

    private final Arrivals arrivals;
    private final Uploads uploads;
    private final UploadInspection inspection;
    private final Intake intake;
    private final ReadingQueue reading;
    private final Map<UUID, Writer> writers = new ConcurrentHashMap<>();

    Incoming(Arrivals arrivals, Uploads uploads, UploadInspection inspection, Intake intake, ReadingQueue reading) {
        this.arrivals = arrivals;
        this.uploads = uploads;
        this.inspection = inspection;
        this.intake = intake;
        this.reading = reading;
    }

    private static final class Writer {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable Runnable hangUp;
        /// Who writes or waits; changed only within the map's own lock.
        private int inside;

        static Writer entered(@Nullable Writer known) {
            var writer = known == null ? new Writer() : known;
            writer.inside++;
            return writer;
        }
    }

    /// Some work that must be alone with that upload.
    interface Alone<T> {
        T work() throws IOException;
    }

    /// @param hangUp ends what is written now, should another come
    <T> T alone(UUID id, Runnable hangUp, Alone<T> work) throws IOException {
        var writer = Objects.requireNonNull(writers.compute(id, (same, known) -> Writer.entered(known)));
        try {
            if (!acquired(writer)) {
                throw new Refusal.Conflict("upload-busy");
            }
            try {
                writer.hangUp = hangUp;
                return work.work();
            } finally {
                writer.hangUp = null;
                writer.lock.unlock();
            }
        } finally {
            writers.computeIfPresent(id, (same, known) -> --known.inside == 0 ? null : known);
        }
    }

    private static boolean acquired(Writer writer) {
        if (writer.lock.tryLock()) {
            return true;
        }
        var other = writer.hangUp;
        if (other != null) {
            other.run();
        }
        try {
            return writer.lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Appends what comes, up to `most` bytes, and forces it to disk even when the line breaks.
    ///
    /// @return how many bytes came
    /// @throws IOException if it broke off
    long append(UUID id, InputStream body, long most, Sink sink) throws IOException {
        long sum = 0;
        try (var file = FileChannel.open(arrivals.path(id), StandardOpenOption.APPEND)) {
            try {
                var piece = new byte[PIECE];
                for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
                    if (sum + n > most) {
                        throw new Refusal.Invalid("upload-too-long");
                    }
                    var bytes = ByteBuffer.wrap(piece, 0, n);
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                    sink.saw(piece, n);
                    sum += n;
                }
            } finally {
                file.force(false);
            }
        }
        return sum;
    }

    /// As [#append], but a piece that broke off or is not what its checksum says leaves nothing behind.
    ///
    /// @return how many bytes came; 0 if they were not the right ones
    long appendChecked(UUID id, InputStream body, long most, Checksum checksum) throws IOException {
        long before = arrivals.received(id);
        boolean good = false;
        try {
            long sum = append(id, body, most, checksum::saw);
            good = checksum.holds();
            return good ? sum : 0;
        } finally {
            if (!good) {
                try (var file = FileChannel.open(arrivals.path(id), StandardOpenOption.WRITE)) {
                    file.truncate(before);
                }
            }
        }
    }

    /// Sees the bytes as they go by.
    interface Sink {
        void saw(byte[] piece, int length) throws IOException;
    }

    /// Looks at an upload that is whole and makes a file of it; again it changes nothing. Whether its owner may was
    /// asked before.
    ///
    /// @return the material it went to
    /// @throws Refusal.Invalid if the library does not take it; its bytes are gone then
    UUID finish(Uploads.Incoming upload) {
        if (upload.materialId() != null && upload.state() == Uploads.State.DONE) {
            return upload.materialId();
        }
        Upload looked;
        try {
            looked = inspection.inspect(arrivals.path(upload.id()), upload.name());
        } catch (Refusal.Invalid refused) {
            QuarkusTransaction.requiringNew().run(() -> uploads.fail(upload.id(), Sentences.kept(refused)));
            arrivals.remove(upload.id());
            throw refused;
        }
        var materialId = QuarkusTransaction.requiringNew().call(() -> become(upload, looked));
        reading.wake();
        return materialId;
    }

    private UUID become(Uploads.Incoming upload, Upload looked) {
        if (!uploads.lockOpen(upload.id())) {
            return uploads.materialOf(upload.id()).orElseThrow(() -> new Refusal.NotFound("upload-not-found"));
        }
        var material = upload.materialId() == null
                ? intake.draft(upload.id(), upload.schoolId(), upload.ownerId(), looked)
                : intake.add(
                        upload.id(),
                        intake.material(upload.materialId(), upload.schoolId()),
                        looked,
                        upload.replaces());
        uploads.became(upload.id(), material.id());
        return material.id();
    }
}
