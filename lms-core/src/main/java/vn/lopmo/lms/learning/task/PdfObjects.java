package vn.lopmo.lms.learning.task;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The objects of a PDF by their numbers: those that stand in the file, and those in its object streams (ISO 32000-2,
/// 7.5.7). They are looked for from front to back, a later one in place of an earlier one, as programs do that mend a
/// file; so a broken table of objects does not matter. What swells has none.
final class PdfObjects {
    private static final int MOST = 100_000;
    private static final int LONGEST = 65_536;
    private static final int LONGEST_HEAD = 1_024;
    private static final int MOST_STREAMS = 5_000;
    private static final int MOST_LOOKED = 8 * 1024 * 1024;
    private static final int MOST_INFLATED = 16 * 1024 * 1024;

    private static final Pattern PLAIN = Pattern.compile("(?<![0-9])([0-9]{1,8}+)\\s{1,9}+[0-9]{1,5}+\\s{1,9}+obj");
    private static final Pattern END = Pattern.compile("endobj|stream");
    private static final Pattern STREAM_OF_OBJECTS = Pattern.compile("/Type\\s{0,9}+/ObjStm");
    private static final Pattern BEGIN = Pattern.compile("stream\\r?\\n");
    private static final Pattern COUNT = Pattern.compile("/N\\s{1,9}([0-9]{1,6})");
    private static final Pattern FIRST = Pattern.compile("/First\\s{1,9}([0-9]{1,8})");
    private static final Pattern PAIR = Pattern.compile("([0-9]{1,8})\\s{1,9}([0-9]{1,8})");

    /// @param place in the file, of the object or of the stream that holds it
    private record Found(int place, Latin text) {}

    private final Latin file;
    private final Map<Integer, Found> found = new HashMap<>();
    private int inflated;
    private int looked;

    private PdfObjects(byte[] pdf) {
        this.file = Latin.of(pdf);
    }

    /// Empty if there is more than any honest file has.
    static Optional<PdfObjects> of(byte[] pdf) {
        var objects = new PdfObjects(pdf);
        return objects.readPlain() && objects.readStreams() ? Optional.of(objects) : Optional.empty();
    }

    /// What an object says, without the bytes of its stream; nothing any more once too much was looked at.
    Optional<Latin> find(int number) {
        var one = found.get(number);
        if (one == null || isSpent()) {
            return Optional.empty();
        }
        var end = END.matcher(one.text);
        var said = end.find() ? one.text.subSequence(0, end.start()) : one.text;
        looked += said.length();
        return Optional.of(said);
    }

    /// An honest file says little of each page; one that makes us read its objects again and again is given up.
    boolean isSpent() {
        return looked > MOST_LOOKED;
    }

    private boolean readPlain() {
        var matcher = PLAIN.matcher(file);
        while (matcher.find() && found.size() <= MOST) {
            keep(Integer.parseInt(matcher.group(1)), matcher.start(), file.near(matcher.end(), LONGEST));
        }
        return found.size() <= MOST;
    }

    private void keep(int number, int place, Latin text) {
        found.merge(number, new Found(place, text), (old, now) -> now.place >= old.place ? now : old);
    }

    private boolean readStreams() {
        var matcher = STREAM_OF_OBJECTS.matcher(file);
        for (int streams = 0; matcher.find(); streams++) {
            if (streams > MOST_STREAMS || inflated > MOST_INFLATED || found.size() > MOST) {
                return false;
            }
            readStream(matcher.toMatchResult());
        }
        return inflated <= MOST_INFLATED && found.size() <= MOST;
    }

    private void readStream(MatchResult type) {
        int from = Math.max(0, type.start() - LONGEST_HEAD);
        var begin = BEGIN.matcher(file.near(type.end(), LONGEST_HEAD));
        if (!begin.find()) {
            return;
        }
        int data = type.end() + begin.end();
        var head = file.subSequence(from, data).toString();
        head = head.substring(Math.max(0, head.lastIndexOf(" obj")));
        var count = COUNT.matcher(head);
        var first = FIRST.matcher(head);
        if (count.find() && first.find()) {
            var text = head.contains("/FlateDecode") ? inflate(data) : plain(data);
            keepAll(text, Integer.parseInt(count.group(1)), Integer.parseInt(first.group(1)), from);
        }
    }

    /// Each object's number and where it begins come first, then the objects.
    private void keepAll(Latin text, int count, int first, int place) {
        if (first > text.length()) {
            return;
        }
        var starts = new TreeMap<Integer, Integer>();
        PAIR.matcher(text.subSequence(0, first))
                .results()
                .limit(Math.min(count, MOST))
                .forEach(pair -> starts.put(first + Integer.parseInt(pair.group(2)), Integer.valueOf(pair.group(1))));
        starts.headMap(text.length()).forEach((at, number) -> {
            var next = starts.higherKey(at);
            keep(number, place, text.subSequence(at, next == null ? text.length() : Math.min(next, text.length())));
        });
    }

    /// It counts as if it were inflated: many that overlap would be as dear.
    private Latin plain(int data) {
        var text = file.near(data, LONGEST);
        inflated += text.length();
        return text;
    }

    /// As much of it as is sound; nothing of one that is locked.
    private Latin inflate(int data) {
        var inflater = new Inflater();
        var out = new byte[LONGEST];
        int length = 0;
        try {
            inflater.setInput(file.bytes(), data, file.length() - data);
            for (int read = 1; read > 0 && inflated <= MOST_INFLATED; length += read, inflated += read) {
                if (length == out.length) {
                    out = Arrays.copyOf(out, 2 * length);
                }
                read = inflater.inflate(out, length, out.length - length);
            }
        } catch (DataFormatException broken) {
            // what came before is kept
        } finally {
            inflater.end();
        }
        return Latin.of(Arrays.copyOf(out, length));
    }
}
