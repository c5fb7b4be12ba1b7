package vn.lopmo.content.file.reading;

/// A file that cannot be read; the message is the slug that says why, with words for its title after a bar if it
/// has any.
final class Unreadable extends Exception {
    static final String BROKEN = "file-unreadable";
    static final String PROTECTED = "file-protected";
    static final String BOMB = "file-bomb";
    static final String UNSAFE = "file-unsafe";
    static final String LINK = "package-link";
    static final String CLASH = "package-names-clash";
    static final String PACKAGE_BROKEN = "package-broken";
    static final String MANIFEST = "package-manifest-broken";
    static final String NOT_SCORM = "package-not-scorm";
    static final String START = "package-start-missing";
    static final String H5P_CONTENT = "package-content-broken";
    static final String LIBRARIES = "package-libraries-missing";

    private static final int LONGEST_WORDS = 150;

    private static final long serialVersionUID = 1;

    Unreadable(String slug) {
        super(slug);
    }

    /// @param words what the title names, such as the libraries that are missing
    Unreadable(String slug, String words) {
        super(slug + "|"
                + (words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + "…" : words)
                        .replaceAll("[\\p{Cntrl}|]", " "));
    }
}
