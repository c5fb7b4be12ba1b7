package vn.lopmo.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.assessment.item.Item;
import vn.lopmo.assessment.item.Option;
import vn.lopmo.assessment.item.Scoring;
import vn.lopmo.assessment.item.Statement;
import vn.lopmo.assessment.paper.Assignment;
import vn.lopmo.assessment.paper.Audience;
import vn.lopmo.assessment.paper.Conditions;
import vn.lopmo.assessment.paper.PaperFixtures;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.Role;

/// Things that tests need to begin with.
public final class Fixtures {
    public static final UUID SCHOOL = UUID.fromString("01990000-0000-7000-8000-000000000001");
    public static final UUID PERSON = UUID.fromString("01990000-0000-7000-8000-000000000002");
    public static final UUID CLASS = UUID.fromString("01990000-0000-7000-8000-000000000003");

    private Fixtures() {}

    public static Caller a(Role... roles) {
        return new Caller(PERSON, SCHOOL, Set.of(roles));
    }

    public static Assignment anAssignment(Instant opensAt, Instant closesAt, int minutes) {
        return anAssignment(opensAt, closesAt, minutes, Conditions.none());
    }

    public static Assignment anAssignment(Instant opensAt, Instant closesAt, int minutes, Conditions conditions) {
        return Assignment.of(
                PaperFixtures.aVersion(),
                "Kiểm tra 15 phút",
                Audience.ofClasses(Set.of(CLASS)),
                new Assignment.Terms(
                        new Assignment.Window(opensAt, closesAt, minutes),
                        new Assignment.Shuffling(true, true),
                        conditions,
                        null),
                UUID.randomUUID(),
                opensAt.minusSeconds(60));
    }

    public static Item aChoice(String prompt, String key) {
        return new Item.SingleChoice(prompt, options("một", "hai", "ba", "bốn"), key, "Vì đáp án là " + key);
    }

    public static Item aGroup() {
        return new Item.TrueFalseGroup(
                "Cho hàm số y = x²",
                List.of(
                        new Statement("a", "Đồng biến trên (0; 2)", true),
                        new Statement("b", "Nghịch biến trên R", false),
                        new Statement("c", "Có cực tiểu tại 0", true),
                        new Statement("d", "Có hai cực trị", false)),
                Scoring.LADDER,
                "Lời giải bí mật");
    }

    public static Item aShortAnswer() {
        return new Item.ShortAnswer("Nghiệm dương của 2x = 5", List.of("2,5"), "Lời giải bí mật");
    }

    public static Item anEssay() {
        return new Item.Essay("Chứng minh", "Hướng dẫn chấm bí mật", null);
    }

    public static List<Option> options(String... texts) {
        var options = new ArrayList<Option>();
        for (String text : texts) {
            options.add(new Option(String.valueOf((char) ('A' + options.size())), text));
        }
        return List.copyOf(options);
    }

    public static BigDecimal points(String points) {
        return new BigDecimal(points);
    }
}
