package vn.lopmo.lms.course;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.jboss.logging.Logger;
import vn.lopmo.platform.refusal.Refusal;

/// The pictures' bytes in the S3 store. The bucket is made when it is first needed.
@ApplicationScoped
class MediaStore {
    private static final Logger LOG = Logger.getLogger(MediaStore.class);
    private static final int TRY_AGAIN = 5;

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
        attempt(() -> {
            makeBucket();
            return store.putObject(
                    PutObjectArgs.builder()
                            .bucket(bucket)
                            .object(media.objectName())
                            .contentType(media.mediaType())
                            .stream(new ByteArrayInputStream(bytes), bytes.length, -1)
                            .build());
        });
    }

    byte[] get(Media media) {
        return attempt(() -> {
            try (var stream = store.getObject(GetObjectArgs.builder()
                    .bucket(bucket)
                    .object(media.objectName())
                    .build())) {
                return stream.readAllBytes();
            }
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
