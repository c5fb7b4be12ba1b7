package vn.lopmo.content.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Measures how well the product's search serves the judged library: nDCG@10, gains 2^grade − 1.
final class Relevance implements Closeable {
    private static final int DEPTH = 10;

    private final JudgedLibrary library;
    private final OpenIndex index;
    private final LibrarySearch search;
    private final PlainSearch plain;

    Relevance(JudgedLibrary library, Path folder) throws IOException {
        this.library = library;
        this.index = OpenIndex.at(folder, 16);
        var json = new ObjectMapper().registerModule(new JavaTimeModule());
        var blocks = new Blocks(json);
        for (Findable material : library.materials()) {
            index.replace(material.id(), blocks.of(material));
        }
        index.refresh();
        this.search = new LibrarySearch(json);
        this.plain = new PlainSearch(library.materials());
    }

    /// Of one query.
    record Result(String words, double ndcg, List<String> first) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%.3f  %s -> %s", ndcg, words, first.subList(0, Math.min(5, first.size())));
        }
    }

    record Results(List<Result> all) {
        double mean() {
            return all.stream().mapToDouble(Result::ndcg).average().orElse(0);
        }

        List<Result> worst(int most) {
            return all.stream()
                    .sorted(Comparator.comparingDouble(Result::ndcg))
                    .limit(most)
                    .toList();
        }
    }

    /// Every query that is not a slip, typed so.
    Results ofProduct(Typing typing) throws IOException {
        var results = new ArrayList<Result>();
        for (var judged : library.queries()) {
            if (!judged.asIs()) {
                results.add(ofProduct(typing.of(judged.words()), judged.grades()));
            }
        }
        return new Results(results);
    }

    Results ofSlips() throws IOException {
        var results = new ArrayList<Result>();
        for (var judged : library.queries()) {
            if (judged.asIs()) {
                results.add(ofProduct(judged.words(), judged.grades()));
            }
        }
        return new Results(results);
    }

    /// The same queries asked of what most systems do, and of the mixture that was measured best.
    Results ofPlain(PlainSearch.Mixture mixture) throws IOException {
        var results = new ArrayList<Result>();
        for (var judged : library.queries()) {
            if (!judged.asIs()) {
                results.add(result(judged.words(), plain.search(judged.words(), mixture, DEPTH), judged.grades()));
            }
        }
        return new Results(results);
    }

    LibrarySearch.Found found(String words) {
        var asked = new LibrarySearch.Asked(words, Map.of(), null, true, 0, DEPTH);
        var reach = new Reach(JudgedLibrary.SCHOOL, Set.of("all"), Instant.EPOCH);
        return index.ask(searcher -> search.search(searcher, asked, reach));
    }

    private Result ofProduct(String words, Map<UUID, Integer> grades) {
        var ids = found(words).hits().stream().map(hit -> hit.card().id()).toList();
        return result(words, ids, grades);
    }

    private Result result(String words, List<UUID> found, Map<UUID, Integer> grades) {
        double gained = 0;
        for (int rank = 0; rank < found.size(); rank++) {
            gained += gain(grades.getOrDefault(found.get(rank), 0), rank);
        }
        var names = found.stream().map(library::nameOf).toList();
        return new Result(words, gained / best(grades.values()), names);
    }

    private static double best(Collection<Integer> grades) {
        var sorted =
                grades.stream().sorted(Comparator.reverseOrder()).limit(DEPTH).toList();
        double best = 0;
        for (int rank = 0; rank < sorted.size(); rank++) {
            best += gain(sorted.get(rank), rank);
        }
        return best;
    }

    private static double gain(int grade, int rank) {
        return (Math.pow(2, grade) - 1) / (Math.log(rank + 2) / Math.log(2));
    }

    @Override
    public void close() throws IOException {
        index.close();
        plain.close();
    }
}
