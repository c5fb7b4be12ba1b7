package vn.lopmo.content.file;

import static vn.lopmo.content.file.MediaTypes.PDF;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What is done with a file on its way into the library, in this order. Each may be done again and gives the same.
enum IngestStep {
    /// Its SHA-256, and whether the school has the same bytes already.
    HASH,
    /// The virus scanner, where there is one.
    SCAN,
    /// Its kind, by content.
    TYPE,
    /// Its words and pages, and a small picture of it.
    TEXT,
    /// Words written in a TCVN3 or VNI font, turned to Unicode.
    OLD_ENCODING,
    /// An office document as a PDF.
    PREVIEW,
    /// The words of pages that are pictures.
    OCR,
    /// A film in sizes that a weak line carries.
    LADDER,
    /// The search index is told.
    INDEX;

    enum State {
        WAITING,
        RUNNING,
        DONE,
        SKIPPED,
        FAILED
    }

    /// They take minutes, and nobody needs to wait for them: the file is ready before.
    static final List<IngestStep> SLOW = List.of(PREVIEW, OCR, LADDER);

    private static final Set<String> OLD_OFFICE =
            Set.of("application/msword", "application/vnd.ms-powerpoint", "application/vnd.ms-excel");

    /// The steps that a file of this kind needs.
    static List<IngestStep> of(String mediaType) {
        var steps = new ArrayList<>(List.of(HASH, SCAN, TYPE));
        boolean film = mediaType.startsWith("video/");
        if (film) {
            steps.add(LADDER);
        } else if (!mediaType.startsWith("audio/")) {
            steps.add(TEXT);
        }
        if (MediaTypes.isOffice(mediaType)) {
            steps.add(PREVIEW);
        }
        if (MediaTypes.isOffice(mediaType) || mediaType.equals(MediaTypes.TEXT)) {
            steps.add(OLD_ENCODING);
        }
        if (mediaType.equals(PDF) || mediaType.startsWith("image/")) {
            steps.add(OCR);
        }
        steps.add(INDEX);
        return steps;
    }

    static boolean isOldOffice(String mediaType) {
        return OLD_OFFICE.contains(mediaType);
    }
}
