package vn.lopmo.content.search;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.content.material.Readership;

/// Whose search it is: the school, the tokens that the reader holds, and when. A material is within reach if one of its
/// tokens is held; one that is lent for a time also asks for the time.
record Reach(UUID schoolId, Set<String> tokens, Instant now) {
    static final String CURATOR = Readership.CURATOR;
    static final String OWNER = "owner:";
    static final String CLASS = "class:";

    Reach {
        tokens = Set.copyOf(tokens);
    }

    static Reach of(Readership reader) {
        var caller = Objects.requireNonNull(reader.caller(), "a school's library is searched by its people");
        return new Reach(caller.schoolId(), reader.tokens(), reader.at());
    }

    /// Curators and owners read what is not out yet, and what is over.
    static boolean isTimeless(String token) {
        return token.equals(CURATOR) || token.startsWith(OWNER);
    }

    /// Whether the reader may learn that a material is also for this class.
    boolean mayName(String classId) {
        return tokens.contains(CURATOR) || tokens.contains(CLASS + classId);
    }
}
