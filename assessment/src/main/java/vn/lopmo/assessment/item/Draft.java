package vn.lopmo.assessment.item;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.RichText;

/// An item that is still being written: any part of it may be missing. The wire form of an item for staff, in both
/// directions.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Draft(
        @NotNull Form form,
        @NotNull @Size(max = LONGEST_HTML) String prompt,
        @Nullable @Size(max = 12) List<@Valid Line> options,
        @Nullable @Size(max = 40) String key,
        @Nullable @Size(max = 12) List<@Valid Claim> statements,
        @Nullable Scoring scoring,
        @Nullable @Size(max = 12) List<@NotNull @Size(max = 100) String> keys,
        @Nullable @Size(max = LONGEST_HTML) String guide,
        @Nullable @Size(max = LONGEST_HTML) String explanation,
        @Nullable @Size(max = LONGEST_HTML) String hint,
        @Nullable @Size(max = 20) List<@Valid @NotNull Criterion> rubric) {
    static final int LONGEST_HTML = 60_000;

    /// As it is read from a paper: nobody writes hints there.
    public Draft(
            Form form,
            String prompt,
            @Nullable List<Line> options,
            @Nullable String key,
            @Nullable List<Claim> statements,
            @Nullable Scoring scoring,
            @Nullable List<String> keys,
            @Nullable String guide,
            @Nullable String explanation) {
        this(form, prompt, options, key, statements, scoring, keys, guide, explanation, null, null);
    }

    public record Line(
            @NotNull @Size(min = 1, max = 4) String id,
            @NotNull @Size(max = LONGEST_HTML) String html) {
        Option option() {
            return new Option(id, html);
        }
    }

    /// A statement whose key may not be known yet.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Claim(
            @NotNull @Size(min = 1, max = 4) String id,
            @NotNull @Size(max = LONGEST_HTML) String html,
            @Nullable Boolean key) {}

    public static Draft of(Item item) {
        return switch (item) {
            case Item.SingleChoice(var prompt, var options, var key, var explanation, var hint) ->
                new Draft(
                        Form.SINGLE_CHOICE,
                        prompt,
                        lines(options),
                        key,
                        null,
                        null,
                        null,
                        null,
                        explanation,
                        hint,
                        null);
            case Item.TrueFalseGroup(var prompt, var statements, var scoring, var explanation, var hint) ->
                new Draft(
                        Form.TRUE_FALSE_GROUP,
                        prompt,
                        null,
                        null,
                        claims(statements),
                        scoring,
                        null,
                        null,
                        explanation,
                        hint,
                        null);
            case Item.ShortAnswer(var prompt, var keys, var explanation, var hint) ->
                new Draft(Form.SHORT_ANSWER, prompt, null, null, null, null, keys, null, explanation, hint, null);
            case Item.Essay(var prompt, var guide, var explanation, var hint, var rubric) ->
                new Draft(Form.ESSAY, prompt, null, null, null, null, null, guide, explanation, hint, rubric);
        };
    }

    private static List<Line> lines(List<Option> options) {
        return options.stream().map(one -> new Line(one.id(), one.html())).toList();
    }

    private static List<Claim> claims(List<Statement> statements) {
        return statements.stream()
                .map(one -> new Claim(one.id(), one.html(), one.key()))
                .toList();
    }

    /// The same with every text cut down to safe rich text, and what does not belong to the form gone.
    public Draft cleaned() {
        boolean choice = form == Form.SINGLE_CHOICE;
        boolean group = form == Form.TRUE_FALSE_GROUP;
        return new Draft(
                form,
                RichText.sanitise(prompt),
                choice ? optionList().stream().map(Draft::clean).toList() : null,
                choice ? key : null,
                group ? statementList().stream().map(Draft::clean).toList() : null,
                group ? Objects.requireNonNullElse(scoring, Scoring.LADDER) : null,
                form == Form.SHORT_ANSWER
                        ? keyList().stream().map(String::strip).toList()
                        : null,
                form == Form.ESSAY ? clean(guide) : null,
                clean(explanation),
                clean(hint),
                form == Form.ESSAY && !rubricList().isEmpty()
                        ? rubricList().stream().map(Criterion::tidied).toList()
                        : null);
    }

    private static Line clean(Line line) {
        return new Line(line.id, RichText.sanitise(line.html));
    }

    private static Claim clean(Claim claim) {
        return new Claim(claim.id, RichText.sanitise(claim.html), claim.key);
    }

    private static @Nullable String clean(@Nullable String html) {
        return html == null || html.isBlank() ? null : RichText.sanitise(html);
    }

    /// @throws Refusal.Invalid naming the places that are missing
    public Item toItem() {
        var gaps = Gaps.of(this);
        if (!gaps.isEmpty()) {
            throw new Refusal.Invalid("item-incomplete", gaps);
        }
        return switch (form) {
            case SINGLE_CHOICE ->
                new Item.SingleChoice(
                        prompt,
                        optionList().stream().map(Line::option).toList(),
                        Optional.ofNullable(key).orElseThrow(),
                        explanation,
                        hint);
            case TRUE_FALSE_GROUP ->
                new Item.TrueFalseGroup(
                        prompt,
                        statementList().stream().map(Draft::statement).toList(),
                        Objects.requireNonNullElse(scoring, Scoring.LADDER),
                        explanation,
                        hint);
            case SHORT_ANSWER -> new Item.ShortAnswer(prompt, keyList(), explanation, hint);
            case ESSAY -> new Item.Essay(prompt, guide, explanation, hint, rubric);
        };
    }

    private static Statement statement(Claim claim) {
        return new Statement(claim.id, claim.html, Boolean.TRUE.equals(claim.key));
    }

    /// The options; none is the same as an empty list. (Jackson writes the field itself: null stays away.)
    @JsonIgnore
    public List<Line> optionList() {
        return options == null ? List.of() : options;
    }

    @JsonIgnore
    public List<Claim> statementList() {
        return statements == null ? List.of() : statements;
    }

    @JsonIgnore
    public List<String> keyList() {
        return keys == null ? List.of() : keys;
    }

    @JsonIgnore
    public List<Criterion> rubricList() {
        return rubric == null ? List.of() : rubric;
    }
}
