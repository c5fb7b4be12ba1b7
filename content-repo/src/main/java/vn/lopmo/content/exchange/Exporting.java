package vn.lopmo.content.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.collection.ReadableCollections;
import vn.lopmo.content.exchange.Book.Chapter;
import vn.lopmo.content.exchange.Book.Pages;
import vn.lopmo.content.exchange.Book.Plate;
import vn.lopmo.content.exchange.Book.Reading;
import vn.lopmo.content.file.CopiedFiles;
import vn.lopmo.content.file.CopiedFiles.Picture;
import vn.lopmo.content.file.FilePages;
import vn.lopmo.content.file.reading.PackageKind;
import vn.lopmo.content.material.Attachment;
import vn.lopmo.content.material.FileKind;
import vn.lopmo.content.material.Readership;
import vn.lopmo.platform.refusal.Refusal;

/// Gathers what a reader takes away as a book or as a course: what he may read of it, and what may leave the school.
/// Everything is looked up and allowed here; the writing that follows only copies.
@ApplicationScoped
class Exporting {
    private static final String EPUB = "application/epub+zip";
    private static final String PDF = "application/pdf";
    private static final int MOST_PAGES = 20_000;

    private final Works works;
    private final ReadableCollections collections;
    private final CopiedFiles files;
    private final FilePages pages;

    Exporting(Works works, ReadableCollections collections, CopiedFiles files, FilePages pages) {
        this.works = works;
        this.collections = collections;
        this.files = files;
        this.pages = pages;
    }

    /// @throws Refusal.NotFound if he may not read it
    /// @throws Refusal.Forbidden if the format is not for him
    /// @throws Refusal.Conflict if its licence keeps it in the school, there is nothing in it to be read, or too
    /// much
    StreamingOutput material(UUID id, ExportFormat format, Readership reader) {
        var who = reader.mustHaveAccount();
        var work = works.of(who.schoolId(), List.of(id), reader).get(id);
        if (work == null) {
            throw new Refusal.NotFound("material-not-found");
        }
        ExportPolicy.check(who, format);
        ExportPolicy.check(work);
        var own = format == ExportFormat.EPUB ? ownBook(work) : null;
        if (own != null) {
            var copy = files.of(own.id());
            return out -> {
                try (var content = copy.content().get()) {
                    content.transferTo(out);
                }
            };
        }
        var about = work.about();
        return bound(new Book(id, about.title(), about.description(), List.of(chapter(work)), cover(work)), format);
    }

    /// What the reader may not read of it is left out; what may not leave the school stops the whole.
    StreamingOutput collection(UUID id, ExportFormat format, Readership reader) {
        var who = reader.mustHaveAccount();
        var title = collections.title(id, reader);
        var readable = works.of(who.schoolId(), collections.materials(id, reader), reader);
        ExportPolicy.check(who, format);
        readable.values().forEach(ExportPolicy::check);
        var chapters = readable.values().stream()
                .map(this::chapter)
                .filter(chapter -> !chapter.readings().isEmpty())
                .toList();
        return bound(new Book(id, title, collections.description(id, reader), chapters, null), format);
    }

    /// A material that is a book already goes out as it came in.
    private static @Nullable Attachment ownBook(Work work) {
        var contents = work.contents();
        boolean one = contents.size() == 1 && contents.getFirst().mediaType().equals(EPUB);
        return one ? contents.getFirst() : null;
    }

    private StreamingOutput bound(Book book, ExportFormat format) {
        var texts = book.chapters().stream()
                .flatMap(chapter -> chapter.readings().stream())
                .toList();
        if (texts.isEmpty()) {
            throw new Refusal.Conflict("export-nothing-to-read");
        }
        long sum = texts.stream().mapToLong(this::length).sum();
        if (sum > MOST_PAGES) {
            throw new Refusal.Conflict("export-too-long", MOST_PAGES);
        }
        return switch (format) {
            case EPUB -> out -> EpubBinding.write(book, pages, out);
            case SCORM12 -> out -> ScormBinding.write(book, ScormEdition.SCORM_12, pages, out);
            case SCORM2004 -> out -> ScormBinding.write(book, ScormEdition.SCORM_2004, pages, out);
        };
    }

    private long length(Reading reading) {
        return switch (reading) {
            case Pages text -> pages.written(text.fileId());
            case Plate plate -> 1;
        };
    }

    private Chapter chapter(Work work) {
        var readings = new ArrayList<Reading>();
        var leftOut = new ArrayList<String>();
        for (Attachment file : work.contents()) {
            var reading = reading(file);
            if (reading == null) {
                leftOut.add(file.name());
            } else {
                readings.add(reading);
            }
        }
        return new Chapter(work, readings, leftOut);
    }

    private @Nullable Reading reading(Attachment file) {
        if (isPicture(file)) {
            return new Plate(name(file), picture(file));
        }
        boolean text = !PackageKind.isPackage(file.mediaType()) && pages.written(file.id()) > 0;
        return text ? new Pages(file.id(), name(file), file.mediaType().equals(PDF), files.pictures(file.id())) : null;
    }

    private @Nullable Picture cover(Work work) {
        return work.files().stream()
                .filter(file -> file.kind() == FileKind.COVER && isPicture(file))
                .findFirst()
                .map(this::picture)
                .orElse(null);
    }

    private Picture picture(Attachment file) {
        return new Picture(file.mediaType(), files.of(file.id()).content());
    }

    private static boolean isPicture(Attachment file) {
        return file.mediaType().matches("image/(png|jpeg|gif|webp)");
    }

    private static String name(Attachment file) {
        return file.name().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
    }
}
