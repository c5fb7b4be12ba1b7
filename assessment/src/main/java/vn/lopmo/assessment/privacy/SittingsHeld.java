package vn.lopmo.assessment.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.lopmo.platform.person.HeldBesides;

/// What hangs on a learner's sittings is the learner's.
@ApplicationScoped
class SittingsHeld implements HeldBesides {
    static final List<String> TABLES = List.of(
            "answer_step",
            "late_step",
            "slot_mark",
            "key_mark",
            "second_mark",
            "release",
            "practice_check",
            "presence",
            "sitting_event",
            "sitting_device");

    static final String THEIRS = "sitting_id in (select id from sitting where learner_id = ?)";

    @Override
    public Map<String, String> conditions() {
        var conditions = new LinkedHashMap<String, String>();
        TABLES.forEach(table -> conditions.put(table, "t." + THEIRS));
        conditions.put("mark_change", "t." + THEIRS);
        return conditions;
    }
}
