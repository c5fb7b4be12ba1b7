package vn.lopmo.content.harvest;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Elements by their names without prefixes: of these every library has its own.
final class Nodes {
    private Nodes() {}

    static Stream<Element> children(Node parent) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    static Stream<Element> children(Node parent, String name) {
        return children(parent).filter(child -> child.getLocalName().equals(name));
    }

    static Optional<Element> child(Node parent, String name) {
        return children(parent, name).findFirst();
    }

    static Optional<Element> firstChild(Node parent) {
        return children(parent).findFirst();
    }

    /// Of all children of that name, their children of the next, and so on.
    static Stream<Element> path(Node parent, String... names) {
        var found = Stream.of(parent);
        for (var name : names) {
            found = found.flatMap(each -> children(each, name));
        }
        return found.map(Element.class::cast);
    }

    static String text(Node node) {
        return node.getTextContent().strip();
    }

    /// Of the first child of that name; "" if there is none.
    static String text(Node parent, String name) {
        return child(parent, name).map(Nodes::text).orElse("");
    }

    /// Names and words of all that stands in it, whatever prefixes and spaces it is written with.
    static String outline(Element element) {
        var inside = children(element).map(Nodes::outline).collect(Collectors.joining());
        return "(" + element.getLocalName() + " " + (inside.isEmpty() ? text(element) : inside) + ")";
    }
}
