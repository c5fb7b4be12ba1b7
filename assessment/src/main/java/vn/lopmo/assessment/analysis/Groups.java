package vn.lopmo.assessment.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.lopmo.assessment.bank.Cognitive;
import vn.lopmo.assessment.paper.PaperContent.Question;

/// Questions taken together by what they are about: what a class knows, and what to teach again.
final class Groups {
    /// Half of the marks, as for a pass: marks of 5 and more of 10.
    private static final double PASS = 0.5;
    private static final int MOST_WEAK = 10;
    /// Facilities are sums of binary fractions.
    private static final double ROUNDING = 1e-9;

    private final Taken taken;

    Groups(Taken taken) {
        this.taken = taken;
    }

    /// @param questions how many
    /// @param facility marks earned of marks that could be
    record Group(String value, int questions, double facility) {}

    /// @param questions their numbers
    /// @param learners how many have less than half of its marks
    record Weak(String kind, String value, double facility, List<Integer> questions, int learners) {}

    /// By kind of group, then in the order of the facility, the lowest first.
    Map<String, List<Group>> all() {
        var groups = new LinkedHashMap<String, List<Group>>();
        kinds().forEach((kind, values) -> groups.put(
                kind,
                byValue(values).entrySet().stream()
                        .map(one -> new Group(one.getKey(), one.getValue().size(), facility(one.getValue())))
                        .sorted(Comparator.comparingDouble(Group::facility))
                        .toList()));
        return groups;
    }

    /// What the class has less than half of, the weakest first. Levels of thinking are no matter to teach.
    List<Weak> weak() {
        var weak = new ArrayList<Weak>();
        kinds().forEach((kind, values) -> {
            if (!kind.equals("cognitive")) {
                byValue(values).forEach((value, columns) -> weak.add(weak(kind, value, columns)));
            }
        });
        return weak.stream()
                .filter(one -> one.facility < PASS - ROUNDING)
                .sorted(Comparator.comparingDouble(Weak::facility))
                .limit(MOST_WEAK)
                .toList();
    }

    private Weak weak(String kind, String value, List<Integer> columns) {
        var numbers = columns.stream()
                .map(column -> taken.columns().get(column).question().number())
                .toList();
        int learners = (int) IntStream.range(0, taken.table().learners())
                .filter(learner -> share(learner, columns) < PASS - ROUNDING)
                .count();
        return new Weak(kind, value, facility(columns), numbers, learners);
    }

    private static Map<String, Function<Question, Stream<String>>> kinds() {
        var kinds = new LinkedHashMap<String, Function<Question, Stream<String>>>();
        kinds.put("topic", question -> Stream.ofNullable(question.meta().topic()));
        kinds.put("cognitive", question -> Stream.ofNullable(question.meta().cognitive()).map(Cognitive::name));
        kinds.put("outcome", question -> Stream.ofNullable(question.meta().outcome()));
        kinds.put("indicator", question -> question.meta().indicators().stream());
        return kinds;
    }

    private Map<String, List<Integer>> byValue(Function<Question, Stream<String>> values) {
        var columns = new TreeMap<String, List<Integer>>();
        for (int column = 0; column < taken.columns().size(); column++) {
            int at = column;
            values.apply(taken.columns().get(column).question())
                    .distinct()
                    .forEach(value -> columns.computeIfAbsent(value, one -> new ArrayList<>())
                            .add(at));
        }
        return columns;
    }

    private double facility(List<Integer> columns) {
        return IntStream.range(0, taken.table().learners())
                .mapToDouble(learner -> share(learner, columns))
                .average()
                .orElse(0);
    }

    private double share(int learner, List<Integer> columns) {
        var table = taken.table();
        double earned = columns.stream().mapToDouble(one -> table.mark(learner, one)).sum();
        return earned / columns.stream().mapToDouble(table::most).sum();
    }
}
