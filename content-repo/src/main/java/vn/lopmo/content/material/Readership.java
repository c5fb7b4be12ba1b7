package vn.lopmo.content.material;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// What one reader may read at one moment: the tokens he holds. A material opens to him if he holds one of its own
/// ([Metadata#audience]) and it is available; who brought it in and the curators see it before and after, too.
///
/// Files, search, packages and feeds ask this and nothing else. (That a material is of the reader's school is the
/// business of the query that found it; [#ANYBODY] alone crosses that border.)
///
/// @param caller null for somebody without an account
public record Readership(@Nullable Caller caller, Set<String> tokens, Instant at) {
    /// Held by everybody with an account in the school.
    public static final String ALL = "all";
    /// Held by everybody who works for the school.
    public static final String STAFF = "staff";
    /// Held by librarians, heads and administrators; opens everything that is published.
    public static final String CURATOR = "curator";
    /// Held by everybody, with an account or without.
    public static final String ANYBODY = "anybody";

    public Readership {
        tokens = Set.copyOf(tokens);
    }

    /// @param classes in which he learns or teaches
    public static Readership of(Caller caller, Set<UUID> classes, Instant at) {
        var tokens = new HashSet<>(Set.of(ANYBODY, ALL));
        if (caller.isStaff()) {
            tokens.add(STAFF);
            tokens.add(owner(caller.id()));
        }
        if (MaterialPolicy.curates(caller)) {
            tokens.add(CURATOR);
        }
        classes.forEach(id -> tokens.add(ofClass(id)));
        return new Readership(caller, tokens, at);
    }

    public static Readership ofAnybody(Instant at) {
        return new Readership(null, Set.of(ANYBODY), at);
    }

    /// @throws Refusal.Forbidden for somebody without an account
    public Caller mustHaveAccount() {
        if (caller == null) {
            throw new Refusal.Forbidden("signed-out");
        }
        return caller;
    }

    public static String ofClass(UUID classId) {
        return "class:" + classId;
    }

    public static String owner(UUID personId) {
        return "owner:" + personId;
    }

    /// The tokens that open a material also outside its time.
    public Set<String> timeless() {
        var held = new HashSet<String>();
        tokens.stream()
                .filter(token -> token.equals(CURATOR) || token.startsWith("owner:"))
                .forEach(held::add);
        return held;
    }

    /// Whether he may read what is published under these terms.
    public boolean opens(Set<String> audience, @Nullable Instant from, @Nullable Instant until) {
        if (timeless().stream().anyMatch(audience::contains)) {
            return true;
        }
        boolean available = (from == null || !at.isBefore(from)) && (until == null || at.isBefore(until));
        return available && tokens.stream().anyMatch(audience::contains);
    }

    /// Whether he may read this version.
    public boolean opens(MaterialVersion version, UUID ownerId) {
        return opens(
                version.audience(ownerId),
                version.metadata().availableFrom(),
                version.metadata().availableUntil());
    }
}
