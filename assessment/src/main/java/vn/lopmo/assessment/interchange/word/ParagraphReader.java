package vn.lopmo.assessment.interchange.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lopmo.assessment.interchange.math.Dom;
import vn.lopmo.assessment.interchange.math.Formula;

/// Reads the inside of one paragraph: runs with their looks, equations, pictures. Text that a reviewer deleted is left out.
final class ParagraphReader {
    private static final Set<String> LEFT_OUT = Set.of("pPr", "del", "moveFrom", "instrText", "delText", "rPr", "sdtPr", "proofErr");

    private final Styles styles;
    private final Pictures pictures;
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
            var composed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC);
            composed.chars().forEach(letter -> sign((char) letter, look));
        }
    }

    private void sign(char sign, Look look) {
        atoms.add(new Rich.Atom(sign, look, null));
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
        boolean picture = choice != null && (!Dom.all(choice, "blip").isEmpty() || !Dom.all(choice, "txbxContent").isEmpty());
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
            return "b".equals(style) || "bi".equals(style) || Styles.apply(Look.PLAIN, properties).bold();
        });
    }
}
