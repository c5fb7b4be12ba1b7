package vn.lopmo.assessment.interchange.word;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lopmo.assessment.interchange.math.Dom;
import vn.lopmo.assessment.interchange.math.Formula;
import vn.lopmo.platform.refusal.Refusal;

/// Reads the inside of one paragraph: runs with their looks, equations, pictures. Text that a reviewer deleted is
/// left out.
final class ParagraphReader {
    private static final Set<String> LEFT_OUT =
            Set.of("pPr", "del", "moveFrom", "instrText", "delText", "rPr", "sdtPr", "proofErr");

    private static final int WIDEST_GAP = 8;
    /// Letters of one paragraph: ten pages in one go.
    private static final int LONGEST = 40_000;

    private final Styles styles;
    private final Pictures pictures;
    private int spaces;
    private final List<Rich.Atom> atoms = new ArrayList<>();
    private final Look base;

    ParagraphReader(Styles styles, Pictures pictures, @Nullable Element properties) {
        this.styles = styles;
        this.pictures = pictures;
        this.base = styles.paragraph(properties);
    }

    Rich read(Element paragraph) {
        inside(paragraph, base);
        return new Rich(atoms).withLatex();
    }

    private void inside(Element parent, Look look) {
        for (Element child : Dom.children(parent)) {
            element(child, look);
        }
    }

    private void element(Element element, Look look) {
        var name = Dom.name(element);
        if (LEFT_OUT.contains(name)) {
            oldField(element, look);
            return;
        }
        switch (name) {
            case "r" -> inside(element, styles.run(base, Dom.child(element, "rPr")));
            case "t" -> letters(element.getTextContent(), look);
            case "tab", "ptab" -> sign('\t', look);
            case "br", "cr" -> breakLine(element, look);
            case "noBreakHyphen" -> sign('-', look);
            case "sym" -> letters(SymbolFont.read(element), look);
            case "oMath" -> thing(new Thing.Equation(Formula.ofWord(element), isBold(element)), look);
            case "drawing" -> drawing(element, look);
            case "pict", "object" -> old(element, look);
            case "AlternateContent" -> alternate(element, look);
            default -> inside(element, look);
        }
    }

    private void letters(String text, Look look) {
        if (!look.hidden()) {
            var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
            composed.chars().forEach(letter -> sign((char) letter, look));
        }
    }

    /// Wide gaps made of spaces are kept narrow: the width means nothing, and a hostile one would be slow to search.
    private void sign(char sign, Look look) {
        spaces = sign == ' ' || sign == '\u00A0' ? spaces + 1 : 0;
        if (spaces > WIDEST_GAP) {
            return;
        }
        atoms.add(new Rich.Atom(sign, look, null));
        if (atoms.size() > LONGEST) {
            throw new Refusal.Invalid("word-too-large");
        }
    }

    private void thing(Thing thing, Look look) {
        atoms.add(new Rich.Atom(Rich.OBJECT, look, thing));
    }

    private void breakLine(Element element, Look look) {
        @Nullable String type = Dom.attribute(element, "type");
        if (type == null || type.equals("textWrapping")) {
            sign('\n', look);
        }
    }

    /// Equations of the days before Word had any: fields that begin with EQ.
    private void oldField(Element element, Look look) {
        if (Dom.name(element).equals("instrText")
                && element.getTextContent().strip().toLowerCase(Locale.ROOT).startsWith("eq ")) {
            thing(new Thing.Lost(Thing.Kind.FORMULA), look);
        }
    }

    private void drawing(Element drawing, Look look) {
        var boxes = Dom.all(drawing, "txbxContent");
        if (boxes.isEmpty() || !Dom.all(drawing, "blip").isEmpty()) {
            thing(pictures.drawing(drawing), look);
        } else {
            textBoxes(boxes, look);
        }
    }

    private void old(Element element, Look look) {
        var boxes = Dom.all(element, "txbxContent");
        if (boxes.isEmpty()) {
            thing(pictures.old(element), look);
        } else {
            textBoxes(boxes, look);
        }
    }

    private void textBoxes(List<Element> boxes, Look look) {
        for (Element box : boxes) {
            for (Element paragraph : Dom.all(box, "p")) {
                sign('\n', look);
                inside(paragraph, base);
            }
        }
    }

    /// The same thing twice, for new and for old programs: one of them is read.
    private void alternate(Element element, Look look) {
        @Nullable Element choice = Dom.child(element, "Choice");
        @Nullable Element fallback = Dom.child(element, "Fallback");
        boolean picture = choice != null
                && (!Dom.all(choice, "blip").isEmpty()
                        || !Dom.all(choice, "txbxContent").isEmpty());
        if (picture || fallback == null) {
            if (choice != null) {
                inside(choice, look);
            }
        } else {
            inside(fallback, look);
        }
    }

    private static boolean isBold(Element oMath) {
        return Dom.all(oMath, "rPr").stream().anyMatch(properties -> {
            @Nullable String style = Styles.value(properties, "sty");
            return "b".equals(style)
                    || "bi".equals(style)
                    || Styles.apply(Look.PLAIN, properties).bold();
        });
    }
}
