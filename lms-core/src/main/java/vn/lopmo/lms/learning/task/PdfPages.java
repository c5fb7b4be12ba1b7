package vn.lopmo.lms.learning.task;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// Counts the pages of a PDF without drawing it, by walking its tree of pages: ISO 32000-2, 7.7.3. It comes from
/// pupils: what turns in circles, swells or is locked has no pages that could be counted.
final class PdfPages {
    static final int MOST = 2_000;
    private static final int MOST_NODES = 3 * MOST;
    private static final int MOST_ROOTS = 50;

    private static final Pattern ROOT = Pattern.compile("/Root\\s{1,9}([0-9]{1,8})\\s{1,9}[0-9]{1,5}\\s{1,9}R");
    private static final Pattern TREE = Pattern.compile("/Pages\\s{1,9}([0-9]{1,8})\\s{1,9}[0-9]{1,5}\\s{1,9}R");
    private static final Pattern KIDS = Pattern.compile("/Kids\\s{0,9}\\[");
    private static final Pattern CLOSE = Pattern.compile("\\]");
    private static final Pattern KIDS_ELSEWHERE =
            Pattern.compile("/Kids\\s{1,9}([0-9]{1,8})\\s{1,9}[0-9]{1,5}\\s{1,9}R");
    private static final Pattern LEAF = Pattern.compile("/Type\\s{0,9}/Page(?![A-Za-z0-9])");
    private static final Pattern BRANCH = Pattern.compile("/Kids|/Type\\s{0,9}/Pages");
    private static final Pattern KID = Pattern.compile("([0-9]{1,8})\\s{1,9}[0-9]{1,5}\\s{1,9}R");

    private final PdfObjects objects;

    private PdfPages(PdfObjects objects) {
        this.objects = objects;
    }

    /// 0 if they cannot be counted, or are more than a pupil has a reason to hand in.
    static int count(byte[] pdf) {
        return PdfObjects.of(pdf)
                .flatMap(objects -> roots(pdf).stream()
                        .map(root -> new PdfPages(objects).below(root))
                        .flatMapToInt(OptionalInt::stream)
                        .boxed()
                        .findFirst())
                .orElse(0);
    }

    /// The latest first: every change of a file adds one, and the last one counts.
    private static List<Integer> roots(byte[] pdf) {
        var found = new LinkedHashSet<Integer>();
        var matcher = ROOT.matcher(Latin.of(pdf));
        while (matcher.find()) {
            var root = Integer.valueOf(matcher.group(1));
            found.remove(root);
            found.addLast(root);
            if (found.size() > MOST_ROOTS) {
                found.removeFirst();
            }
        }
        return List.copyOf(found.reversed());
    }

    private OptionalInt below(int root) {
        return objects.find(root)
                .map(TREE::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> leaves(Integer.parseInt(matcher.group(1))))
                .orElse(OptionalInt.empty());
    }

    private OptionalInt leaves(int top) {
        var waiting = new ArrayDeque<Integer>(List.of(top));
        var branches = new HashSet<Integer>();
        int pages = 0;
        for (int nodes = 0; !waiting.isEmpty(); nodes++) {
            int number = waiting.pop();
            var node = objects.find(number);
            if (node.isEmpty()) {
                continue;
            }
            boolean leaf = LEAF.matcher(node.get()).find();
            var kids = leaf ? Optional.<Latin>empty() : kids(node.get());
            if (kids.isPresent()) {
                if (branches.add(number)) {
                    KID.matcher(kids.get())
                            .results()
                            .limit(MOST_NODES)
                            .forEach(kid -> waiting.add(Integer.valueOf(kid.group(1))));
                }
            } else if (leaf || !BRANCH.matcher(node.get()).find()) {
                pages++;
            } else {
                return OptionalInt.empty();
            }
            if (pages > MOST || nodes > MOST_NODES || waiting.size() > MOST_NODES) {
                return OptionalInt.empty();
            }
        }
        return pages == 0 || objects.isSpent() ? OptionalInt.empty() : OptionalInt.of(pages);
    }

    private Optional<Latin> kids(Latin node) {
        var here = KIDS.matcher(node);
        if (here.find()) {
            var close = CLOSE.matcher(node);
            return close.find(here.end()) ? Optional.of(node.subSequence(here.end(), close.start())) : Optional.empty();
        }
        var elsewhere = KIDS_ELSEWHERE.matcher(node);
        return elsewhere.find() ? objects.find(Integer.parseInt(elsewhere.group(1))) : Optional.empty();
    }
}
