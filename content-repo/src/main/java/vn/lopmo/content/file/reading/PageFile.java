package vn.lopmo.content.file.reading;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Pages on their way from the child to the service: title, text and HTML of each, one after the other, each with its
/// length first.
public final class PageFile {
    private static final String NAME = "pages.bin";
    private static final int LONGEST = 16 << 20;

    private PageFile() {}

    static DataOutputStream create(Path folder) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME))));
    }

    static void write(PageText page, DataOutputStream out) throws IOException {
        write(page.title() == null ? "" : page.title(), out);
        write(page.text(), out);
        write(page.html(), out);
    }

    /// May be gone through once; reads while it goes.
    public static Iterable<PageText> in(Path folder) {
        return () -> new Reading(folder.resolve(NAME));
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static final class Reading implements Iterator<PageText> {
        private final DataInputStream in;
        private @Nullable PageText next;

        Reading(Path file) {
            try {
                in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            next = advance();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public PageText next() {
            var page = next;
            if (page == null) {
                throw new NoSuchElementException();
            }
            next = advance();
            return page;
        }

        private @Nullable PageText advance() {
            try {
                if (in.available() == 0) {
                    in.close();
                    return null;
                }
                var title = read();
                return new PageText(title.isEmpty() ? null : title, read(), read());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private String read() throws IOException {
            int length = in.readInt();
            if (length < 0 || length > LONGEST) {
                throw new IOException("a page of " + length + " bytes");
            }
            // PostgreSQL's text holds no NUL
            return new String(in.readNBytes(length), StandardCharsets.UTF_8).replace("\0", "");
        }
    }
}
