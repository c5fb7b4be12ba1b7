package vn.lopmo.content.exchange;

/// The two editions of SCORM that platforms take.
enum ScormEdition {
    SCORM_12("1.2", "1.2"),
    SCORM_2004("2004", "2004 4th Edition");

    private final String number;
    private final String schemaVersion;

    ScormEdition(String number, String schemaVersion) {
        this.number = number;
        this.schemaVersion = schemaVersion;
    }

    String number() {
        return number;
    }

    /// As the manifest names it.
    String schemaVersion() {
        return schemaVersion;
    }
}
