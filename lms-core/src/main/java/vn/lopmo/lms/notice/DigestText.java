package vn.lopmo.lms.notice;

import java.util.List;
import java.util.stream.Collectors;
import vn.lopmo.lms.organisation.SubjectNames;

/// A day's notices as a mail. Mail passes through others' hands and stays there: titles and counts, never a mark, a
/// person's name, or what a teacher wrote to somebody.
record DigestText(String school, List<Line> lines) {
    /// Beyond these a mail says only how many more there are.
    static final int MOST = 30;

    record Line(NoticeKind kind, String title, String place, int times) {
        String said() {
            return words() + (place.isEmpty() ? "" : " (" + SubjectNames.of(place) + ")");
        }

        private String words() {
            return switch (kind) {
                case LESSON -> "Bài mới: " + title;
                case PAPER -> "Bài kiểm tra, bài tập mới: " + title;
                case RESULT -> "Đã có kết quả: " + title;
                case TASK -> "Nhiệm vụ mới: " + title;
                case TASK_MARKED -> "Thầy cô đã xem bài nộp: " + title;
                case TASK_RETURNED -> "Bài nộp cần làm lại: " + title;
                case HANDED_IN -> "%d bài nộp mới: %s".formatted(times, title);
                case QUESTION -> "%d câu hỏi mới ở %s".formatted(times, title);
                case ANSWER -> "Câu hỏi đã được trả lời ở " + title;
                case REMINDER -> "Thầy cô nhắc học tiếp " + title;
                case TASK_REMINDER -> "Thầy cô nhắc nộp bài: " + title;
                case MEETING -> "Buổi học trực tuyến: " + title;
                case REVIEW_ASKED -> "Bài chờ duyệt: " + title;
                case REVIEW_RETURNED -> "Bài được trả lại để sửa: " + title;
                case REVIEW_APPROVED -> "Bài đã được duyệt: " + title;
                case TRANSFERRED -> "Đã chuyển trường: " + title;
                case ANNOUNCEMENT -> "Thông báo chung: " + title;
            };
        }
    }

    String subject() {
        return "Lớp Mở: %d thông báo mới".formatted(lines.size());
    }

    String text(String site, String stopLink) {
        var shown = lines.stream().limit(MOST).map(line -> "- " + line.said()).collect(Collectors.joining("\n"));
        int rest = lines.size() - MOST;
        return """
                %s

                %s%s

                Xem tất cả: %s/thong-bao

                --
                Thư này gửi mỗi ngày một lần khi có thông báo chưa đọc.
                Dừng nhận thư: %s""".formatted(school, shown, rest > 0 ? "\n- và %d thông báo khác".formatted(rest) : "", site, stopLink);
    }
}
