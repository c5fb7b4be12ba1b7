package vn.lopmo.content.file.reading;

/// A file that cannot be read; the message is the slug that says why.
final class Unreadable extends Exception {
    static final String BROKEN = "file-unreadable";
    static final String PROTECTED = "file-protected";
    static final String BOMB = "file-bomb";

    private static final long serialVersionUID = 1;

    Unreadable(String slug) {
        super(slug);
    }
}
