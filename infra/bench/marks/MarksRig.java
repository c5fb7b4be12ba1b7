package vn.lopmo.lms.gradebook.book;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import vn.lopmo.lms.gradebook.rules.Entry;
import vn.lopmo.lms.gradebook.rules.LearnerYear;
import vn.lopmo.lms.gradebook.rules.LearnerYear.Period;
import vn.lopmo.lms.gradebook.rules.Programme;
import vn.lopmo.lms.gradebook.rules.Scheme;
import vn.lopmo.lms.gradebook.rules.SubjectRule;

/// A class of 45 in the 13 subjects of grade 8, every entry of both terms there: from cells as the database gives
/// them, in any order, to all averages, judgements and results of both terms, the year, and after the summer. The
/// database is not measured here. Processor time of the one thread that does it, so that a busy machine does not count.
final class MarksRig {
    private static final int LEARNERS = 45;
    private static final int GRADE = 8;
    private static final int ROUNDS = 400;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final Duration AIM = Duration.ofMillis(100);

    private final Random dice = new Random(45);
    private final List<SubjectRule> rules = ProgrammeFile.read(new ObjectMapper()).of(GRADE);
    private final List<UUID> learners = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    private MarksRig() {
        for (int n = 0; n < LEARNERS; n++) {
            learners.add(new UUID(dice.nextLong(), dice.nextLong()));
        }
        for (var rule : rules) {
            for (int term = 1; term <= 2; term++) {
                fill(rule, term);
            }
        }
        Collections.shuffle(cells, dice);
    }

    private void fill(SubjectRule rule, int term) {
        for (var column : rule.columns(term)) {
            for (var learner : learners) {
                if (column.needed()) {
                    cells.add(new Cell(learner, rule.subject(), term, column.slot(), value(rule), 1, null));
                }
            }
        }
    }

    private String value(SubjectRule rule) {
        return rule.scheme() == Scheme.SCORED
                ? new BigDecimal(50 + dice.nextInt(51)).movePointLeft(1).toString()
                : Entry.PASSED;
    }

    private int reckon() {
        int told = 0;
        for (LearnerYear year : Years.laid(rules, Programme.conduct(GRADE), learners, cells).values()) {
            for (var period : Period.values()) {
                told += year.result(period).study() == null ? 0 : 1;
            }
        }
        return told;
    }

    public static void main(String[] arguments) {
        var rig = new MarksRig();
        var times = new double[ROUNDS];
        int told = 0;
        for (int n = 0; n < ROUNDS; n++) {
            long began = CLOCK.getCurrentThreadCpuTime();
            told = rig.reckon();
            times[n] = (CLOCK.getCurrentThreadCpuTime() - began) / 1e6;
        }
        double first = times[0];
        Arrays.sort(times);
        System.out.printf(
                "%d learners, %d subjects, %d entries, %d results: CPU the first time %.1f ms, then p50 %.2f ms, p99 %.2f ms; aim %d ms%n",
                LEARNERS,
                rig.rules.size(),
                rig.cells.size(),
                told,
                first,
                times[ROUNDS / 2],
                times[ROUNDS * 99 / 100],
                AIM.toMillis());
        if (told != LEARNERS * Period.values().length || times[ROUNDS * 99 / 100] > AIM.toMillis()) {
            System.exit(1);
        }
    }
}
