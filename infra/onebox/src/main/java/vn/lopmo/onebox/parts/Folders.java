package vn.lopmo.onebox.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a box keeps its things: each part's own folder, the logs, and the pid files of what runs.
public record Folders(Path data) {
    private static final long LOG_LIMIT = 20L * 1024 * 1024;

    public Folders {
        data = data.toAbsolutePath().normalize();
    }

    public Path of(String part) {
        return made(data.resolve(part));
    }

    public Path log(String part) {
        return made(data.resolve("log")).resolve(part + ".log");
    }

    public Path pidFile(String part) {
        return made(data.resolve("run")).resolve(part + ".pid");
    }

    /// One older log is kept; more would fill a small disk unseen.
    void turnLog(String part) throws IOException {
        Path log = log(part);
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(part + ".1.log"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new PartFailure(
                    "Không ghi được vào thư mục " + folder
                            + "; hãy kiểm tra dung lượng đĩa và quyền ghi, hoặc chọn thư mục khác bằng --data.",
                    e);
        }
    }
}
