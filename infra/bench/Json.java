import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A JSON value, read only: as much as the rigs need, so that they need no library.
record Json(Object value) {
    static Json of(String text) {
        return text.isBlank() ? new Json(null) : new Reader(text).whole();
    }

    Json get(String name) {
        return new Json(value instanceof Map<?, ?> map ? map.get(name) : null);
    }

    String text() {
        return String.valueOf(value);
    }

    int number() {
        return ((Number) value).intValue();
    }

    boolean isNull() {
        return value == null;
    }

    List<Json> list() {
        return value instanceof List<?> list ? list.stream().map(Json::new).toList() : List.of();
    }

    void each(Consumer<Json> work) {
        list().forEach(work);
    }

    /// Of an object; empty for anything else.
    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), member));
        }
        return members;
    }

    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (char letter : text.toCharArray()) {
            switch (letter) {
                case '"', '\\' -> quoted.append('\\').append(letter);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                default -> quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Json whole() {
            return new Json(value());
        }

        private Object value() {
            return switch (peek()) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                case 't' -> word("true", Boolean.TRUE);
                case 'f' -> word("false", Boolean.FALSE);
                case 'n' -> word("null", null);
                default -> number();
            };
        }

        private char peek() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.charAt(at);
        }

        private Object word(String word, Object meaning) {
            at += word.length();
            return meaning;
        }

        private Map<String, Object> object() {
            var map = new LinkedHashMap<String, Object>();
            at++;
            while (peek() != '}') {
                var name = string();
                peek();
                at++; // the colon
                map.put(name, value());
                if (peek() == ',') {
                    at++;
                    peek();
                }
            }
            at++;
            return map;
        }

        private List<Object> array() {
            var list = new ArrayList<Object>();
            at++;
            while (peek() != ']') {
                list.add(value());
                if (peek() == ',') {
                    at++;
                }
            }
            at++;
            return list;
        }

        private String string() {
            int end = ++at;
            while (text.charAt(end) != '"' && text.charAt(end) != '\\') {
                end++;
            }
            if (text.charAt(end) == '"') {
                var plain = text.substring(at, end);
                at = end + 1;
                return plain;
            }
            var built = new StringBuilder();
            for (; text.charAt(at) != '"'; at++) {
                built.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
            }
            at++;
            return built.toString();
        }

        private char escaped() {
            char letter = text.charAt(++at);
            if (letter == 'u') {
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
            }
            return switch (letter) {
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'b' -> '\b';
                case 'f' -> '\f';
                default -> letter;
            };
        }

        private Number number() {
            int end = at;
            while (end < text.length() && "+-0123456789.eE".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            var number = Double.valueOf(text.substring(at, end));
            at = end;
            return number;
        }
    }
}
