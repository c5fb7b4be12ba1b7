package vn.lopmo.assessment.interchange.word;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/// Writes what was read as rich text. Colours and highlights are not written: in a paper they mark keys.
///
/// @param addresses where each picture is served, by its name inside the file
public record Html(Map<String, String> addresses) {
    public String of(Rich text) {
        var html = new StringBuilder();
        var atoms = text.atoms();
        int from = 0;
        while (from < atoms.size()) {
            int to = from;
            var look = atoms.get(from).look();
            while (to < atoms.size() && atoms.get(to).look().equals(look)) {
                to++;
            }
            html.append(dressed(look, atoms.subList(from, to)));
            from = to;
        }
        return html.toString();
    }

    public String of(Block block) {
        return switch (block) {
            case Block.Paragraph(var id, var text) -> "<p>" + of(text) + "</p>";
            case Block.Table table -> table(table);
        };
    }

    private String table(Block.Table table) {
        return "<table><tbody>" + joined(table.rows(), row -> "<tr>" + joined(row, this::cell) + "</tr>")
                + "</tbody></table>";
    }

    private String cell(Block.Cell cell) {
        var open = cell.columns() > 1 ? "<td colspan=\"" + cell.columns() + "\">" : "<td>";
        if (cell.content().size() == 1 && cell.content().getFirst() instanceof Block.Paragraph(var id, var text)) {
            return open + of(text) + "</td>";
        }
        return open + joined(cell.content(), this::of) + "</td>";
    }

    private static <T> String joined(List<T> all, Function<T, String> each) {
        return all.stream().map(each).collect(Collectors.joining());
    }

    private String dressed(Look look, List<Rich.Atom> atoms) {
        var inside = joined(atoms, this::one);
        if (inside.isBlank()) {
            return inside;
        }
        inside = look.rise() > 0 ? tag("sup", inside) : look.rise() < 0 ? tag("sub", inside) : inside;
        inside = look.strike() ? tag("s", inside) : inside;
        inside = look.underline() ? tag("u", inside) : inside;
        inside = look.italic() ? tag("em", inside) : inside;
        return look.bold() ? tag("strong", inside) : inside;
    }

    private static String tag(String name, String inside) {
        return "<" + name + ">" + inside + "</" + name + ">";
    }

    private String one(Rich.Atom atom) {
        @Nullable Thing thing = atom.thing();
        if (thing != null) {
            return thing(thing);
        }
        return switch (atom.sign()) {
            case '\n' -> "<br>";
            case '\t' -> " ";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '&' -> "&amp;";
            default -> String.valueOf(atom.sign());
        };
    }

    private String thing(Thing thing) {
        return switch (thing) {
            case Thing.Equation(var formula, var bold) -> formula.html();
            case Thing.Picture picture -> picture(picture);
            case Thing.Lost(var kind) -> Entities.escape(kind.words());
        };
    }

    private String picture(Thing.Picture picture) {
        @Nullable String address = addresses.get(picture.part());
        if (address == null) {
            return Thing.Kind.PICTURE.words();
        }
        var width = picture.width() > 0 ? " width=\"" + picture.width() + "\"" : "";
        return "<img src=\"" + address + "\" alt=\"Hình trong đề\"" + width + ">";
    }
}
