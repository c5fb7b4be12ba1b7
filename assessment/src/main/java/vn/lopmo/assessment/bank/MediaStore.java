package vn.lopmo.assessment.bank;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.jboss.logging.Logger;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Keeps pictures: the bytes in the S3 store first, then the row, so that a row never points at nothing.
@ApplicationScoped
public class MediaStore {
    private static final Logger LOG = Logger.getLogger(MediaStore.class);
    static final int LARGEST = 8 << 20;
    private static final int RETRY_SECONDS = 10;

    private final MinioClient store;
    private final MediaConfig config;
    private final Media media;
    private volatile boolean ready;

    MediaStore(MinioClient store, MediaConfig config, Media media) {
        this.store = store;
        this.config = config;
        this.media = media;
    }

    /// @throws Refusal.Invalid if it is no picture that browsers show, or too large
    @Transactional
    public Medium keep(Caller author, byte[] bytes, Instant now) {
        var kind = ImageKind.of(bytes).orElseThrow(() -> new Refusal.Invalid("picture-unknown"));
        if (bytes.length > LARGEST) {
            throw new Refusal.Invalid("picture-too-large");
        }
        var medium = Medium.of(kind, bytes.length, author, now);
        put(medium, bytes);
        media.persist(medium);
        return medium;
    }

    private void put(Medium medium, byte[] bytes) {
        reach(() -> {
            makeReady();
            store.putObject(
                    PutObjectArgs.builder()
                            .bucket(config.bucket())
                            .object(medium.path())
                            .contentType(medium.mediaType())
                            .stream(new ByteArrayInputStream(bytes), bytes.length, -1)
                            .build());
            return medium;
        });
    }

    byte[] read(Medium medium) {
        return reach(() -> {
            var request = GetObjectArgs.builder()
                    .bucket(config.bucket())
                    .object(medium.path())
                    .build();
            try (var in = store.getObject(request)) {
                return in.readAllBytes();
            }
        });
    }

    private void makeReady() throws IOException, GeneralSecurityException, MinioException {
        var bucket = config.bucket();
        if (!ready) {
            if (!store.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                store.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
            ready = true;
        }
    }

    private interface Call<T> {
        T run() throws IOException, GeneralSecurityException, MinioException;
    }

    private static <T> T reach(Call<T> call) {
        try {
            return call.run();
        } catch (IOException | GeneralSecurityException | MinioException away) {
            LOG.warn("the store of pictures does not answer", away);
            throw new Refusal.Unavailable("store-away", RETRY_SECONDS);
        }
    }
}
