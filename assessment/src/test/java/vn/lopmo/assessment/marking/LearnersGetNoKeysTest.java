package vn.lopmo.assessment.marking;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lopmo.assessment.sitting.LearnersResponses;

/// Walks through the types of everything that a learner is sent before the release: none has a place for a key.
class LearnersGetNoKeysTest {
    private static final Set<String> SECRETS = Set.of(
            "key",
            "keys",
            "explanation",
            "hint",
            "guide",
            "scoring",
            "content",
            "item",
            "meta",
            "indicators",
            "itemId",
            "passcode",
            "addresses",
            "sebConfigKeys");

    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void noTypeThatALearnerIsSentHasAPlaceForAKey() {
        LearnersResponses.ALL.forEach(this::walk);
        walk(MyAssignment.class);

        assertTrue(seen.size() > 5, () -> "only " + seen);
    }

    private void walk(Type type) {
        switch (type) {
            case Class<?> known -> walkRecord(known);
            case ParameterizedType generic ->
                List.of(generic.getActualTypeArguments()).forEach(this::walk);
            case WildcardType wildcard -> List.of(wildcard.getUpperBounds()).forEach(this::walk);
            default -> throw new AssertionError("cannot look into " + type);
        }
    }

    private void walkRecord(Class<?> type) {
        assertFalse(type.isSealed(), () -> type + " may be anything");
        if (type.isRecord() && seen.add(type)) {
            for (RecordComponent part : type.getRecordComponents()) {
                assertFalse(SECRETS.contains(part.getName()), () -> part.getName() + " of " + type);
                walk(part.getGenericType());
            }
        }
    }
}
