package vn.lopmo.assessment.analysis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// An analysis as a spreadsheet: a sheet each for the paper, its questions, their options, groups and other editions.
final class AnalysisSheet {
    private static final int WIDE = 60;
    private static final int USUAL = 14;

    private final Analysis analysis;
    private final Words words;

    private AnalysisSheet(Analysis analysis, Words words) {
        this.analysis = analysis;
        this.words = words;
    }

    static byte[] of(Analysis analysis, Words words) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "LopMo", null)) {
            new AnalysisSheet(analysis, words).write(book);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void write(Workbook book) {
        overview(book.newWorksheet(words.of("sheet.overview")));
        items(book.newWorksheet(words.of("sheet.items")));
        options(book.newWorksheet(words.of("sheet.options")));
        groups(book.newWorksheet(words.of("sheet.groups")));
        if (!analysis.comparison().isEmpty()) {
            editions(book.newWorksheet(words.of("sheet.forms")));
        }
    }

    /// Rows from top to bottom. What people typed goes in as text: a cell is never a formula.
    private static final class Rows {
        private final Worksheet sheet;
        private int row;

        Rows(Worksheet sheet) {
            this.sheet = sheet;
        }

        void add(@Nullable Object... cells) {
            for (int column = 0; column < cells.length; column++) {
                switch (cells[column]) {
                    case null -> {}
                    case Double number -> {
                        sheet.value(row, column, number);
                        sheet.style(row, column).format("0.000").set();
                    }
                    case Number number -> sheet.value(row, column, number);
                    case Object text -> sheet.value(row, column, text.toString());
                }
            }
            row++;
        }

        void bold() {
            sheet.range(row - 1, 0, row - 1, MOST_COLUMNS).style().bold().set();
        }

        private static final int MOST_COLUMNS = 20;
    }

    private Rows headed(Worksheet sheet, int wide, String... names) {
        var rows = new Rows(sheet);
        Object[] heads = new Object[names.length];
        for (int column = 0; column < names.length; column++) {
            heads[column] = words.of("head." + names[column]);
            sheet.width(column, column == wide ? WIDE : USUAL);
        }
        rows.add(heads);
        rows.bold();
        return rows;
    }

    private void overview(Worksheet sheet) {
        var rows = new Rows(sheet);
        sheet.width(0, WIDE / 2);
        rows.add(words.of("head.title"), analysis.title());
        rows.add(words.of("head.learners"), analysis.learners());
        rows.add(words.of("head.questions"), analysis.questions());
        rows.add(words.of("head.maxMark"), analysis.maxMark());
        var paper = analysis.paper();
        if (paper != null) {
            figures(paper).forEach(figure -> rows.add(words.of("head." + figure.name), figure.value));
            rows.add();
            rows.add(words.of("head.from"), words.of("head.to"), words.of("head.count"));
            rows.bold();
            paper.histogram().forEach(bar -> rows.add(bar.from(), bar.to(), bar.count()));
        }
        rows.add();
        analysis.notes().forEach(note -> rows.add(note.text()));
    }

    private record Figure(String name, @Nullable Double value) {}

    private static List<Figure> figures(Analysis.Paper paper) {
        return List.of(
                new Figure("mean", paper.mean()),
                new Figure("median", paper.median()),
                new Figure("sd", paper.sd()),
                new Figure("skewness", paper.skewness()),
                new Figure("kurtosis", paper.kurtosis()),
                new Figure("min", paper.min()),
                new Figure("max", paper.max()),
                new Figure("kr20", paper.kr20()),
                new Figure("alpha", paper.alpha()),
                new Figure("sem", paper.sem()),
                new Figure("errorRatio", paper.errorRatio()));
    }

    private void items(Worksheet sheet) {
        var rows = headed(
                sheet, 1, "number", "text", "form", "count", "maxMark", "facility", "sd", "guess", "intendedWeight",
                "effectiveWeight", "discriminationIndex", "itemRest", "discriminativeEfficiency", "medianSeconds", "a",
                "b", "c", "flags");
        for (var item : analysis.items()) {
            var known = item.calibration();
            rows.add(
                    item.number(),
                    item.text(),
                    words.of("value." + item.form()),
                    item.n(),
                    item.maxMark(),
                    item.facility(),
                    item.sd(),
                    item.guess(),
                    item.intendedWeight(),
                    item.effectiveWeight(),
                    item.discriminationIndex(),
                    item.itemRest(),
                    item.discriminativeEfficiency(),
                    item.medianSeconds(),
                    known == null ? null : known.a(),
                    known == null ? null : known.b(),
                    known == null ? null : known.c(),
                    item.flags().stream().map(Analysis.Note::text).collect(Collectors.joining("\n")));
        }
    }

    private void options(Worksheet sheet) {
        var rows = headed(sheet, 2, "number", "option", "text", "key", "top", "middle", "bottom", "total", "itemRest");
        for (var item : analysis.items()) {
            for (var option : item.options() == null ? List.<Analysis.Option>of() : item.options()) {
                rows.add(
                        item.number(),
                        option.label(),
                        option.id().isEmpty() ? words.of("value.blank") : option.text(),
                        option.key() ? words.of("value.yes") : null,
                        option.top(),
                        option.middle(),
                        option.bottom(),
                        option.total(),
                        option.rest());
            }
        }
    }

    private void groups(Worksheet sheet) {
        var rows = headed(sheet, 1, "kind", "value", "questions", "facility");
        for (Map.Entry<String, List<Groups.Group>> kind : analysis.groups().entrySet()) {
            for (var group : kind.getValue()) {
                var value = words.find("value." + group.value()).orElse(group.value());
                rows.add(words.of("kind." + kind.getKey()), value, group.questions(), group.facility());
            }
        }
    }

    private void editions(Worksheet sheet) {
        var rows = headed(
                sheet, 0, "title", "version", "learners", "maxMark", "mean", "sd", "alpha", "common", "difference");
        for (var one : analysis.comparison()) {
            rows.add(
                    one.title(),
                    one.paperVersion(),
                    one.learners(),
                    one.maxMark(),
                    one.mean(),
                    one.sd(),
                    one.alpha(),
                    one.common(),
                    one.difference());
        }
    }
}
