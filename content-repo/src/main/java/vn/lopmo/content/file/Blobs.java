package vn.lopmo.content.file;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.lopmo.platform.refusal.Refusal;

/// Bytes by their hash in the S3 store, once for each school: one school never learns what another has. Safe for any
/// number of threads.
@ApplicationScoped
public class Blobs {
    private static final Logger LOG = Logger.getLogger(Blobs.class);
    private static final int RETRY_SECONDS = 10;
    private static final long CHEAPER_THAN_ASKING = 1 << 20;

    private final MinioClient store;
    private final String bucket;
    private volatile boolean bucketSeen;

    Blobs(MinioClient store, FilesConfig config) {
        this.store = store;
        this.bucket = config.bucket();
    }

    /// Keeps it, if it is not there already.
    ///
    /// @throws Refusal.Unavailable if the store does not answer
    public void keep(UUID schoolId, String sha256, Path content, String mediaType) {
        ask(() -> {
            makeBucket();
            if (Files.size(content) <= CHEAPER_THAN_ASKING || !holds(schoolId, sha256)) {
                store.uploadObject(UploadObjectArgs.builder()
                        .bucket(bucket)
                        .object(key(schoolId, sha256))
                        .filename(content.toString())
                        .contentType(mediaType)
                        .build());
            }
            return true;
        });
    }

    /// `length` bytes from `offset` on.
    public InputStream open(UUID schoolId, String sha256, long offset, long length) {
        return ask(() -> store.getObject(GetObjectArgs.builder()
                .bucket(bucket)
                .object(key(schoolId, sha256))
                .offset(offset)
                .length(length)
                .build()));
    }

    void copyTo(UUID schoolId, String sha256, Path target) {
        ask(() -> {
            var whole = GetObjectArgs.builder()
                    .bucket(bucket)
                    .object(key(schoolId, sha256))
                    .build();
            try (var content = store.getObject(whole)) {
                return Files.copy(content, target);
            }
        });
    }

    private boolean holds(UUID schoolId, String sha256) throws Exception {
        try {
            store.statObject(StatObjectArgs.builder()
                    .bucket(bucket)
                    .object(key(schoolId, sha256))
                    .build());
            return true;
        } catch (ErrorResponseException answer) {
            return false;
        }
    }

    private synchronized void makeBucket() throws Exception {
        if (!bucketSeen) {
            if (!store.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                store.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
            bucketSeen = true;
        }
    }

    private static String key(UUID schoolId, String sha256) {
        return schoolId + "/" + sha256;
    }

    private interface Question<T> {
        T ask() throws Exception;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (ErrorResponseException | IOException away) {
            LOG.warnf("the S3 store refused or did not answer: %s", away.getMessage());
            throw new Refusal.Unavailable("store-away", RETRY_SECONDS);
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        }
    }
}
