package vn.lopmo.assessment.interchange.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lopmo.assessment.interchange.math.Dom;

/// The styles of a Word file: what a run looks like when its paragraph's style, its own style and its direct
/// properties are put together.
final class Styles {
    private static final Set<String> NO_COLOR = Set.of("AUTO", "000000", "FFFFFF");
    private static final int LONGEST_CHAIN = 12;

    private final Map<String, Element> byId = new HashMap<>();
    private Look base = Look.PLAIN;
    private @Nullable String defaultParagraph;

    Styles(Optional<Element> root) {
        root.ifPresent(this::read);
    }

    private void read(Element root) {
        base = apply(base, Dom.path(root, "docDefaults", "rPrDefault", "rPr"));
        for (Element style : Dom.children(root)) {
            @Nullable String id = Dom.attribute(style, "styleId");
            if (Dom.name(style).equals("style") && id != null) {
                byId.put(id, style);
                boolean standard = "1".equals(Dom.attribute(style, "default"));
                if (standard && "paragraph".equals(Dom.attribute(style, "type"))) {
                    defaultParagraph = id;
                }
            }
        }
    }

    /// The look of a paragraph's text before any run says otherwise.
    Look paragraph(@Nullable Element properties) {
        @Nullable String style = value(properties, "pStyle");
        return chain(base, style == null ? defaultParagraph : style, 0);
    }

    Look run(Look paragraph, @Nullable Element properties) {
        @Nullable String style = value(properties, "rStyle");
        return apply(style == null ? paragraph : chain(paragraph, style, 0), properties);
    }

    /// The numbering that a paragraph's style brings along.
    @Nullable
    Element numbering(@Nullable String style) {
        @Nullable Element found = style == null ? null : byId.get(style);
        for (int i = 0; found != null && i < LONGEST_CHAIN; i++) {
            @Nullable Element numbering = Dom.path(found, "pPr", "numPr");
            if (numbering != null) {
                return numbering;
            }
            @Nullable String parent = value(found, "basedOn");
            found = parent == null ? null : byId.get(parent);
        }
        return null;
    }

    private Look chain(Look look, @Nullable String id, int depth) {
        @Nullable Element style = id == null ? null : byId.get(id);
        if (style == null || depth > LONGEST_CHAIN) {
            return look;
        }
        return apply(chain(look, value(style, "basedOn"), depth + 1), Dom.child(style, "rPr"));
    }

    static Look apply(Look look, @Nullable Element properties) {
        if (properties == null) {
            return look;
        }
        return new Look(
                isOn(properties, "b", look.bold()),
                isOn(properties, "i", look.italic()),
                underline(properties, look.underline()),
                isOn(properties, "strike", look.strike()),
                isOn(properties, "vanish", look.hidden()),
                color(properties, look.color()),
                highlight(properties, look.highlight()),
                rise(properties, look.rise()));
    }

    private static boolean isOn(Element properties, String name, boolean otherwise) {
        @Nullable Element found = Dom.child(properties, name);
        if (found == null) {
            return otherwise;
        }
        @Nullable String value = Dom.attribute(found, "val");
        return value == null || !Set.of("0", "false", "off", "none").contains(value);
    }

    private static boolean underline(Element properties, boolean otherwise) {
        @Nullable Element found = Dom.child(properties, "u");
        return found == null ? otherwise : !"none".equals(Dom.attribute(found, "val"));
    }

    private static @Nullable String color(Element properties, @Nullable String otherwise) {
        @Nullable String value = value(properties, "color");
        if (value == null) {
            return otherwise;
        }
        var upper = value.toUpperCase(Locale.ROOT);
        return NO_COLOR.contains(upper) ? null : upper;
    }

    private static @Nullable String highlight(Element properties, @Nullable String otherwise) {
        @Nullable String value = value(properties, "highlight");
        if (value != null) {
            return value.equals("none") || value.equals("white") ? null : value;
        }
        @Nullable Element shading = Dom.child(properties, "shd");
        @Nullable String fill = shading == null ? null : Dom.attribute(shading, "fill");
        return fill == null || NO_COLOR.contains(fill.toUpperCase(Locale.ROOT)) ? otherwise : fill;
    }

    private static int rise(Element properties, int otherwise) {
        @Nullable String value = value(properties, "vertAlign");
        if (value == null) {
            return otherwise;
        }
        return value.equals("superscript") ? 1 : value.equals("subscript") ? -1 : 0;
    }

    static @Nullable String value(@Nullable Element parent, String name) {
        @Nullable Element found = parent == null ? null : Dom.child(parent, name);
        return found == null ? null : Dom.attribute(found, "val");
    }
}
