package vn.lopmo.lms.course.cartridge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import vn.lopmo.platform.refusal.Refusal;

/// The little XML that cartridges need. Names are compared without their namespaces, which differ from version to
/// version; nothing outside of the file is ever asked for.
final class Xml {
    private Xml() {}

    /// @throws Refusal.Invalid if it is not well formed, or declares entities
    static Element read(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new Refusal.Invalid("cartridge-broken");
        }
    }

    static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /// The text of the first such child, stripped; empty without one.
    static String text(Element parent, String name) {
        return child(parent, name).map(one -> one.getTextContent().strip()).orElse("");
    }

    /// All below, however deep.
    static List<Element> all(Element parent, String name) {
        var nodes = parent.getElementsByTagNameNS("*", name);
        var found = new ArrayList<Element>();
        for (int at = 0; at < nodes.getLength(); at++) {
            found.add((Element) nodes.item(at));
        }
        return found;
    }

    static String escaped(String text) {
        var safe = new StringBuilder();
        text.codePoints()
                .filter(point -> point >= 0x20 || point == '\n' || point == '\t')
                .forEach(point -> {
                    switch (point) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(point);
                    }
                });
        return safe.toString();
    }
}
