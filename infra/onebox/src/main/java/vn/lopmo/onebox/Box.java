package vn.lopmo.onebox;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import vn.lopmo.onebox.parts.Folders;
import vn.lopmo.onebox.parts.PartFailure;
import vn.lopmo.onebox.parts.Ports;

/// One box: a data folder with its secrets and the ports it was given. The people's port is asked for; the others are
/// free ones above it, remembered so that a second start finds all as it was.
public final class Box {
    private static final int SPAN = 90;
    private static final String PEOPLE = "people";
    static final String PACKAGES = "packages";

    private final Folders folders;
    private final Secrets secrets;
    private final Properties ports = new Properties();

    private Box(Path data) {
        this.folders = new Folders(data);
        this.secrets = Secrets.in(folders.data());
    }

    /// @throws PartFailure if the folder cannot be made or written
    public static Box at(Path data) {
        try {
            Files.createDirectories(data);
            if (!Files.isWritable(data)) {
                throw new IOException("not writable");
            }
            var box = new Box(data);
            if (Files.exists(box.portsFile())) {
                box.ports.load(new StringReader(Files.readString(box.portsFile())));
            }
            return box;
        } catch (IOException e) {
            throw new PartFailure(
                    "Không ghi được vào thư mục dữ liệu " + data + "; hãy chọn thư mục khác bằng --data DIR.", e);
        }
    }

    public Folders folders() {
        return folders;
    }

    public Secrets secrets() {
        return secrets;
    }

    /// The one port that people use, 0 before the first start.
    public int peoplePort() {
        return Integer.parseInt(ports.getProperty(PEOPLE, "0"));
    }

    /// The second port that browsers reach: interactive packages, apart from the app (docs/adr/0012).
    public int packagesPort() {
        return port(PACKAGES);
    }

    void takePeoplePort(int port) {
        ports.setProperty(PEOPLE, Integer.toString(port));
        save();
    }

    /// The remembered port of a part, or a free one now.
    public synchronized int port(String part) {
        String known = ports.getProperty(part);
        if (known != null) {
            return Integer.parseInt(known);
        }
        return choose(part);
    }

    /// Another port for a part whose own was taken by a stranger.
    synchronized int choose(String part) {
        for (int port = peoplePort() + 1; port <= Math.min(65_000, peoplePort() + SPAN); port++) {
            if (!ports.containsValue(Integer.toString(port)) && Ports.isFree(port)) {
                ports.setProperty(part, Integer.toString(port));
                save();
                return port;
            }
        }
        throw new PartFailure("Không còn cổng trống từ %d đến %d; hãy chọn cổng khác bằng --port N."
                .formatted(peoplePort() + 1, peoplePort() + SPAN));
    }

    boolean isSeeded() {
        return Files.exists(seededMark());
    }

    void markSeeded() throws IOException {
        Files.writeString(seededMark(), "");
    }

    /// Whether the demo's school was begun here; it is not whole unless the box is seeded too.
    boolean isSeedingBegun() {
        return Files.exists(begunMark());
    }

    void markSeedingBegun() throws IOException {
        Files.writeString(begunMark(), "");
    }

    private Path begunMark() {
        return folders.data().resolve("demo-begun");
    }

    private Path seededMark() {
        return folders.data().resolve("demo-seeded");
    }

    private Path portsFile() {
        return folders.data().resolve("ports.properties");
    }

    private void save() {
        try {
            var text = new StringWriter();
            ports.store(text, "Cong mang cua tung phan");
            Files.writeString(portsFile(), text.toString());
        } catch (IOException e) {
            throw new PartFailure("Không ghi được " + portsFile() + "; hãy kiểm tra dung lượng đĩa và quyền ghi.", e);
        }
    }
}
