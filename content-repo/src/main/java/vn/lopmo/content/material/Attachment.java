package vn.lopmo.content.material;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A material's file as people see it. `problem` is a sentence in their language, or null.
public record Attachment(
        UUID id,
        String name,
        long size,
        String mediaType,
        String sha256,
        String state,
        @Nullable String problem,
        @Nullable Integer pages) {}
