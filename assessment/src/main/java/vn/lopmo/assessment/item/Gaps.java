package vn.lopmo.assessment.item;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import vn.lopmo.platform.refusal.Refusal.Field;
import vn.lopmo.platform.text.RichText;

/// What a draft still lacks to be an item.
final class Gaps {
    private static final int FEWEST_OPTIONS = 2;

    private final Draft draft;
    private final List<Field> found = new ArrayList<>();

    private Gaps(Draft draft) {
        this.draft = draft;
    }

    static List<Field> of(Draft draft) {
        var gaps = new Gaps(draft);
        gaps.look();
        return List.copyOf(gaps.found);
    }

    private void look() {
        check(!isEmpty(draft.prompt()), "prompt", "item-prompt-missing");
        switch (draft.form()) {
            case SINGLE_CHOICE -> choice();
            case TRUE_FALSE_GROUP -> group();
            case SHORT_ANSWER ->
                check(
                        draft.keyList().stream()
                                .anyMatch(key -> !Key.accepted(key).isEmpty()),
                        "keys",
                        "item-key-missing");
            case ESSAY -> essay();
        }
    }

    private void choice() {
        var ids = draft.optionList().stream().map(Draft.Line::id).toList();
        check(ids.size() >= FEWEST_OPTIONS, "options", "item-option-missing");
        check(ids.size() == new HashSet<>(ids).size(), "options", "item-option-twice");
        check(draft.optionList().stream().noneMatch(one -> isEmpty(one.html())), "options", "item-option-empty");
        var key = draft.key();
        boolean known =
                key != null && (Key.isVoid(key) || !Key.accepted(key).isEmpty() && ids.containsAll(Key.accepted(key)));
        check(known, "key", "item-key-missing");
    }

    private void group() {
        var statements = draft.statementList();
        var ids = statements.stream().map(Draft.Claim::id).toList();
        check(!ids.isEmpty(), "statements", "item-statement-missing");
        check(ids.size() == new HashSet<>(ids).size(), "statements", "item-option-twice");
        check(statements.stream().noneMatch(one -> isEmpty(one.html())), "statements", "item-statement-missing");
        check(statements.stream().allMatch(one -> one.key() != null), "statements", "item-key-missing");
    }

    private void essay() {
        var ids = draft.rubricList().stream().map(Criterion::id).toList();
        check(ids.size() == new HashSet<>(ids).size(), "rubric", "item-criterion-twice");
    }

    /// Without words, formula or picture.
    static boolean isEmpty(String html) {
        return RichText.plain(html).isEmpty() && !html.contains("<img ");
    }

    private void check(boolean good, String field, String slug) {
        if (!good) {
            found.add(new Field(field, slug, null));
        }
    }
}
