package vn.lopmo.content.exchange;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A document being written, element by element. Letters that XML cannot hold are left out; an empty text makes no
/// element.
final class Xml {
    /// The namespace of `xsi:schemaLocation`. Each part that uses it declares it: it may be cut out of the whole.
    static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    Xml() {
        try {
            writer = FACTORY.createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    interface Content {
        void write();
    }

    private interface Step {
        void take() throws XMLStreamException;
    }

    /// @param attributes namespaces (`xmlns…`) among them
    Xml in(String name, Map<String, String> attributes, Content content) {
        did(() -> {
            writer.writeStartElement(name);
            for (var each : attributes.entrySet()) {
                writer.writeAttribute(each.getKey(), clean(each.getValue()));
            }
        });
        content.write();
        did(writer::writeEndElement);
        return this;
    }

    Xml in(String name, Content content) {
        return in(name, Map.of(), content);
    }

    Xml put(String name, String value) {
        return put(name, Map.of(), value);
    }

    Xml put(String name, Map<String, String> attributes, String value) {
        if (!value.isEmpty()) {
            in(name, attributes, () -> did(() -> writer.writeCharacters(clean(value))));
        }
        return this;
    }

    Xml empty(String name, Map<String, String> attributes) {
        return in(name, attributes, () -> {});
    }

    String done() {
        did(() -> {
            writer.writeEndDocument();
            writer.flush();
        });
        return text.toString();
    }

    /// Without letters that XML cannot hold.
    static String clean(String value) {
        return value.codePoints()
                .filter(Xml::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= ' ' && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || letter >= 0x10000;
    }

    private static void did(Step step) {
        try {
            step.take();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
