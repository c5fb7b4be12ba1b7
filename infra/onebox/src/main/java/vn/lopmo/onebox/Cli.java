package vn.lopmo.onebox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.onebox.parts.PartFailure;

/// What `./lopmo` hands on once it has found a JDK and built what was missing: `up`, `demo`, `down`, `status`,
/// `reindex`.
public final class Cli {
    /// @param port 0 if none was asked for
    record Options(String command, Path data, int port) {
        static Options of(List<String> words) {
            String command = words.getFirst();
            String data = told("LOPMO_DATA", "data");
            String port = told("LOPMO_PORT", "0");
            for (int i = 1; i + 1 < words.size(); i += 2) {
                switch (words.get(i)) {
                    case "--data" -> data = words.get(i + 1);
                    case "--port" -> port = words.get(i + 1);
                    default -> throw new PartFailure("Không hiểu tuỳ chọn " + words.get(i) + "; xem ./lopmo.");
                }
            }
            if (words.size() % 2 == 0) {
                throw new PartFailure("Tuỳ chọn " + words.getLast() + " thiếu giá trị; xem ./lopmo.");
            }
            return new Options(command, Path.of(data).toAbsolutePath().normalize(), portOf(port));
        }

        private static int portOf(String text) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
                throw new PartFailure("Cổng phải là một số từ 1 đến 65535, không phải “" + text + "”.");
            }
            return Integer.parseInt(text);
        }

        private static String told(String variable, String otherwise) {
            @Nullable String value = System.getenv(variable);
            return value == null || value.isBlank() ? otherwise : value;
        }
    }

    private Cli() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> words) {
        try {
            var options = Options.of(words);
            switch (options.command()) {
                case "up" -> new Up(options).run(false);
                case "demo" -> new Up(options).run(true);
                case "down" -> new Down(options.data()).run();
                case "reindex" -> new Reindex(options.data()).run();
                case "status" -> {
                    return new Status(options.data()).run() ? 0 : 3;
                }
                default -> throw new PartFailure("Không có lệnh " + options.command() + "; xem ./lopmo.");
            }
            return 0;
        } catch (PartFailure e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("Không đọc hoặc ghi được tệp: " + e.getMessage() + "; hãy kiểm tra dung lượng đĩa.");
            return 1;
        }
    }
}
