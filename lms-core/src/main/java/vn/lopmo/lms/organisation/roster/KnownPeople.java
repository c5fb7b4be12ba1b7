package vn.lopmo.lms.organisation.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;

/// Whom some rows of a list mean among the people that the school has, read at once.
final class KnownPeople {
    private final Map<UUID, Person> byId;
    private final Map<String, Person> byCode = new HashMap<>();
    private final Map<String, UUID> byMark;

    KnownPeople(People people, SourceIds sourceIds, UUID schoolId, List<RosterRow> rows) {
        byMark = sourceIds.meant(
                schoolId,
                rows.stream()
                        .filter(row -> row.personId() == null)
                        .flatMap(row -> row.marks().stream())
                        .toList());
        byId = people.byId(
                Stream.concat(rows.stream().map(RosterRow::personId).filter(Objects::nonNull), byMark.values().stream())
                        .distinct()
                        .toList());
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
        if (code != null && byCode.containsKey(code)) {
            return byCode.get(code);
        }
        return row.marks().stream()
                .map(byMark::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(byId::get)
                .orElse(null);
    }
}
