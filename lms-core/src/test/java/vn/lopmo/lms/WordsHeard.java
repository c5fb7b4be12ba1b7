package vn.lopmo.lms;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.lopmo.platform.event.EventHandler;
import vn.lopmo.platform.sql.Rows;

/// Hears many events at once, for tests of how they come. What it hears it keeps, in the
/// transaction in which it came.
@ApplicationScoped
public class WordsHeard implements EventHandler.OfMany<WordsHeard.Word> {
    static final String TYPE = "test.word-said.v1";

    /// @param shy cannot be handled together with others
    public record Word(String word, boolean shy) {}

    private final Rows rows;
    private final List<List<String>> tries = new CopyOnWriteArrayList<>();

    WordsHeard(Rows rows) {
        this.rows = rows;
    }

    @PostConstruct
    void table() {
        rows.change("create table if not exists word_heard (word text not null)");
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Word> body() {
        return Word.class;
    }

    @Override
    public void handleAll(List<Told<Word>> events) {
        var words = new ArrayList<String>();
        for (var told : events) {
            words.add(told.event().word());
            rows.change("insert into word_heard (word) values (?)", told.event().word());
        }
        tries.add(words);
        if (events.size() > 1 && events.stream().anyMatch(told -> told.event().shy())) {
            throw new IllegalStateException("too many of us");
        }
    }

    List<List<String>> tries() {
        return tries;
    }

    /// What was kept, in the order of the alphabet.
    List<String> kept() {
        return rows.list("select word from word_heard order by word", row -> row.text(1));
    }

    List<String> laidAside() {
        return rows.list("select body from dead_letter where topic = ?", row -> row.text(1), TYPE);
    }
}
