package vn.lopmo.lms.learning.task;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import vn.lopmo.lms.course.PictureHeader;

/// What a file's own bytes say that it is; the name and type that came with it count for nothing.
///
/// @param pages that can carry remarks: one of a picture, those of a PDF that could be counted
record WorkFileType(WorkKind kind, String mediaType, int width, int height, int pages) {
    static final String PDF = "application/pdf";

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> DOCUMENTS = Map.of(
            "word/document.xml", OFFICE + "wordprocessingml.document",
            "xl/workbook.xml", OFFICE + "spreadsheetml.sheet",
            "ppt/presentation.xml", OFFICE + "presentationml.presentation");

    /// Empty for anything that a learner has no reason to hand in: programs, pages, archives, documents with macros.
    ///
    /// @param file where the same bytes lie
    static Optional<WorkFileType> read(byte[] bytes, Path file) {
        return picture(bytes)
                .or(() -> sound(bytes))
                .or(() -> starts(bytes, "%PDF-") ? pdf(bytes) : Optional.empty())
                .or(() -> starts(bytes, "PK\3\4") ? office(file) : Optional.empty())
                .or(() -> isText(bytes) ? document("text/plain") : Optional.empty());
    }

    private static Optional<WorkFileType> picture(byte[] bytes) {
        return PictureHeader.read(bytes)
                .map(header ->
                        new WorkFileType(WorkKind.PICTURE, header.mediaType(), header.width(), header.height(), 1));
    }

    private static Optional<WorkFileType> pdf(byte[] bytes) {
        return Optional.of(new WorkFileType(WorkKind.FILE, PDF, 0, 0, PdfPages.count(bytes)));
    }

    private static Optional<WorkFileType> document(String mediaType) {
        return Optional.of(new WorkFileType(WorkKind.FILE, mediaType, 0, 0, 0));
    }

    /// The containers that browsers and phones record into.
    private static Optional<WorkFileType> sound(byte[] bytes) {
        if (bytes.length < 12) {
            return Optional.empty();
        }
        String type = null;
        if (at(bytes, 0) == 0x1A45DFA3) {
            type = "audio/webm";
        } else if (starts(bytes, "OggS")) {
            type = "audio/ogg";
        } else if (at(bytes, 4) == 0x66747970) {
            type = "audio/mp4";
        } else if (starts(bytes, "RIFF") && at(bytes, 8) == 0x57415645) {
            type = "audio/wav";
        } else if (starts(bytes, "ID3") || isMpegFrame(bytes)) {
            type = "audio/mpeg";
        }
        return Optional.ofNullable(type).map(known -> new WorkFileType(WorkKind.VOICE, known, 0, 0, 0));
    }

    /// Layer III of MPEG-1 or 2, as ISO/IEC 11172-3 begins a frame.
    private static boolean isMpegFrame(byte[] bytes) {
        return (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xE6) == 0xE2;
    }

    private static int at(byte[] bytes, int offset) {
        return ByteBuffer.wrap(bytes).getInt(offset);
    }

    private static boolean starts(byte[] bytes, String magic) {
        var wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length || bytes[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /// Only the list of what is inside is read, so that nothing swells.
    private static Optional<WorkFileType> office(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"))) {
                return Optional.empty();
            }
            return DOCUMENTS.entrySet().stream()
                    .filter(known -> zip.getEntry(known.getKey()) != null)
                    .findFirst()
                    .flatMap(known -> document(known.getValue()));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static boolean isText(byte[] bytes) {
        for (byte one : bytes) {
            if (one >= 0 && one < ' ' && one != '\n' && one != '\r' && one != '\t') {
                return false;
            }
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return !text.toString().stripLeading().startsWith("<");
        } catch (CharacterCodingException notText) {
            return false;
        }
    }
}
