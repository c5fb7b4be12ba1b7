package vn.lopmo.lms.course;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sites whose pages may stand inside a lesson, and the address at which each lets itself be framed. Everything
/// else is refused: a frame runs another's scripts before learners' eyes.
///
/// The web app's policy (`lopmo.web.embeds`) names the same hosts; a page that is not in both is not shown.
final class EmbedSites {
    private record Site(Pattern address, UnaryOperator<String> frame) {
        static Site of(String address, String frame) {
            return new Site(Pattern.compile(address), found -> frame.formatted(found));
        }

        Optional<String> framed(String url) {
            Matcher match = address.matcher(url);
            return match.matches() ? Optional.of(frame.apply(match.group(1))) : Optional.empty();
        }
    }

    private static final String ID = "([A-Za-z0-9_-]{4,80})";
    private static final String REST = "(?:[/?&#].*)?";

    private static final List<Site> SITES = List.of(
            Site.of(
                    "https://(?:www\\.|m\\.)?youtube\\.com/watch\\?(?:.*&)?v=" + ID + REST,
                    "https://www.youtube-nocookie.com/embed/%s"),
            Site.of(
                    "https://(?:www\\.)?youtube(?:-nocookie)?\\.com/(?:embed|shorts|live)/" + ID + REST,
                    "https://www.youtube-nocookie.com/embed/%s"),
            Site.of("https://youtu\\.be/" + ID + REST, "https://www.youtube-nocookie.com/embed/%s"),
            Site.of("https://(?:www\\.)?vimeo\\.com/([0-9]{4,20})" + REST, "https://player.vimeo.com/video/%s"),
            Site.of("https://player\\.vimeo\\.com/video/([0-9]{4,20})" + REST, "https://player.vimeo.com/video/%s"),
            Site.of(
                    "https://(?:www\\.)?geogebra\\.org/(?:m|classic|material/iframe/id)/" + ID + REST,
                    "https://www.geogebra.org/material/iframe/id/%s"),
            Site.of(
                    "https://phet\\.colorado\\.edu/(sims/html/[A-Za-z0-9_/.-]{1,160}\\.html)(?:\\?.*)?",
                    "https://phet.colorado.edu/%s"),
            Site.of("https://(?:www\\.)?desmos\\.com/(calculator/[a-z0-9]{4,40})" + REST, "https://www.desmos.com/%s"),
            Site.of(
                    "https://docs\\.google\\.com/(presentation/d/(?:e/)?[A-Za-z0-9_-]{10,160})" + REST,
                    "https://docs.google.com/%s/embed"),
            Site.of(
                    "https://docs\\.google\\.com/(document/d/(?:e/)?[A-Za-z0-9_-]{10,160})" + REST,
                    "https://docs.google.com/%s/preview"));

    private EmbedSites() {}

    /// The address to be framed; empty if the site is not one of them.
    static Optional<String> framed(String url) {
        var typed = url.strip();
        if (typed.length() > 500 || typed.contains("..") || !isAddress(typed)) {
            return Optional.empty();
        }
        return SITES.stream().flatMap(site -> site.framed(typed).stream()).findFirst();
    }

    private static boolean isAddress(String typed) {
        try {
            return URI.create(typed).getRawUserInfo() == null;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
