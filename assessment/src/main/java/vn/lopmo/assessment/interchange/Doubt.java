package vn.lopmo.assessment.interchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.assessment.interchange.word.Thing;
import vn.lopmo.assessment.item.Draft;
import vn.lopmo.assessment.item.ItemJson;
import vn.lopmo.platform.text.RichText;

/// Something about a question that could not be read for certain, said to the teacher in one sentence. Computed
/// anew from the question as it stands, so that it goes when its cause goes.
///
/// @param target the option or statement it is about
/// @param blocks the question cannot go into the bank before
@JsonInclude(JsonInclude.Include.ALWAYS)
record Doubt(String slug, String title, @Nullable String target, boolean blocks) {
    private static final int LONGEST_SHORT_ANSWER = 4;
    private static final int OPTIONS = 4;

    static List<Doubt> of(Draft content, List<String> marked, boolean afterGap, boolean settled) {
        var doubts = new ArrayList<Doubt>();
        if (isEmpty(content.prompt())) {
            doubts.add(blocking("empty-prompt", "Không thấy đề bài của câu này. Thầy cô gõ thêm.", null));
        }
        switch (content.form()) {
            case SINGLE_CHOICE -> choice(content, marked, doubts);
            case TRUE_FALSE_GROUP -> group(content, doubts);
            case SHORT_ANSWER -> shortAnswer(content, doubts);
            case ESSAY -> {}
        }
        lost(content, doubts);
        if (afterGap) {
            doubts.add(note("number-gap", "Số câu bị nhảy ở đây. Xem lại có câu nào trong tệp chưa được đọc.", null));
        }
        return settled ? doubts.stream().filter(Doubt::blocks).toList() : List.copyOf(doubts);
    }

    private static void choice(Draft content, List<String> marked, List<Doubt> doubts) {
        var options = content.optionList();
        if (options.size() < OPTIONS) {
            var title = "Chỉ thấy " + options.size() + " phương án. Thêm cho đủ, hoặc giữ nguyên nếu đề như vậy.";
            doubts.add(new Doubt("option-missing", title, null, options.size() < 2));
        }
        for (var option : options) {
            if (isEmpty(option.html())) {
                doubts.add(blocking("option-missing", "Phương án " + option.id() + " còn trống.", option.id()));
            }
        }
        if (content.key() == null || content.key().isBlank()) {
            doubts.add(
                    marked.size() > 1
                            ? blocking(
                                    "key-two",
                                    "Hai đáp án cùng được đánh dấu: " + String.join(" và ", marked) + ". Chọn lại một.",
                                    null)
                            : blocking("key-missing", "Không thấy đáp án trong tệp. Chọn giúp một phương án.", null));
        } else if (options.stream().noneMatch(one -> content.key().contains(one.id()))
                && !content.key().equals("*")) {
            doubts.add(blocking("key-missing", "Đáp án " + content.key() + " không có trong các phương án.", null));
        }
    }

    private static void group(Draft content, List<Doubt> doubts) {
        var statements = content.statementList();
        if (statements.size() < OPTIONS) {
            var title = "Phần đúng sai chỉ thấy " + statements.size() + " ý. Thêm cho đủ bốn, hoặc giữ nguyên.";
            doubts.add(new Doubt("statement-missing", title, null, statements.isEmpty()));
        }
        for (var statement : statements) {
            if (isEmpty(statement.html())) {
                doubts.add(blocking("statement-missing", "Ý " + statement.id() + ") còn trống.", statement.id()));
            }
            if (statement.key() == null) {
                doubts.add(
                        blocking("key-missing", "Ý " + statement.id() + ") chưa biết đúng hay sai.", statement.id()));
            }
        }
    }

    private static void shortAnswer(Draft content, List<Doubt> doubts) {
        var keys = content.keyList().stream().filter(key -> !key.isBlank()).toList();
        if (keys.isEmpty()) {
            doubts.add(blocking("key-missing", "Không thấy đáp số. Gõ đáp số của câu này.", null));
        }
        if (keys.stream().anyMatch(key -> key.length() > LONGEST_SHORT_ANSWER && !key.contains("|"))) {
            doubts.add(note(
                    "short-answer-too-long",
                    "Đáp số dài hơn bốn kí tự, không tô được trên phiếu theo mẫu 2025.",
                    null));
        }
    }

    private static void lost(Draft content, List<Doubt> doubts) {
        var all = ItemJson.write(content);
        if (all.contains(Thing.Kind.FORMULA.words())) {
            doubts.add(note("formula-unreadable", "Có công thức không đọc được. Gõ lại vào chỗ được đánh dấu.", null));
        }
        if (all.contains(Thing.Kind.PICTURE.words())) {
            doubts.add(note(
                    "picture-unreadable",
                    "Có hình không đọc được (dạng cũ của Word). Chèn lại dưới dạng ảnh PNG.",
                    null));
        }
    }

    private static boolean isEmpty(String html) {
        return RichText.plain(html).isEmpty() && !html.contains("<img ");
    }

    private static Doubt blocking(String slug, String title, @Nullable String target) {
        return new Doubt(slug, title, target, true);
    }

    private static Doubt note(String slug, String title, @Nullable String target) {
        return new Doubt(slug, title, target, false);
    }
}
