package vn.lopmo.content.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;

/// How well the search serves the judged library: `./lopmo bench relevance [folder]`.
///
/// Prints nDCG@10 of what most systems do, of the best mixture of one flat text, and of the product; of the latter for
/// every way of typing; and the queries it serves worst.
final class RelevanceRig {
    private static final int WORST = 12;

    private RelevanceRig() {}

    public static void main(String[] arguments) throws IOException {
        var library = JudgedLibrary.read(Path.of(arguments[0]));
        var folder = Files.createTempDirectory("lopmo-relevance");
        try (var relevance = new Relevance(library, folder)) {
            print("materials " + library.materials().size() + ", queries " + library.queries().size());
            for (var mixture : PlainSearch.Mixture.values()) {
                print("%-40s %.4f", mixture, relevance.ofPlain(mixture).mean());
            }
            var typings = new EnumMap<Typing, Relevance.Results>(Typing.class);
            for (var typing : Typing.values()) {
                typings.put(typing, relevance.ofProduct(typing));
                print("product, %-31s %.4f", typing, typings.get(typing).mean());
            }
            print("product, %-31s %.4f", "SLIPS", relevance.ofSlips().mean());
            if (arguments.length > 1) {
                typings.forEach((typing, results) -> {
                    print("-- worst, %s", typing);
                    results.worst(WORST).forEach(result -> print("%s", result));
                });
                relevance.ofSlips().all().forEach(result -> print("%s", result));
            }
        } finally {
            try (var all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void print(String text, Object... values) {
        System.out.println(String.format(Locale.ROOT, text, values));
    }
}
