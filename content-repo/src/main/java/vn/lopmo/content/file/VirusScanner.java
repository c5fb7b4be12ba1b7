package vn.lopmo.content.file;

import static vn.lopmo.content.file.IngestStep.State.DONE;
import static vn.lopmo.content.file.IngestStep.State.FAILED;
import static vn.lopmo.content.file.IngestStep.State.SKIPPED;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Asks clamd, where there is one, whether a file holds something bad (INSTREAM: the daemon need not see our folders).
/// Safe for any number of threads.
@ApplicationScoped
class VirusScanner {
    private static final Logger LOG = Logger.getLogger(VirusScanner.class);
    private static final List<String> USUAL_SOCKETS =
            List.of("/run/clamav/clamd.ctl", "/var/run/clamd.scan/clamd.sock");
    private static final int PIECE = 1 << 16;

    private final FilesConfig.Scanner config;

    VirusScanner(FilesConfig config) {
        this.config = config.scanner();
    }

    record Finding(IngestStep.State state, @Nullable String problem) {
        String problemOr(String other) {
            return problem == null ? other : problem;
        }
    }

    boolean isThere() {
        return address().isPresent();
    }

    Finding scan(Path file) throws IOException {
        var address = address();
        if (address.isEmpty()) {
            return away("scanner-missing");
        }
        String answer;
        try {
            answer = ask(address.get(), file);
        } catch (IOException silent) {
            LOG.warnf("clamd does not answer: %s", silent.getMessage());
            return away("scanner-away");
        }
        if (answer.endsWith("FOUND")) {
            LOG.warnf("clamd: %s", answer);
            return new Finding(FAILED, "file-infected");
        }
        return answer.endsWith("OK") ? new Finding(DONE, null) : away("scanner-gave-up");
    }

    private Finding away(String why) {
        return new Finding(config.required() ? FAILED : SKIPPED, why);
    }

    private Optional<SocketAddress> address() {
        return config.address().map(VirusScanner::configured).or(() -> USUAL_SOCKETS.stream()
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .map(UnixDomainSocketAddress::of));
    }

    private static SocketAddress configured(String address) {
        if (address.startsWith("/")) {
            return UnixDomainSocketAddress.of(address);
        }
        int colon = address.lastIndexOf(':');
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }

    /// Each piece comes with its length before it; an empty one ends the file.
    private static String ask(SocketAddress address, Path file) throws IOException {
        var family =
                address instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
        try (var daemon = SocketChannel.open(family);
                var content = FileChannel.open(file)) {
            daemon.connect(address);
            writeAll(daemon, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
            try {
                send(content, daemon);
            } catch (IOException tooLarge) {
                // clamd hangs up when a file is longer than it takes, and says so before
            }
            return answer(daemon);
        }
    }

    private static void send(FileChannel content, SocketChannel daemon) throws IOException {
        var piece = ByteBuffer.allocate(PIECE + 4);
        int count;
        do {
            count = content.read(piece.clear().position(4));
            piece.putInt(0, Math.max(0, count));
            writeAll(daemon, piece.flip());
        } while (count > 0);
    }

    private static void writeAll(SocketChannel daemon, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            daemon.write(bytes);
        }
    }

    private static String answer(SocketChannel daemon) throws IOException {
        var answer = ByteBuffer.allocate(1024);
        while (answer.hasRemaining() && daemon.read(answer) >= 0) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }
}
