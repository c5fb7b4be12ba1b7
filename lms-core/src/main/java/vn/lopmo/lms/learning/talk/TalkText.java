package vn.lopmo.lms.learning.talk;

import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.text.RichText;
import vn.lopmo.platform.text.VietnameseText;

/// What people write to each other, made safe to be shown as it stands.
final class TalkText {
    private TalkText() {}

    /// @throws Refusal.Invalid if nothing is said in it
    static String rich(String html) {
        var safe = RichText.sanitise(html);
        if (RichText.plain(safe).isEmpty()) {
            throw new Refusal.Invalid("nothing-said");
        }
        return safe;
    }

    /// Lines stay lines.
    static String plain(String text) {
        var clean = VietnameseText.lines(text);
        if (clean.isEmpty()) {
            throw new Refusal.Invalid("nothing-said");
        }
        return clean;
    }
}
