package vn.lopmo.assessment.analysis;

import java.util.HashMap;
import vn.lopmo.assessment.item.Answer;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.item.Mark;

/// What somebody who knows nothing gets on an item, as a share of what it is worth (Moodle's random guess score).
final class Chance {
    private Chance() {}

    static double of(Item item) {
        return switch (item) {
            case Item.SingleChoice choice -> ofChoice(choice);
            case Item.TrueFalseGroup group -> ofGroup(group);
            case Item.ShortAnswer text -> 0;
            case Item.Essay essay -> 0;
        };
    }

    /// Of being wholly right, for models that know only right and wrong.
    static double ofRight(Item item) {
        return item instanceof Item.SingleChoice choice ? ofChoice(choice) : 0;
    }

    private static double ofChoice(Item.SingleChoice item) {
        long right = item.options().stream()
                .filter(option -> Mark.FULL.equals(item.mark(new Answer.Choice(option.id()))))
                .count();
        return (double) right / item.options().size();
    }

    /// The mean over all ways to judge the statements.
    private static double ofGroup(Item.TrueFalseGroup item) {
        int statements = item.statements().size();
        double sum = 0;
        double ways = 1;
        for (int right = 0; right <= statements; right++) {
            sum += ways * share(item, right);
            ways = ways * (statements - right) / (right + 1);
        }
        return sum / Math.pow(2, statements);
    }

    /// What so many right judgements earn.
    private static double share(Item.TrueFalseGroup item, int right) {
        var judged = new HashMap<String, Boolean>();
        for (var statement : item.statements()) {
            judged.put(statement.id(), statement.key() == (judged.size() < right));
        }
        var share = item.mark(new Answer.Statements(judged)).share();
        return share == null ? 0 : share.doubleValue();
    }
}
