package vn.lopmo.assessment.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShownHasNoKeyTest {
    private static final Set<String> SECRETS =
            Set.of("key", "keys", "explanation", "guide", "scoring", "mark", "share");

    @Test
    void noComponentOfTheShownTypeCouldHoldAKey() {
        var names = new TreeSet<String>();

        walk(Shown.class, names);

        assertEquals(Set.of("form", "html", "id", "options", "prompt", "statements"), names);
    }

    @ParameterizedTest
    @MethodSource("items")
    void nothingSecretIsWritten(Item item) {
        var json = ItemJson.write(item.shown());

        SECRETS.forEach(secret -> assertFalse(json.contains("\"" + secret + "\""), json));
        assertFalse(json.contains("BÍ MẬT"), json);
    }

    @ParameterizedTest
    @MethodSource("items")
    void whatIsStoredIsReadBackTheSame(Item item) {
        assertEquals(item, ItemJson.read(ItemJson.write(item), Item.class));
        assertEquals(item, Draft.of(item).toItem());
    }

    @Test
    void anAnswerIsKnownByItsOneField() {
        assertInstanceOf(Answer.Choice.class, ItemJson.read("{\"choice\":\"B\"}", Answer.class));
        assertInstanceOf(Answer.Statements.class, ItemJson.read("{\"statements\":{\"a\":true}}", Answer.class));
        assertInstanceOf(Answer.Text.class, ItemJson.read("{\"text\":\"2,5\"}", Answer.class));
        assertInstanceOf(Answer.Essay.class, ItemJson.read("{\"essay\":\"…\"}", Answer.class));
        assertEquals("{\"choice\":\"B\"}", ItemJson.write(new Answer.Choice("B")));
    }

    static Stream<Item> items() {
        return Stream.of(
                new Item.SingleChoice(
                        "?", List.of(new Option("A", "1"), new Option("B", "2")), "B", "BÍ MẬT", "BÍ MẬT"),
                new Item.TrueFalseGroup(
                        "?", List.of(new Statement("a", "1", true)), Scoring.LADDER, "BÍ MẬT", "BÍ MẬT"),
                new Item.ShortAnswer("?", List.of("BÍ MẬT"), "BÍ MẬT", "BÍ MẬT"),
                new Item.Essay("?", "BÍ MẬT", "BÍ MẬT"));
    }

    private static void walk(Type type, Set<String> names) {
        if (type instanceof ParameterizedType of) {
            Stream.of(of.getActualTypeArguments()).forEach(argument -> walk(argument, names));
        } else if (type instanceof Class<?> record && record.isRecord()) {
            Stream.of(record.getRecordComponents()).forEach(component -> {
                names.add(component.getName());
                walk(component.getGenericType(), names);
            });
        }
    }
}
