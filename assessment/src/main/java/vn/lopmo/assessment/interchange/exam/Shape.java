package vn.lopmo.assessment.interchange.exam;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.item.Form;

/// What the lines of a question turned out to be: its form, its prompt, and its options or statements with their
/// letters.
record Shape(Group group, Form form, List<Line> prompt, List<Labelled> parts) {
    private static final int OPTIONS = 4;
    private static final int FEWEST = 2;

    static Shape of(Group group) {
        @Nullable Form form = group.part.form();
        if (form == Form.ESSAY || form == Form.SHORT_ANSWER) {
            return new Shape(group, form, group.body, List.of());
        }
        if (form == Form.TRUE_FALSE_GROUP) {
            var statements = Labelled.split(group.body, 'a', OPTIONS);
            return new Shape(group, form, statements.prompt(), statements.parts());
        }
        var options = Labelled.split(group.body, 'A', OPTIONS);
        if (options.parts().size() >= FEWEST) {
            return new Shape(group, Form.SINGLE_CHOICE, options.prompt(), options.parts());
        }
        return form == Form.SINGLE_CHOICE
                ? new Shape(group, form, options.prompt(), options.parts())
                : withoutOptions(group);
    }

    /// No heading says what it is and there are no options: judged statements make a group, a short key a short answer.
    private static Shape withoutOptions(Group group) {
        var statements = Labelled.split(group.body, 'a', OPTIONS);
        int count = statements.parts().size();
        boolean judged = count >= FEWEST
                && (statements.parts().stream().allMatch(one -> Verdict.of(one).key() != null)
                        || group.answers.stream()
                                .anyMatch(key -> !Keys.group(key, count).isEmpty()));
        if (judged) {
            return new Shape(group, Form.TRUE_FALSE_GROUP, statements.prompt(), statements.parts());
        }
        var key = group.answers.isEmpty() ? "" : group.answers.getFirst();
        if (key.isEmpty()) {
            return new Shape(group, Form.ESSAY, group.body, List.of());
        }
        var form = Keys.choice(key).isPresent() ? Form.SINGLE_CHOICE : Form.SHORT_ANSWER;
        return new Shape(group, key.length() > 40 ? Form.ESSAY : form, group.body, List.of());
    }
}
