package vn.lopmo.content.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.MaterialType;

/// What a list of results shows of a material, kept in the index so that a search asks the database nothing.
record Card(
        UUID id,
        int version,
        String title,
        String description,
        @Nullable MaterialType type,
        @Nullable String subject,
        List<Integer> grades,
        @Nullable Licence licence,
        String author,
        String source,
        @Nullable Integer pages,
        @Nullable String mediaType,
        Instant publishedAt) {}
