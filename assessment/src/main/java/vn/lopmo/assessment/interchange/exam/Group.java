package vn.lopmo.assessment.interchange.exam;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.bank.Cognitive;

/// The lines of one question, gathered while the paper is walked through.
final class Group {
    final int number;
    final Part part;
    final Set<String> sources = new LinkedHashSet<>();
    final List<Line> passage = new ArrayList<>();
    final List<Line> body = new ArrayList<>();
    final List<Line> explanation = new ArrayList<>();
    /// Keys that are written out for it, in any spelling, by how near they stand: its own lines first, then the table.
    final List<String> answers = new ArrayList<>();

    @Nullable
    Cognitive level;

    boolean afterGap;

    Group(int number, Part part) {
        this.number = number;
        this.part = part;
    }

    void add(List<Line> to, Line line) {
        sources.add(line.source());
        to.add(line);
    }
}
