package vn.lopmo.content.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.lopmo.content.file.FilePages;
import vn.lopmo.content.material.Licence;
import vn.lopmo.content.material.MaterialType;
import vn.lopmo.content.material.Metadata;
import vn.lopmo.content.material.MetadataEdit;
import vn.lopmo.content.material.TextbookSet;

/// Writes a library of any size that is as hard to search as a real one: Vietnamese words of the judged library, used as
/// often as Zipf says (the first few hundred make most of every page), with the words of each material's own topic
/// among them, and invented words of Vietnamese syllables for the long tail. The same number makes the same material.
final class WrittenLibrary {
    static final UUID SCHOOL = JudgedLibrary.SCHOOL;
    private static final int TAIL = 40_000;
    private static final double ZIPF = 1.05;
    private static final int CLASSES = 60;
    private static final Instant FIRST = Instant.parse("2022-09-05T00:00:00Z");
    private static final String[] BEGINNINGS = {
        "b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"
    };
    private static final String[] RIMES = {
        "a", "ả", "ạ", "ai", "ài", "am", "an", "án", "ang", "anh", "ành", "ao", "ăn", "ắc", "âm", "ấn", "ất", "âu", "e",
        "en", "eo", "ê", "ệ", "ên", "ênh", "i", "ị", "ich", "iên", "iết", "iêu", "inh", "o", "ọ", "oa", "oán", "oi",
        "ong", "ô", "ố", "ôi", "ông", "ơ", "ời", "ớp", "u", "ủ", "ung", "uôn", "uyên", "ư", "ứ", "ương", "ướng"
    };
    private static final String[] SUBJECTS = {
        "toan", "ngu-van", "tieng-anh", "khtn", "vat-li", "hoa-hoc", "sinh-hoc", "lich-su", "dia-li", "gdcd", "tin-hoc",
        "cong-nghe", "gdtc", "am-nhac", "mi-thuat", "hdtn"
    };

    private final List<String> words = new ArrayList<>();
    private final double[] shares;
    private final List<Findable> seeds;
    private final int pagesEach;

    WrittenLibrary(JudgedLibrary judged, int materials, int pages) {
        this.seeds = judged.materials();
        this.pagesEach = Math.max(1, pages / materials);
        this.words.addAll(wordsOf(seeds));
        var random = new Random(7);
        while (words.size() < TAIL) {
            words.add(syllable(random) + " " + syllable(random));
        }
        this.shares = zipf(words.size());
    }

    private static String syllable(Random random) {
        return BEGINNINGS[random.nextInt(BEGINNINGS.length)] + RIMES[random.nextInt(RIMES.length)];
    }

    /// The most frequent first.
    private static List<String> wordsOf(List<Findable> seeds) {
        var counts = new HashMap<String, Integer>();
        for (Findable seed : seeds) {
            seed.pages().get().forEach(page -> {
                var text = page.text();
                var syllables = Syllable.of(text);
                for (int i = 0; i < syllables.size(); i++) {
                    var one = syllables.get(i);
                    counts.merge(text.substring(one.start(), one.end()).toLowerCase(), 2, Integer::sum);
                    if (i + 1 < syllables.size() && syllables.get(i + 1).sentence() == one.sentence()) {
                        counts.merge(text.substring(one.start(), syllables.get(i + 1).end()).toLowerCase(), 1, Integer::sum);
                    }
                }
            });
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double[] zipf(int size) {
        var shares = new double[size];
        double sum = 0;
        for (int rank = 0; rank < size; rank++) {
            sum += 1 / Math.pow(rank + 3, ZIPF);
            shares[rank] = sum;
        }
        for (int rank = 0; rank < size; rank++) {
            shares[rank] /= sum;
        }
        return shares;
    }

    private String word(Random random) {
        int at = java.util.Arrays.binarySearch(shares, random.nextDouble());
        return words.get(Math.min(words.size() - 1, at < 0 ? -at - 1 : at));
    }

    Findable material(int number) {
        var random = new Random(number * 31L + 11);
        var seed = seeds.get(random.nextInt(seeds.size()));
        var id = new UUID(0x1000_0000_0000L, number);
        var file = new UUID(0x2000_0000_0000L, number);
        var metadata = metadata(number, random, seed);
        int pages = Math.max(1, (int) Math.round(pagesEach * (0.2 + 1.6 * random.nextDouble())));
        return new Findable(
                id,
                SCHOOL,
                1,
                metadata,
                audience(random),
                random.nextInt(100) == 0 ? FIRST.plus(random.nextInt(2000), ChronoUnit.DAYS) : null,
                null,
                FIRST.plus(random.nextInt(1_800_000), ChronoUnit.MINUTES),
                List.of(),
                () -> IntStream.rangeClosed(1, pages)
                        .mapToObj(n -> new FilePages.Text(file, n, null, page(new Random(number * 7919L + n), seed))));
    }

    private static Set<String> audience(Random random) {
        var tokens = new HashSet<String>(Set.of(Reach.CURATOR, "owner:" + new UUID(3, random.nextInt(120))));
        int kind = random.nextInt(100);
        if (kind < 80) {
            tokens.add("all");
        } else if (kind < 90) {
            tokens.add("staff");
        } else {
            tokens.add(Reach.CLASS + new UUID(4, random.nextInt(CLASSES)));
            tokens.add(Reach.CLASS + new UUID(4, random.nextInt(CLASSES)));
        }
        return tokens;
    }

    private Metadata metadata(int number, Random random, Findable seed) {
        int grade = 1 + random.nextInt(12);
        return new MetadataEdit()
                .title(seed.metadata().title() + " " + word(random) + " " + word(random))
                .description(sentence(random) + " " + sentence(random))
                .type(MaterialType.values()[random.nextInt(MaterialType.values().length)])
                .subject(SUBJECTS[random.nextInt(SUBJECTS.length)])
                .grades(random.nextInt(5) == 0 && grade < 12 ? List.of(grade, grade + 1) : List.of(grade))
                .textbookSet(TextbookSet.values()[random.nextInt(TextbookSet.values().length)])
                .licence(Licence.values()[random.nextInt(7)])
                .author("Tổ " + word(random) + " " + number % 400)
                .keywords(List.of(word(random) + " " + word(random), seed.metadata().keywords().getFirst()))
                .done();
    }

    private String sentence(Random random) {
        var text = new StringBuilder();
        for (int n = 6 + random.nextInt(8); n > 0; n--) {
            text.append(text.isEmpty() ? "" : " ").append(word(random));
        }
        return text.append('.').toString();
    }

    /// Some 150 syllables, one sentence in six of the material's own topic.
    private String page(Random random, Findable seed) {
        var text = new StringBuilder();
        for (int n = 6 + random.nextInt(6); n > 0; n--) {
            text.append(text.isEmpty() ? "" : " ");
            if (random.nextInt(6) == 0) {
                text.append(seed.pages().get().skip(random.nextInt(2)).findFirst().orElseThrow().text());
            } else {
                text.append(sentence(random));
            }
        }
        return text.toString();
    }

    /// What people might ask for: queries of the judged library in every way of typing, and runs of words out of pages.
    List<String> queries(JudgedLibrary judged, int most) {
        var random = new Random(5);
        var queries = new ArrayList<String>();
        while (queries.size() < most) {
            int kind = random.nextInt(10);
            if (kind < 6) {
                var one = judged.queries().get(random.nextInt(judged.queries().size())).words();
                queries.add(Typing.values()[random.nextInt(Typing.values().length)].of(one));
            } else if (kind < 9) {
                queries.add(word(random) + " " + word(random) + (random.nextBoolean() ? " " + word(random) : ""));
            } else {
                queries.add(word(random) + " lớp " + (1 + random.nextInt(12)));
            }
        }
        return queries;
    }
}
