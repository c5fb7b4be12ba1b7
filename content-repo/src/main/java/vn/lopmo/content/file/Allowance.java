package vn.lopmo.content.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

/// How much may come in: by the kind of file, and in all for a school. Asked before the first byte is taken.
@ApplicationScoped
class Allowance {
    private final Rows rows;
    private final FilesConfig config;

    Allowance(Rows rows, FilesConfig config) {
        this.rows = rows;
        this.config = config;
    }

    /// @throws Refusal.Invalid if the kind is none of ours, or the file or all files of the school would be too large
    void check(UUID schoolId, String name, long size) {
        var extension = FileNames.extension(name);
        if (!MediaTypes.knowsEnding(extension)) {
            throw new Refusal.Invalid("file-type-refused");
        }
        if (size > largest(extension)) {
            throw new Refusal.Invalid("file-too-large", words(largest(extension)));
        }
        long quota = quota(schoolId);
        if (used(schoolId) + size > quota) {
            throw new Refusal.Invalid("quota-full", words(quota));
        }
    }

    long largest(String extension) {
        var limits = config.limits();
        var largest =
                switch (MediaTypes.kind(extension)) {
                    case VIDEO -> limits.video();
                    case AUDIO -> limits.audio();
                    case IMAGE -> limits.image();
                    case TEXT -> limits.text();
                    case DOCUMENT -> limits.document();
                };
        return largest.asLongValue();
    }

    long quota(UUID schoolId) {
        return config.quotas().getOrDefault(schoolId.toString(), config.quota()).asLongValue();
    }

    /// What is kept, and what is on its way.
    long used(UUID schoolId) {
        return rows.query("""
                        select coalesce((select bytes from school_storage where school_id = ?), 0)
                            + coalesce((select sum(size) from upload where school_id = ? and state = 'OPEN'), 0)""", row -> row.getLong(1), schoolId, schoolId).getFirst();
    }

    static String words(long bytes) {
        long megabytes = bytes >> 20;
        return megabytes >= 1024 && megabytes % 1024 == 0
                ? megabytes / 1024 + " GB"
                : String.format(Locale.ROOT, "%d MB", Math.max(1, megabytes));
    }
}
