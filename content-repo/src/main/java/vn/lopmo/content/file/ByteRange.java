package vn.lopmo.content.file;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A single range of bytes (RFC 9110, section 14), both ends included.
public record ByteRange(long first, long last) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// What a Range header asks of `size` bytes; empty if it is to be ignored, so that all is sent.
    ///
    /// @throws Unsatisfiable if it lies wholly behind the end
    public static Optional<ByteRange> of(@Nullable String header, long size) throws Unsatisfiable {
        var asked = SINGLE.matcher(header == null ? "" : header.strip());
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return Optional.empty();
        }
        long first =
                asked.group(1).isEmpty() ? Math.max(0, size - Long.parseLong(asked.group(2))) : number(asked.group(1));
        long last = asked.group(1).isEmpty() || asked.group(2).isEmpty() ? size - 1 : number(asked.group(2));
        if (first >= size || (asked.group(1).isEmpty() && number(asked.group(2)) == 0)) {
            throw new Unsatisfiable();
        }
        return last < first ? Optional.empty() : Optional.of(new ByteRange(first, Math.min(last, size - 1)));
    }

    public long length() {
        return last - first + 1;
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }

    public static final class Unsatisfiable extends Exception {
        private static final long serialVersionUID = 1;
    }
}
