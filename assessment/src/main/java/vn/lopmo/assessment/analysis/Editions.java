package vn.lopmo.assessment.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.analysis.classical.DeltaPlot;
import vn.lopmo.assessment.analysis.classical.ItemFigures;
import vn.lopmo.assessment.analysis.classical.PaperFigures;
import vn.lopmo.assessment.paper.Assignment;

/// Compares what one class did on a paper with what others did on the same paper, or on another version of it. A
/// difference of means says nothing on whose questions were harder; only the questions that both had do.
final class Editions {
    private final Taken here;
    private final List<ItemFigures> figures;

    Editions(Taken here) {
        this.here = here;
        this.figures = ItemFigures.of(here.table());
    }

    Analysis.Edition compare(Assignment other, Taken there) {
        var paper = PaperFigures.of(there.table());
        var common = common(there);
        return new Analysis.Edition(
                other.id(),
                other.title(),
                other.paper().version(),
                there.learners().size(),
                there.table().most(),
                paper.mean(),
                paper.sd(),
                paper.alpha(),
                common.size(),
                there == here ? null : difference(common),
                there == here ? List.of() : drifted(there, common));
    }

    /// The same version of the same item in both.
    private List<Analysis.Drift> common(Taken there) {
        var byItem = new HashMap<Key, Double>();
        var theirs = ItemFigures.of(there.table());
        for (int column = 0; column < theirs.size(); column++) {
            byItem.put(Key.of(there, column), theirs.get(column).facility());
        }
        var common = new ArrayList<Analysis.Drift>();
        for (int column = 0; column < figures.size(); column++) {
            var other = byItem.get(Key.of(here, column));
            if (other != null) {
                int number = here.columns().get(column).question().number();
                common.add(new Analysis.Drift(number, figures.get(column).facility(), other));
            }
        }
        return common;
    }

    private record Key(UUID item, int version) {
        static Key of(Taken taken, int column) {
            var slot = taken.columns().get(column).question().slot();
            return new Key(slot.itemId(), slot.itemVersion());
        }
    }

    private static @Nullable Double difference(List<Analysis.Drift> common) {
        var mean = common.stream().mapToDouble(one -> one.here() - one.there()).average();
        return mean.isPresent() ? Double.valueOf(mean.getAsDouble()) : null;
    }

    /// Small classes move by themselves: nothing is said of them.
    private List<Analysis.Drift> drifted(Taken there, List<Analysis.Drift> common) {
        if (here.learners().size() < Rules.SMALL || there.learners().size() < Rules.SMALL) {
            return List.of();
        }
        var plot = DeltaPlot.of(
                common.stream().mapToDouble(Analysis.Drift::here).toArray(),
                common.stream().mapToDouble(Analysis.Drift::there).toArray());
        var drifted = new ArrayList<Analysis.Drift>();
        for (int i = 0; plot != null && i < common.size(); i++) {
            if (Math.abs(plot.distance()[i]) > DeltaPlot.FAR) {
                drifted.add(common.get(i));
            }
        }
        return drifted;
    }
}
