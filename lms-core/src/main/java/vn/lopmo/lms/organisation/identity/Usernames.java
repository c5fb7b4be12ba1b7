package vn.lopmo.lms.organisation.identity;

import java.util.function.Predicate;
import vn.lopmo.platform.text.VietnameseText;

/// Names of accounts that a pupil can type and remember: the given name, the initials of the words before it, and four
/// digits (ADR 0005). Once given, a name stays, whatever becomes of the person's own.
public final class Usernames {
    private static final int LONGEST_GIVEN_NAME = 12;
    private static final int DIGITS = 4;

    private Usernames() {}

    /// `ngocnhb0147` for Nguyễn Hoàng Bảo Ngọc with the code 2400000147. When that is taken, `-2` is added.
    public static String ofStudent(String name, String code, Predicate<String> taken) {
        return free(stem(name, "hs") + code.substring(code.length() - DIGITS), taken);
    }

    /// `anhnt` for Nguyễn Tuấn Anh; when that is taken, `anhnt2`.
    public static String ofStaff(String name, Predicate<String> taken) {
        return free(stem(name, "gv"), taken);
    }

    private static String stem(String name, String otherwise) {
        var words = VietnameseText.fold(VietnameseText.tidy(name)).split(" ");
        var stem = new StringBuilder(letters(words[words.length - 1]));
        stem.setLength(Math.min(stem.length(), LONGEST_GIVEN_NAME));
        for (int i = 0; i < words.length - 1; i++) {
            var word = letters(words[i]);
            stem.append(word, 0, Math.min(1, word.length()));
        }
        return stem.length() < 2 ? otherwise + stem : stem.toString();
    }

    private static String letters(String word) {
        return word.replaceAll("[^a-z]", "");
    }

    private static String free(String wanted, Predicate<String> taken) {
        var name = wanted;
        boolean endsInDigit = Character.isDigit(wanted.charAt(wanted.length() - 1));
        for (int turn = 2; taken.test(name); turn++) {
            name = wanted + (endsInDigit ? "-" : "") + turn;
        }
        return name;
    }
}
