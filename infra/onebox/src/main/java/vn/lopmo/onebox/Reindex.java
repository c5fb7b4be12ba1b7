package vn.lopmo.onebox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import vn.lopmo.onebox.parts.PartFailure;
import vn.lopmo.onebox.parts.Pause;
import vn.lopmo.onebox.parts.Store;

/// Has every replica of content-repo fill a new index beside the one in use, and shows how far it is. The order is a
/// row, so that it is carried out even if this command, or the service, ends meanwhile.
final class Reindex {
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Path data;

    Reindex(Path data) {
        this.data = data;
    }

    void run() {
        if (!Files.exists(data.resolve("ports.properties"))) {
            throw new PartFailure("Lớp Mở chưa từng chạy trên " + data + ".");
        }
        var plan = new Plan(Box.at(data), Store.ofThisCheckout());
        try (var connection = plan.databases().connect("content")) {
            long order = ask(connection, "insert into index_rebuild default values returning number");
            System.out.println("Lập lại chỉ mục tìm kiếm từ cơ sở dữ liệu; mọi người vẫn tìm bình thường.");
            var until = Instant.now().plus(LONGEST);
            String told = "";
            while (!isDone(connection, order)) {
                var now = progress(connection, order);
                if (!now.equals(told)) {
                    System.out.println("  " + now);
                    told = now;
                }
                if (Instant.now().isAfter(until)) {
                    throw new PartFailure("Quá lâu chưa xong; chỉ mục cũ vẫn dùng được, xem nhật kí content-repo.");
                }
                Pause.of(BETWEEN);
            }
            System.out.println("Xong: " + summary(connection));
        } catch (SQLException e) {
            throw new PartFailure("Không hỏi được cơ sở dữ liệu (hộp có đang chạy không?): " + e.getMessage(), e);
        }
    }

    private static boolean isDone(Connection connection, long order) throws SQLException {
        return ask(connection, "select count(*) from index_progress where rebuild >= " + order + " and total = 0") > 0
                && ask(
                                connection,
                                "select count(*) from index_progress where told_at > now() - interval '5 minutes'"
                                        + " and (rebuild < " + order + " or total > 0)")
                        == 0;
    }

    private static String progress(Connection connection, long order) throws SQLException {
        long done = ask(connection, "select coalesce(sum(done), 0) from index_progress where rebuild = " + order);
        long total = ask(connection, "select coalesce(sum(total), 0) from index_progress where rebuild = " + order);
        return total == 0 ? "đang bắt đầu" : done + " / " + total + " học liệu";
    }

    private static String summary(Connection connection) throws SQLException {
        long materials = ask(connection, "select coalesce(max(materials), 0) from index_progress");
        long pages = ask(connection, "select coalesce(max(pages), 0) from index_progress");
        long bytes = ask(connection, "select coalesce(max(bytes), 0) from index_progress");
        return "%d học liệu, %d trang, %d MB".formatted(materials, pages, bytes >> 20);
    }

    private static long ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
