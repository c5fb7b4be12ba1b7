package vn.lopmo.content.file.reading;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The child JVM: takes one line a file (media type, path, folder for the result, address of its pictures; tabs
/// between), reads it, and answers one line: `READY` and what it noticed, or the slug of what is wrong. Ends with its
/// parent.
public final class ReaderMain {
    public static final String READY = "READY";
    /// In the place of a media type, with the page's number in that of the address: draws one page of a PDF.
    public static final String PICTURE_OF_PAGE = "picture-of-page";

    public static final String PICTURE = "page.png";
    /// In the place of a media type: reads the rows of a table, each as a page.
    public static final String SHEET = "sheet";

    public static final String BETWEEN_CELLS = "\u001F";

    private ReaderMain() {}

    public static void main(String[] arguments) throws IOException {
        var answers = new FileOutputStream(FileDescriptor.out);
        silence();
        var requests = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        for (String request = requests.readLine(); request != null; request = requests.readLine()) {
            var fields = request.split("\t", -1);
            var answer = answer(fields[0], Path.of(fields[1]), Path.of(fields[2]), fields[3]);
            answers.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
            answers.flush();
        }
    }

    /// What a library prints must not be taken for an answer.
    private static void silence() {
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Logger.getLogger("").setLevel(Level.OFF);
    }

    static String answer(String mediaType, Path source, Path folder, String partsAddress) throws IOException {
        try (var extract = new Extract(folder, partsAddress)) {
            if (mediaType.equals(PICTURE_OF_PAGE)) {
                PdfReader.draw(source, Integer.parseInt(partsAddress), folder.resolve(PICTURE));
            } else {
                read(mediaType, source, extract);
            }
            return READY + extract.facts();
        } catch (Unreadable refused) {
            return String.valueOf(refused.getMessage());
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return Unreadable.BROKEN;
        }
    }

    private static void read(String mediaType, Path source, Extract extract) throws IOException, Unreadable {
        switch (mediaType) {
            case "application/pdf" -> PdfReader.read(source, extract);
            case "application/epub+zip" -> {
                try (var archive = new Archive(source)) {
                    new EpubReader(archive, extract).read();
                }
            }
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> {
                try (var archive = new Archive(source)) {
                    WordReader.read(archive, extract);
                }
            }
            case "application/vnd.openxmlformats-officedocument.presentationml.presentation" -> {
                try (var archive = new Archive(source)) {
                    SlidesReader.read(archive, extract);
                }
            }
            case SHEET -> SheetReader.read(source, extract);
            case "application/msword" -> OldWordReader.read(source, extract);
            case "text/plain", "text/markdown" -> PlainTextReader.read(source, extract);
            case Subtitles.WEBVTT, Subtitles.SUBRIP ->
                Subtitles.of(Files.readAllBytes(source)).read(extract);
            default -> other(mediaType, source, extract);
        }
    }

    private static void other(String mediaType, Path source, Extract extract) throws IOException, Unreadable {
        var kind = PackageKind.of(mediaType);
        if (kind.isPresent()) {
            PackageReader.read(kind.get(), source, extract);
        } else if (mediaType.startsWith("image/")) {
            Pictures.thumbnail(source, extract);
        } else if (mediaType.startsWith("application/")) {
            OldOfficeReader.read(source, extract);
        }
    }
}
