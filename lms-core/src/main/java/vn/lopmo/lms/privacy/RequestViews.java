package vn.lopmo.lms.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lopmo.lms.organisation.People;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.platform.time.ClockSource;

/// Requests with the names of whom they are about and who asked.
@ApplicationScoped
class RequestViews {
    private final People people;
    private final Stops stops;
    private final Clock clock;

    RequestViews(People people, Stops stops, Clock clock) {
        this.people = people;
        this.stops = stops;
        this.clock = clock;
    }

    List<RequestView> of(List<PrivacyRequest> requests, UUID schoolId) {
        var ids = requests.stream()
                .flatMap(request -> Stream.of(request.subjectId(), request.askedBy()))
                .collect(Collectors.toSet());
        var names = people.ofIds(ids, schoolId).stream().collect(Collectors.toMap(Person::id, Person::name));
        var stopped = stops.of(requests.stream().map(PrivacyRequest::id).toList());
        var today = LocalDate.ofInstant(clock.instant(), ClockSource.VIETNAM);
        return requests.stream()
                .map(request -> RequestView.of(
                        request,
                        names.getOrDefault(request.subjectId(), "–"),
                        names.getOrDefault(request.askedBy(), "–"),
                        stopped.getOrDefault(request.id(), List.of()),
                        today))
                .toList();
    }
}
