package vn.lopmo.assessment.interchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.ImageKind;
import vn.lopmo.assessment.bank.MediaStore;
import vn.lopmo.assessment.interchange.exam.FoundQuestion;
import vn.lopmo.assessment.interchange.exam.PaperReader;
import vn.lopmo.assessment.interchange.word.Block;
import vn.lopmo.assessment.interchange.word.Html;
import vn.lopmo.assessment.interchange.word.Rich;
import vn.lopmo.assessment.interchange.word.WordDocument;
import vn.lopmo.assessment.interchange.word.WordReader;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.RichText;
import vn.lopmo.platform.text.VietnameseText;

/// Takes in a Word file: reads it, finds its questions, keeps its pictures, and stores the whole for review. A file
/// that is refused leaves nothing behind.
@ApplicationScoped
class Importing {
    private static final int MOST_QUESTIONS = 300;
    private static final int LONGEST_NAME = 200;

    private final MediaStore media;
    private final Imports imports;
    private final ImportQuestions questions;
    /// One file at a time: reading takes a second, and its memory should not be taken twice.
    private final ReentrantLock reading = new ReentrantLock(true);

    Importing(MediaStore media, Imports imports, ImportQuestions questions) {
        this.media = media;
        this.imports = imports;
        this.questions = questions;
    }

    /// @throws Refusal.Invalid if it is no Word file, cannot be read, or holds no question
    PaperImport take(Caller owner, String fileName, Path file, Instant now) throws IOException {
        reading.lock();
        try {
            var document = WordReader.read(file);
            int count = PaperReader.read(document, Map.of()).size();
            if (count == 0) {
                throw new Refusal.Invalid("word-without-questions");
            }
            if (count > MOST_QUESTIONS) {
                throw new Refusal.Invalid("word-too-large");
            }
            return QuarkusTransaction.requiringNew().call(() -> store(owner, fileName, document, now));
        } finally {
            reading.unlock();
        }
    }

    private PaperImport store(Caller owner, String fileName, WordDocument document, Instant now) {
        var addresses = new HashMap<String, String>();
        document.pictures().forEach((part, bytes) -> keep(owner, part, bytes, addresses, now));
        var found = PaperReader.read(document, addresses);
        var paper = PaperImport.of(owner, tidy(fileName), source(document, found, addresses), now);
        var forms = found.stream().map(one -> one.content().form()).toList();
        var points = Points.of(forms, paper.subject());
        imports.persist(paper);
        for (int i = 0; i < found.size(); i++) {
            questions.persist(ImportQuestion.of(paper.id(), i + 1, found.get(i), points.get(i), now));
        }
        return paper;
    }

    /// A picture whose head cannot be read is said to be lost in its place.
    private void keep(Caller owner, String part, byte[] bytes, Map<String, String> addresses, Instant now) {
        if (ImageKind.of(bytes).isPresent()) {
            addresses.put(part, media.keep(owner, bytes, now).url());
        }
    }

    private static String tidy(String fileName) {
        var name = VietnameseText.tidy(fileName.replaceFirst("^.*[/\\\\]", ""));
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static List<PaperImport.Source> source(
            WordDocument document, List<FoundQuestion> found, Map<String, String> addresses) {
        var questionOf = new HashMap<String, Integer>();
        for (int i = 0; i < found.size(); i++) {
            int n = i + 1;
            found.get(i).sources().forEach(id -> questionOf.putIfAbsent(id, n));
        }
        var html = new Html(addresses);
        var source = new ArrayList<PaperImport.Source>();
        for (Block block : document.blocks()) {
            if (!(block instanceof Block.Paragraph(var id, Rich text)) || !text.isBlank()) {
                @Nullable Integer question = questionOf.get(block.id());
                source.add(new PaperImport.Source(block.id(), RichText.sanitise(html.of(block)), question));
            }
        }
        return source;
    }
}
