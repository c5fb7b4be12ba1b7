package vn.lopmo.onebox;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;
import vn.lopmo.onebox.parts.PartFailure;

/// What nobody else may know, made at first start in the data folder, readable by its owner alone. A secret that a
/// newer version asks for first is added; none is ever changed.
///
/// The launcher and a command may ask at the same time: a lock file lets one make a secret, and the other find it.
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    /// Without letters and digits that are easily taken for one another: a set-up code is typed by hand.
    private static final String SPOKEN = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int FULL = 32;

    private final Path file;
    private final Path lockFile;
    private final Properties known = new Properties();

    private Secrets(Path file) {
        this.file = file;
        this.lockFile = file.resolveSibling("secrets.lock");
    }

    static Secrets in(Path data) {
        var secrets = new Secrets(data.resolve("secrets.properties"));
        secrets.read();
        return secrets;
    }

    private void read() {
        try {
            if (Files.exists(file)) {
                known.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new PartFailure("Không đọc được " + file + "; tệp này phải thuộc về người chạy lệnh.", e);
        }
    }

    /// Letters and digits only, so that it fits into SQL, properties and addresses without quoting.
    public String get(String name) {
        return get(name, () -> random(FULL, SPOKEN + SPOKEN.toLowerCase(java.util.Locale.ROOT)));
    }

    /// 32 random bytes in Base64: an AES key.
    public String key(String name) {
        return get(name, () -> {
            byte[] bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            return Base64.getEncoder().encodeToString(bytes);
        });
    }

    /// Such as `K7QM-2XHP`.
    public String code(String name) {
        return get(name, () -> random(4, SPOKEN) + "-" + random(4, SPOKEN));
    }

    /// 16 random bytes in the URL's Base64, as Kafka wants its cluster's id.
    public String uuid(String name) {
        return get(name, () -> {
            byte[] bytes = new byte[16];
            RANDOM.nextBytes(bytes);
            bytes[0] &= 0x7f; // never a leading dash, which Kafka's tools take for an option
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
    }

    private synchronized String get(String name, Supplier<String> making) {
        String value = known.getProperty(name);
        return value != null ? value : foundOrMade(name, making);
    }

    private String foundOrMade(String name, Supplier<String> making) {
        synchronized (Secrets.class) { // a file's lock is the whole JVM's and cannot be taken twice in it
            try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                read();
                String value = known.getProperty(name);
                if (value == null) {
                    value = making.get();
                    known.setProperty(name, value);
                    save();
                }
                return value;
            } catch (IOException e) {
                throw new PartFailure(
                        "Không ghi được " + file + "; hãy kiểm tra dung lượng đĩa và quyền ghi, hoặc chọn --data khác.",
                        e);
            }
        }
    }

    private static String random(int length, String letters) {
        return RANDOM.ints(length, 0, letters.length())
                .collect(StringBuilder::new, (text, at) -> text.append(letters.charAt(at)), StringBuilder::append)
                .toString();
    }

    /// Never half a file, even for a reader without the lock or after a power cut.
    private void save() throws IOException {
        var text = new StringWriter();
        known.store(text, "Bi mat cua hop nay. Khong gui cho ai.");
        Path fresh = file.resolveSibling("secrets.properties.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text.toString(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
