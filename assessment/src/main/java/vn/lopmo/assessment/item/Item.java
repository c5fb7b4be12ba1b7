package vn.lopmo.assessment.item;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one question asks and how an answer to it is scored: the "item" of QTI. Items are values; editing makes a
/// new version. Texts are rich text that is already clean. Made from what people send through [Draft].
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "form")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Item.SingleChoice.class, name = "SINGLE_CHOICE"),
    @JsonSubTypes.Type(value = Item.TrueFalseGroup.class, name = "TRUE_FALSE_GROUP"),
    @JsonSubTypes.Type(value = Item.ShortAnswer.class, name = "SHORT_ANSWER"),
    @JsonSubTypes.Type(value = Item.Essay.class, name = "ESSAY")
})
public sealed interface Item {
    String prompt();

    @Nullable
    String explanation();

    /// What helps a learner who practises and was wrong, without giving the key away.
    @Nullable
    String hint();

    /// What a learner may see: no key, no feedback.
    Shown shown();

    /// An answer of another item's shape earns nothing rather than failing; a blank (null) too, unless the item is
    /// void.
    Mark mark(@Nullable Answer answer);

    @JsonIgnore
    default Form form() {
        return switch (this) {
            case SingleChoice choice -> Form.SINGLE_CHOICE;
            case TrueFalseGroup group -> Form.TRUE_FALSE_GROUP;
            case ShortAnswer text -> Form.SHORT_ANSWER;
            case Essay essay -> Form.ESSAY;
        };
    }

    /// Whether the two ask for the same kind of answer and the same ones are right, whatever else their texts say.
    default boolean isKeyedLike(Item other) {
        return switch (this) {
            case SingleChoice one ->
                other instanceof SingleChoice two
                        && one.key.equals(two.key)
                        && one.ids().equals(two.ids());
            case TrueFalseGroup one ->
                other instanceof TrueFalseGroup two && one.keys().equals(two.keys()) && one.scoring.equals(two.scoring);
            case ShortAnswer one -> other instanceof ShortAnswer two && one.keys.equals(two.keys);
            case Essay one -> false;
        };
    }

    /// One right option of several.
    ///
    /// @param key the right option's id; `A|B` takes either, `*` is void
    record SingleChoice(
            String prompt,
            List<Option> options,
            String key,
            @Nullable String explanation,
            @Nullable String hint) implements Item {
        public SingleChoice(String prompt, List<Option> options, String key, @Nullable String explanation) {
            this(prompt, options, key, explanation, null);
        }

        public SingleChoice {
            options = List.copyOf(options);
            var ids = options.stream().map(Option::id).toList();
            if (!Key.isVoid(key) && (Key.accepted(key).isEmpty() || !ids.containsAll(Key.accepted(key)))) {
                throw new IllegalArgumentException("the key " + key + " is not among " + ids);
            }
        }

        private List<String> ids() {
            return options.stream().map(Option::id).toList();
        }

        public SingleChoice withKey(String right) {
            return new SingleChoice(prompt, options, right, explanation, hint);
        }

        @Override
        public Shown shown() {
            return new Shown(Form.SINGLE_CHOICE, prompt, options, null);
        }

        @Override
        public Mark mark(@Nullable Answer answer) {
            if (Key.isVoid(key)) {
                return Mark.FULL;
            }
            return Mark.fullIf(answer instanceof Answer.Choice(String choice)
                    && Key.accepted(key).contains(choice));
        }
    }

    /// Statements (four in the state exam) that are each true or false.
    record TrueFalseGroup(
            String prompt,
            List<Statement> statements,
            Scoring scoring,
            @Nullable String explanation,
            @Nullable String hint)
            implements Item {
        public TrueFalseGroup(
                String prompt, List<Statement> statements, Scoring scoring, @Nullable String explanation) {
            this(prompt, statements, scoring, explanation, null);
        }

        public TrueFalseGroup {
            statements = List.copyOf(statements);
            if (statements.isEmpty()) {
                throw new IllegalArgumentException("a true/false group has at least one statement");
            }
        }

        private Map<String, Boolean> keys() {
            return statements.stream().collect(Collectors.toMap(Statement::id, Statement::key));
        }

        /// @param right keys by statement; those that are not named stay as they are
        public TrueFalseGroup withKeys(Map<String, Boolean> right, Scoring counted) {
            var changed = statements.stream()
                    .map(one -> new Statement(one.id(), one.html(), right.getOrDefault(one.id(), one.key())))
                    .toList();
            return new TrueFalseGroup(prompt, changed, counted, explanation, hint);
        }

        @Override
        public Shown shown() {
            var lines = statements.stream().map(Statement::shown).toList();
            return new Shown(Form.TRUE_FALSE_GROUP, prompt, null, lines);
        }

        @Override
        public Mark mark(@Nullable Answer answer) {
            if (!(answer instanceof Answer.Statements(var given))) {
                return Mark.NONE;
            }
            long right = statements.stream()
                    .filter(one -> Boolean.valueOf(one.key()).equals(given.get(one.id())))
                    .count();
            return new Mark(scoring.share((int) right, statements.size()));
        }
    }

    /// A number or a few characters.
    ///
    /// @param keys each of them is right, and each may hold several as `2,5|5/2`; `*` is void
    record ShortAnswer(
            String prompt,
            List<String> keys,
            @Nullable String explanation,
            @Nullable String hint) implements Item {
        public ShortAnswer(String prompt, List<String> keys, @Nullable String explanation) {
            this(prompt, keys, explanation, null);
        }

        public ShortAnswer {
            keys = List.copyOf(keys);
            if (keys.stream().allMatch(key -> Key.accepted(key).isEmpty())) {
                throw new IllegalArgumentException("a short answer needs a key");
            }
        }

        public ShortAnswer withKeys(List<String> right) {
            return new ShortAnswer(prompt, right, explanation, hint);
        }

        @Override
        public Shown shown() {
            return Shown.text(Form.SHORT_ANSWER, prompt);
        }

        @Override
        public Mark mark(@Nullable Answer answer) {
            if (keys.stream().anyMatch(Key::isVoid)) {
                return Mark.FULL;
            }
            return Mark.fullIf(answer instanceof Answer.Text(String text) && isRight(text));
        }

        private boolean isRight(String text) {
            return keys.stream().flatMap(key -> Key.accepted(key).stream()).anyMatch(key -> ShortText.same(key, text));
        }
    }

    /// Marked by a person. A blank needs nobody: it earns nothing.
    ///
    /// @param rubric what the marker looks at, if it was written down line by line
    record Essay(
            String prompt,
            @Nullable String guide,
            @Nullable String explanation,
            @Nullable String hint,
            @Nullable List<Criterion> rubric)
            implements Item {
        public Essay(String prompt, @Nullable String guide, @Nullable String explanation) {
            this(prompt, guide, explanation, null, null);
        }

        public Essay {
            rubric = rubric == null || rubric.isEmpty() ? null : List.copyOf(rubric);
        }

        @Override
        public Shown shown() {
            return Shown.text(Form.ESSAY, prompt);
        }

        @Override
        public Mark mark(@Nullable Answer answer) {
            return answer instanceof Answer.Essay(String essay) && !essay.isBlank() ? Mark.PENDING : Mark.NONE;
        }
    }
}
