package vn.lopmo.assessment.paper;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/// What stands at the head of a paper.
///
/// @param minutes time to take it, from 1 to 300
@Embeddable
public record Headings(
        String title, String subject, @Nullable Integer grade, int minutes) {}
