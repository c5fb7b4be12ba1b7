package vn.lopmo.lms.course;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;

/// Puts names to what authors did.
@ApplicationScoped
class TwinViews {
    private final People people;

    TwinViews(People people) {
        this.people = people;
    }

    List<TwinView> of(LessonDraft draft, UUID schoolId) {
        var twins = draft.twins();
        var names = names(twins.stream().map(Twin::by).toList(), schoolId);
        return twins.stream()
                .map(twin -> TwinView.of(twin, names.getOrDefault(twin.by(), "")))
                .toList();
    }

    Map<UUID, String> names(Collection<UUID> ids, UUID schoolId) {
        return ids.isEmpty()
                ? Map.of()
                : people.ofIds(ids, schoolId).stream().collect(Collectors.toMap(Person::id, Person::name));
    }
}
