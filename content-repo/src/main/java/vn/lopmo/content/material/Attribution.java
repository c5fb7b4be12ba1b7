package vn.lopmo.content.material;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The credit line that goes into every copy of a material: title, author, source, licence (TASL, the form that
/// Creative Commons recommends), then the works it was made from.
public final class Attribution {
    private Attribution() {}

    public static String of(Metadata metadata) {
        var own = line(metadata.title(), metadata.author(), metadata.source(), metadata.licence());
        if (metadata.basedOn().isEmpty()) {
            return own;
        }
        var originals = metadata.basedOn().stream().map(Attribution::of).collect(Collectors.joining("; "));
        return own + ". Dựa trên: " + originals;
    }

    public static String of(BasedOn work) {
        return line(work.title(), work.author(), work.source(), work.licence());
    }

    private static String line(String title, String author, String source, @Nullable Licence licence) {
        var parts = new ArrayList<String>();
        if (!title.isEmpty()) {
            parts.add("“" + title + "”");
        }
        Stream.of(author, source).filter(part -> !part.isEmpty()).forEach(parts::add);
        if (licence != null) {
            parts.add(words(licence));
        }
        return String.join(", ", List.copyOf(parts));
    }

    private static String words(Licence licence) {
        return licence.address().isEmpty() ? licence.label() : licence.label() + " (" + licence.address() + ")";
    }
}
