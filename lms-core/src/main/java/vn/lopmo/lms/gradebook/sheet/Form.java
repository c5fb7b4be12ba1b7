package vn.lopmo.lms.gradebook.sheet;

import java.util.ArrayList;
import java.util.List;
import vn.lopmo.lms.gradebook.book.Place;
import vn.lopmo.lms.gradebook.rules.Scheme;
import vn.lopmo.lms.gradebook.rules.Slot;
import vn.lopmo.lms.gradebook.rules.Trait.Moment;
import vn.lopmo.platform.refusal.Refusal;

/// The forms in which the ministry's systems give and take marks.
public enum Form {
    /// A column for each regular score.
    SEPARATE,
    /// All regular scores in one column, spaces between them; with the average.
    JOINED,
    /// The same for subjects with remarks only, with the judgement.
    REMARKED,
    /// Grades 1 to 5.
    PRIMARY,
    /// Qualities and abilities of grades 1 to 5, each in a column, at the middle and the end of a term.
    TRAITS;

    /// The forms that a book can be written in, the usual one first.
    static List<Form> of(Scheme scheme) {
        return switch (scheme) {
            case SCORED -> List.of(JOINED, SEPARATE);
            case REMARKED -> List.of(REMARKED, SEPARATE);
            case PRIMARY -> List.of(PRIMARY);
            case TRAITS -> List.of(TRAITS);
            case CONDUCT -> List.of();
        };
    }

    /// @throws Refusal.Invalid if the book cannot be written so
    void mustSuit(Place place) {
        if (place.term() == Slot.SUMMER || !of(place.rule().scheme()).contains(this)) {
            throw new Refusal.Invalid("mark-sheet-form-does-not-fit");
        }
    }

    /// The columns in their order.
    List<Head> heads(Place place) {
        return switch (this) {
            case SEPARATE -> separate();
            case JOINED -> about(Head.REGULAR, Head.MID, Head.END, Head.AVERAGE, Head.REMARK_CODE, Head.REMARK_TEXT);
            case REMARKED ->
                about(Head.REGULAR, Head.MID, Head.END, Head.JUDGEMENT, Head.REMARK_CODE, Head.REMARK_TEXT);
            case PRIMARY -> primary(place);
            case TRAITS -> traits();
        };
    }

    private static List<Head> separate() {
        return List.of(
                Head.NUMBER,
                Head.CLASS,
                Head.CODE,
                Head.NAME,
                Head.BIRTH_DATE,
                Head.TX1,
                Head.TX2,
                Head.TX3,
                Head.TX4,
                Head.TX5,
                Head.MID,
                Head.END,
                Head.REMARK);
    }

    private static List<Head> about(Head... more) {
        var heads = new ArrayList<>(List.of(Head.NUMBER, Head.MINISTRY_CODE, Head.NAME, Head.BIRTH_DATE));
        heads.addAll(List.of(more));
        return heads;
    }

    private static List<Head> primary(Place place) {
        var heads = about(Head.LEVEL_MID);
        if (place.rule().testAtMid()) {
            heads.add(Head.TEST_MID);
        }
        heads.addAll(List.of(Head.REMARK_MID, Head.LEVEL_END));
        if (place.rule().testAtEnd()) {
            heads.add(Head.TEST_END);
        }
        heads.add(Head.REMARK_END);
        return heads;
    }

    private static List<Head> traits() {
        var heads = about();
        for (var moment : Moment.values()) {
            heads.addAll(Head.of(moment));
        }
        heads.addAll(Head.ONLY_IF_USED);
        heads.addAll(List.of(Head.AWAY_WITH_LEAVE, Head.AWAY_WITHOUT, Head.REMARK_MID, Head.REMARK_END));
        return heads;
    }
}
