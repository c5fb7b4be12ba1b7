package vn.lopmo.lms.learning.live;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.lopmo.platform.refusal.Refusal;

/// An address at which people meet. Schools have their own Jitsi or BigBlueButton, so that what counts is its shape:
/// https, a name of a host, nobody's password in it. Learners see the host before they go there.
record MeetingLink(String url) {
    private static final int LONGEST = 500;
    private static final Pattern HOST =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");

    /// @throws Refusal.Invalid if it is none
    static MeetingLink of(String typed) {
        var url = typed.strip();
        return host(url).map(host -> new MeetingLink(url)).orElseThrow(() -> new Refusal.Invalid("no-meeting-link"));
    }

    private static Optional<String> host(String url) {
        if (url.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var address = URI.create(url);
            var host = Optional.ofNullable(address.getHost()).map(name -> name.toLowerCase(Locale.ROOT));
            return host.filter(name -> "https".equalsIgnoreCase(address.getScheme())
                    && address.getRawUserInfo() == null
                    && HOST.matcher(name).matches());
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /// What people call the place.
    String service() {
        var host = host(url).orElseThrow();
        if (host.equals("teams.microsoft.com") || host.equals("teams.live.com")) {
            return "Microsoft Teams";
        }
        if (host.equals("meet.google.com")) {
            return "Google Meet";
        }
        if (host.equals("zoom.us") || host.endsWith(".zoom.us")) {
            return "Zoom";
        }
        return host.equals("meet.jit.si") ? "Jitsi" : host;
    }
}
