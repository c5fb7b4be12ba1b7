package vn.lopmo.assessment.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import vn.lopmo.assessment.analysis.CalibrationResult.LeftOut;
import vn.lopmo.assessment.analysis.CalibrationResult.Reason;
import vn.lopmo.assessment.analysis.irt.Model;
import vn.lopmo.assessment.analysis.irt.Responses;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.paper.PaperContent.Question;
import vn.lopmo.platform.text.RichText;

/// Who got what right in some assignments together. A learner is one row, whatever he took; an item that he met twice
/// counts as he met it first. Another version of an item is another item.
final class CalibrationData {
    static final int FEWEST_ITEMS = 3;
    static final long MOST_CELLS = 5_000_000;

    private final Map<Key, Column> columns = new LinkedHashMap<>();
    private final Map<UUID, Integer> learners = new LinkedHashMap<>();

    record Key(UUID itemId, int version) {}

    /// Marks on one item, by row.
    record Column(Key key, String text, Item item, Map<Integer, Double> shares) {
        private boolean isRightOrWrong() {
            return shares.values().stream().allMatch(share -> share == 0 || share == 1);
        }

        private boolean isConstant() {
            return shares.values().stream().distinct().count() < 2;
        }

        double facility() {
            return shares.values().stream()
                    .mapToDouble(share -> share)
                    .average()
                    .orElse(0);
        }

        LeftOut leftOut(Reason reason) {
            return new LeftOut(key.itemId, key.version, text, shares.size(), facility(), reason);
        }
    }

    /// What can be estimated, and what was left out of it.
    record Estimable(List<Column> columns, Responses responses, double[] chance, List<LeftOut> leftOut) {}

    void add(Taken taken, Predicate<UUID> wanted) {
        for (int at = 0; at < taken.columns().size(); at++) {
            var question = taken.columns().get(at).question();
            if (wanted.test(question.slot().itemId())) {
                add(taken, at, question);
            }
        }
    }

    private void add(Taken taken, int at, Question question) {
        var slot = question.slot();
        var key = new Key(slot.itemId(), slot.itemVersion());
        var column = columns.computeIfAbsent(
                key,
                missing -> new Column(
                        key, RichText.readable(question.item().prompt()), question.item(), new LinkedHashMap<>()));
        for (int learner = 0; learner < taken.learners().size(); learner++) {
            int row = learners.computeIfAbsent(taken.learners().get(learner), missing -> learners.size());
            column.shares.putIfAbsent(row, taken.table().share(learner, at));
        }
    }

    int learners() {
        return learners.size();
    }

    Estimable estimable(Model model) {
        var taken = new ArrayList<Column>();
        var leftOut = new ArrayList<LeftOut>();
        for (var column : columns.values()) {
            if (column.shares.size() < model.fewest()) {
                leftOut.add(column.leftOut(Reason.FEW));
            } else if (!column.isRightOrWrong()) {
                leftOut.add(column.leftOut(Reason.PART_MARKS));
            } else if (column.isConstant()) {
                leftOut.add(column.leftOut(Reason.CONSTANT));
            } else {
                taken.add(column);
            }
        }
        var chance = taken.stream()
                .mapToDouble(column -> Chance.ofRight(column.item))
                .toArray();
        return new Estimable(taken, responses(taken), chance, leftOut);
    }

    private Responses responses(List<Column> taken) {
        var rows = new byte[learners.size()][taken.size()];
        for (byte[] row : rows) {
            Arrays.fill(row, Responses.MISSING);
        }
        for (int item = 0; item < taken.size(); item++) {
            int at = item;
            taken.get(item).shares.forEach((row, share) -> rows[row][at] = (byte) Math.round(share));
        }
        return new Responses(rows, taken.size());
    }
}
