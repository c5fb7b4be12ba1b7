package vn.lopmo.content.file.reading;

import org.jspecify.annotations.Nullable;

/// One page of a file: safe HTML to read, and its words alone.
public record PageText(@Nullable String title, String text, String html) {}
