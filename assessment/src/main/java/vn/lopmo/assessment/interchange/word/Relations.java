package vn.lopmo.assessment.interchange.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lopmo.assessment.interchange.math.Dom;

/// What the main part points at: pictures by relation id. Targets outside the file are not followed.
final class Relations {
    private final Map<String, String> targets = new HashMap<>();

    Relations(Optional<Element> root) {
        root.ifPresent(relations -> Dom.children(relations).forEach(this::read));
    }

    private void read(Element relation) {
        if (!"External".equals(relation.getAttribute("TargetMode"))) {
            var target = relation.getAttribute("Target");
            var part = target.startsWith("/") ? target.substring(1) : "word/" + target;
            targets.put(relation.getAttribute("Id"), part.replace("word/../", ""));
        }
    }

    Optional<String> target(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(targets.get(id));
    }
}
