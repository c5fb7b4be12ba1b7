package vn.lopmo.lms.course;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.text.RichText;

/// One part of a lesson, read as a whole: what a learner has "seen" is counted in blocks. Its id is made by the
/// editor and stays the same over all versions of the lesson, so that progress outlives a corrected comma.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Block.Picture.class, name = "picture"),
    @JsonSubTypes.Type(value = Block.Formula.class, name = "formula"),
    @JsonSubTypes.Type(value = Block.Material.class, name = "material"),
    @JsonSubTypes.Type(value = Block.Quiz.class, name = "quiz"),
    @JsonSubTypes.Type(value = Block.Task.class, name = "task"),
    @JsonSubTypes.Type(value = Block.Callout.class, name = "callout"),
    @JsonSubTypes.Type(value = Block.Embed.class, name = "embed"),
    @JsonSubTypes.Type(value = Block.Discussion.class, name = "discussion"),
})
public sealed interface Block {
    String id();

    /// The same block, safe to be shown as it stands: rich text sanitised, lines tidied, lengths checked.
    ///
    /// @throws vn.lopmo.platform.refusal.Refusal.Invalid if something in it is too long or not to be shown
    Block checked(BlockCheck check);

    record Text(String id, @Nullable String html) implements Block {
        @Override
        public Text checked(BlockCheck check) {
            return new Text(id, check.rich("html", html));
        }
    }

    record Picture(
            String id,
            @Nullable String url,
            @Nullable String alt,
            @Nullable String caption) implements Block {
        @Override
        public Picture checked(BlockCheck check) {
            return new Picture(id, check.ownAddress(url), check.line("alt", alt), check.line("caption", caption));
        }
    }

    record Formula(
            String id,
            @Nullable String latex,
            @Nullable String mathml,
            @Nullable String note) implements Block {
        @Override
        public Formula checked(BlockCheck check) {
            return new Formula(id, check.code("latex", latex), check.rich("mathml", mathml), check.line("note", note));
        }
    }

    /// Something of the library. Title and type are filled from the service's own copy of the library's titles.
    record Material(
            String id,
            @Nullable UUID materialId,
            @Nullable Integer version,
            @Nullable String title,
            @Nullable String type,
            @Nullable String note)
            implements Block {
        @Override
        public Material checked(BlockCheck check) {
            return new Material(
                    id,
                    materialId,
                    version,
                    check.line("title", title),
                    check.line("type", type),
                    check.line("note", note));
        }
    }

    /// A paper that was assigned, to be taken from inside the lesson.
    record Quiz(
            String id,
            @Nullable UUID assignmentId,
            @Nullable String title) implements Block {
        @Override
        public Quiz checked(BlockCheck check) {
            return new Quiz(id, assignmentId, check.line("title", title));
        }
    }

    /// Something to do, with the indicators that doing it gives evidence for.
    record Task(
            String id,
            @Nullable String title,
            @Nullable String html,
            @Nullable List<String> indicators) implements Block {
        @Override
        public Task checked(BlockCheck check) {
            return new Task(id, check.line("title", title), check.rich("html", html), check.indicators(indicators));
        }
    }

    /// A boxed remark that stands out from the text.
    ///
    /// @param look what kind of remark it is: note, remember, careful or example
    record Callout(
            String id,
            @Nullable String look,
            @Nullable String title,
            @Nullable String html) implements Block {
        static final Set<String> LOOKS = Set.of("note", "remember", "careful", "example");

        @Override
        public Callout checked(BlockCheck check) {
            var known = look != null && LOOKS.contains(look) ? look : "note";
            return new Callout(id, known, check.line("title", title), check.rich("html", html));
        }
    }

    /// A page or film of another site, shown inside the lesson once the learner asks for it.
    record Embed(String id, @Nullable String url, @Nullable String title) implements Block {
        @Override
        public Embed checked(BlockCheck check) {
            return new Embed(id, check.framed(url), check.line("title", title));
        }
    }

    /// Something to talk about; what is said stands elsewhere, under the lesson and this block's id.
    record Discussion(
            String id, @Nullable String title, @Nullable String html) implements Block {
        @Override
        public Discussion checked(BlockCheck check) {
            return new Discussion(id, check.line("title", title), check.rich("html", html));
        }
    }

    /// The same block under another id.
    default Block named(String newId) {
        return switch (this) {
            case Text text -> new Text(newId, text.html);
            case Picture picture -> new Picture(newId, picture.url, picture.alt, picture.caption);
            case Formula formula -> new Formula(newId, formula.latex, formula.mathml, formula.note);
            case Material one -> new Material(newId, one.materialId, one.version, one.title, one.type, one.note);
            case Quiz quiz -> new Quiz(newId, quiz.assignmentId, quiz.title);
            case Task task -> new Task(newId, task.title, task.html, task.indicators);
            case Callout callout -> new Callout(newId, callout.look, callout.title, callout.html);
            case Embed embed -> new Embed(newId, embed.url, embed.title);
            case Discussion discussion -> new Discussion(newId, discussion.title, discussion.html);
        };
    }

    /// The words of a block, for counting whether there is anything in it.
    default boolean hasNothing() {
        return switch (this) {
            case Text text -> isBlank(text.html);
            case Picture picture -> isBlankLine(picture.url);
            case Formula formula -> isBlankLine(formula.latex);
            case Material material -> material.materialId == null;
            case Quiz quiz -> quiz.assignmentId == null;
            case Task task -> isBlank(task.html) && isBlankLine(task.title);
            case Callout callout -> isBlank(callout.html) && isBlankLine(callout.title);
            case Embed embed -> isBlankLine(embed.url);
            case Discussion discussion -> isBlank(discussion.html) && isBlankLine(discussion.title);
        };
    }

    private static boolean isBlank(@Nullable String html) {
        return html == null || (RichText.plain(html).isEmpty() && !html.contains("<img"));
    }

    private static boolean isBlankLine(@Nullable String line) {
        return line == null || line.isBlank();
    }
}
