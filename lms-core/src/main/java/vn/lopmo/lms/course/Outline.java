package vn.lopmo.lms.course;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/// The order of a course's sections, and of the lessons in each.
record Outline(@NotNull @Size(max = 500) @Valid List<Place> sections) {
    record Place(
            @NotNull UUID id, @NotNull @Size(max = 1_000) List<UUID> lessons) {}

    List<UUID> sectionIds() {
        return sections.stream().map(Place::id).toList();
    }

    List<UUID> lessonIds() {
        return sections.stream().flatMap(place -> place.lessons.stream()).toList();
    }
}
