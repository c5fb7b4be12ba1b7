package vn.lopmo.assessment.interchange.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lopmo.assessment.interchange.math.Expr.Face;

/// Splits a run of mathematical text into numbers, names and operators.
final class Run {
    /// A decimal comma belongs to its number: Vietnamese papers separate coordinates with semicolons.
    private static final Pattern TOKEN =
            Pattern.compile("\\d+(?:[.,]\\d+)*|\\p{L}\\p{M}*|[\\u2061-\\u2064\\u200B]|\\s+|.", Pattern.DOTALL);
    /// Names of functions, also where somebody wrote `xln3` in one go.
    private static final Pattern FUNCTION = Pattern.compile(
            "arcsin|arccos|arctan|sinh|cosh|tanh|sin|cos|tan|cot|log|lim|max|min|ln|(?<![a-zA-Z])(?:lg|exp|det|gcd|inf|sup|dim)(?![a-zA-Z])");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u2061-\\u2064\\u200B\\s]+");

    private static final Set<String> TYPED = Set.of("sin", "cos", "tan", "cot", "log", "ln", "lim");
    private static final int LONGEST_TYPED = 3;

    private Run() {}

    static List<Expr> tokens(String text, Face face) {
        var found = new ArrayList<Expr>();
        int from = 0;
        var words = FUNCTION.matcher(text);
        while (words.find()) {
            plain(text.substring(from, words.start()), face, found);
            found.add(new Expr.Name(words.group(), Face.UPRIGHT));
            from = words.end();
        }
        plain(text.substring(from), face, found);
        return found;
    }

    /// Word takes only the last letter as a script's base when `log_2` was typed in one go: the letters before it come
    /// back to it.
    static List<Expr> gathered(List<Expr> parts) {
        var gathered = new ArrayList<Expr>();
        for (Expr part : parts) {
            gathered.add(part instanceof Expr.Scripts scripts ? gathered(gathered, scripts) : part);
        }
        return gathered;
    }

    private static Expr gathered(List<Expr> before, Expr.Scripts scripts) {
        var word = letter(scripts.base());
        for (int taken = 1; !word.isEmpty() && taken < LONGEST_TYPED && taken <= before.size(); taken++) {
            var letter = letter(before.get(before.size() - taken));
            word = letter.isEmpty() ? "" : letter + word;
            if (TYPED.contains(word)) {
                before.subList(before.size() - taken, before.size()).clear();
                return new Expr.Scripts(new Expr.Name(word, Face.UPRIGHT), scripts.sub(), scripts.sup());
            }
        }
        return scripts;
    }

    private static String letter(Expr part) {
        return part instanceof Expr.Name(var text, var face) && face == Face.ITALIC && text.length() == 1 ? text : "";
    }

    private static void plain(String text, Face face, List<Expr> found) {
        var matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            var token = matcher.group();
            if (!INVISIBLE.matcher(token).matches()) {
                found.add(token(token, face));
            }
        }
    }

    private static Expr token(String token, Face face) {
        int first = token.codePointAt(0);
        if (Character.isDigit(first)) {
            return face == Face.BOLD ? new Expr.Name(token, face) : new Expr.Number(token);
        }
        if (Character.isLetter(first) || Symbols.isLetter(token)) {
            return new Expr.Name(token, face);
        }
        return new Expr.Operator(token.equals("-") || token.equals("–") ? "−" : token);
    }
}
