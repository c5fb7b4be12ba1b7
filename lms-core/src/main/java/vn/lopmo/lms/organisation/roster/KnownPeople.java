package vn.lopmo.lms.organisation.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;

/// Whom some rows of a list mean among the people that the school has, read at once.
final class KnownPeople {
    private final Map<UUID, Person> byId;
    private final Map<String, Person> byCode = new HashMap<>();

    KnownPeople(People people, UUID schoolId, List<RosterRow> rows) {
        byId = people.byId(
                rows.stream().map(RosterRow::personId).filter(Objects::nonNull).toList());
        var codes = rows.stream()
                .filter(row -> row.personId() == null)
                .map(row -> row.entry().code())
                .filter(Objects::nonNull)
                .toList();
        people.withCodes(codes, schoolId).forEach(person -> byCode.put(Objects.requireNonNull(person.code()), person));
    }

    @Nullable
    Person of(RosterRow row) {
        var id = row.personId();
        if (id != null) {
            return byId.get(id);
        }
        var code = row.entry().code();
        return code == null ? null : byCode.get(code);
    }
}
