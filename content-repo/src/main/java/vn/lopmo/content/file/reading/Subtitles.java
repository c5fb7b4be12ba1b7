package vn.lopmo.content.file.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lopmo.platform.text.VietnameseText;

/// The subtitles of a film, from WebVTT or SubRip (.srt); given out as WebVTT, the one form that browsers show. Only
/// times and plain words come through: no styles, no positions, no tags.
public record Subtitles(List<Cue> cues) {
    public static final String WEBVTT = "text/vtt";
    public static final String SUBRIP = "application/x-subrip";

    private static final int MOST = 20_000;
    private static final int LONGEST = 2_000;
    private static final String TIME = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{1,2})[.,](\\d{1,3})";
    private static final Pattern TIMES = Pattern.compile("^\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?$");
    private static final Pattern TAGS = Pattern.compile("<[^>]*>|\\{\\\\[^}]*}");

    /// @param from milliseconds from the film's start
    public record Cue(long from, long to, String words) {}

    public static Subtitles of(byte[] content) {
        var cues = new ArrayList<Cue>();
        for (String block :
                text(content).replace("\r\n", "\n").replace('\r', '\n').split("\n[ \t]*\n", -1)) {
            if (cues.size() < MOST) {
                add(block.lines().toList(), cues);
            }
        }
        return new Subtitles(List.copyOf(cues));
    }

    private static void add(List<String> lines, List<Cue> cues) {
        for (int i = 0; i < lines.size(); i++) {
            var times = TIMES.matcher(lines.get(i));
            if (times.matches()) {
                var words = words(lines.subList(i + 1, lines.size()));
                long from = milliseconds(times, 1);
                long to = milliseconds(times, 5);
                if (!words.isEmpty() && to > from) {
                    cues.add(new Cue(from, to, words));
                }
                return;
            }
        }
    }

    private static String words(List<String> lines) {
        var result = new StringBuilder();
        for (String line : lines) {
            var words = VietnameseText.tidy(unescaped(TAGS.matcher(line).replaceAll("")));
            if (!words.isEmpty() && result.length() + words.length() < LONGEST) {
                result.append(result.isEmpty() ? "" : "\n").append(words);
            }
        }
        return result.toString();
    }

    private static long milliseconds(Matcher times, int group) {
        var hours = times.group(group) == null ? "0" : times.group(group);
        var thousandths = (times.group(group + 3) + "00").substring(0, 3);
        return ((Long.parseLong(hours) * 60 + Long.parseLong(times.group(group + 1))) * 60
                                + Long.parseLong(times.group(group + 2)))
                        * 1000
                + Long.parseLong(thousandths);
    }

    public String webVtt() {
        var result = new StringBuilder("WEBVTT\n");
        for (Cue cue : cues) {
            result.append('\n')
                    .append(time(cue.from))
                    .append(" --> ")
                    .append(time(cue.to))
                    .append('\n')
                    .append(escaped(cue.words))
                    .append('\n');
        }
        return result.toString();
    }

    /// Its words as pages for the index and for who would rather read.
    void read(Extract extract) throws IOException, Unreadable {
        if (cues.isEmpty()) {
            throw new Unreadable(Unreadable.BROKEN);
        }
        var lines = new StringBuilder();
        cues.forEach(cue -> lines.append(cue.words.replace('\n', ' ')).append("\n\n"));
        PlainTextReader.pages(lines.toString(), extract);
    }

    private static String time(long milliseconds) {
        return "%02d:%02d:%02d.%03d"
                .formatted(
                        milliseconds / 3_600_000,
                        milliseconds / 60_000 % 60,
                        milliseconds / 1000 % 60,
                        milliseconds % 1000);
    }

    private static String unescaped(String words) {
        return words.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&lrm;", "")
                .replace("&rlm;", "")
                .replace("&amp;", "&");
    }

    /// An arrow within the words would be taken for a time.
    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /// With a mark at its head what the mark says; else UTF-8; what is not, is from an old Windows.
    private static String text(byte[] content) {
        if (content.length > 1 && content[0] == (byte) 0xFF && content[1] == (byte) 0xFE
                || content.length > 1 && content[0] == (byte) 0xFE && content[1] == (byte) 0xFF) {
            return new String(content, StandardCharsets.UTF_16);
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException old) {
            return new String(content, Charset.forName("windows-1258"));
        }
    }
}
