package vn.lopmo.assessment.item;

/// One statement of a true/false group with its key. Not for learners: see [Shown].
public record Statement(String id, String html, boolean key) {
    Option shown() {
        return new Option(id, html);
    }
}
