package vn.lopmo.assessment.interchange.math;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Small readings of an XML tree by local names: Office files of different makers differ in prefixes and in
/// namespaces (strict, transitional).
public final class Dom {
    private Dom() {}

    public static String name(Element element) {
        @Nullable String local = element.getLocalName();
        return local == null ? element.getTagName() : local;
    }

    public static List<Element> children(Element parent) {
        var found = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    public static @Nullable Element child(Element parent, String name) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name(element).equals(name)) {
                return element;
            }
        }
        return null;
    }

    /// The child at the end of a path of names.
    public static @Nullable Element path(@Nullable Element parent, String... names) {
        @Nullable Element at = parent;
        for (String name : names) {
            at = at == null ? null : child(at, name);
        }
        return at;
    }

    public static @Nullable String attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = attributes.item(i);
            @Nullable String local = attribute.getLocalName();
            if (name.equals(local == null ? attribute.getNodeName() : local)) {
                return attribute.getNodeValue();
            }
        }
        return null;
    }

    /// Every element of that name below, in the order of the document.
    public static List<Element> all(Element parent, String name) {
        var found = new ArrayList<Element>();
        collect(parent, name, found);
        return found;
    }

    private static void collect(Element parent, String name, List<Element> found) {
        for (Element child : children(parent)) {
            if (name(child).equals(name)) {
                found.add(child);
            }
            collect(child, name, found);
        }
    }
}
