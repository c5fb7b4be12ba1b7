package vn.lopmo.lms.course;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import vn.lopmo.platform.refusal.Refusal;

/// Bytes in the S3 store: pictures of lessons, and what learners hand in. The bucket is made when it is first needed.
@ApplicationScoped
public class MediaStore {
    private static final Logger LOG = Logger.getLogger(MediaStore.class);
    private static final int TRY_AGAIN = 5;
    private static final Set<String> GONE = Set.of("NoSuchKey", "NoSuchBucket");

    private final MinioClient store;
    private final String bucket;
    private volatile boolean bucketKnown;

    MediaStore(MinioClient store, MediaConfig config) {
        this.store = store;
        this.bucket = config.bucket();
    }

    private interface Step<T> {
        T run() throws MinioException, IOException, GeneralSecurityException;
    }

    void put(Media media, byte[] bytes) {
        put(media.objectName(), media.mediaType(), bytes);
    }

    /// @throws Refusal.Unavailable if the store does not answer, here as in the others
    public void put(String name, String mediaType, byte[] bytes) {
        attempt(() -> {
            makeBucket();
            return store.putObject(PutObjectArgs.builder().bucket(bucket).object(name).contentType(mediaType).stream(
                            new ByteArrayInputStream(bytes), bytes.length, -1)
                    .build());
        });
    }

    byte[] get(Media media) {
        return get(media.objectName());
    }

    public byte[] get(String name) {
        return attempt(() -> {
            try (var stream = store.getObject(
                    GetObjectArgs.builder().bucket(bucket).object(name).build())) {
                return stream.readAllBytes();
            }
        });
    }

    /// Bytes as they come, for whoever closes it; empty if they are nowhere.
    public Optional<InputStream> open(String name) {
        return attempt(() -> {
            try {
                return Optional.of(store.getObject(
                        GetObjectArgs.builder().bucket(bucket).object(name).build()));
            } catch (ErrorResponseException answer) {
                if (GONE.contains(answer.errorResponse().code())) {
                    return Optional.empty();
                }
                throw answer;
            }
        });
    }

    /// What is not there is gone already.
    public void remove(String name) {
        attempt(() -> {
            store.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(name).build());
            return name;
        });
    }

    private void makeBucket() throws MinioException, IOException, GeneralSecurityException {
        if (!bucketKnown) {
            if (!store.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                store.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
            bucketKnown = true;
        }
    }

    private static <T> T attempt(Step<T> step) {
        try {
            return step.run();
        } catch (MinioException | IOException | GeneralSecurityException away) {
            LOG.warn("the store of pictures does not answer", away);
            throw new Refusal.Unavailable("pictures-away", TRY_AGAIN);
        }
    }
}
