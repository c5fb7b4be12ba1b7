package vn.lopmo.lms.organisation;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.OrganisationPolicy.Verb;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;
import vn.lopmo.platform.refusal.RefusalMappers;

/// Who teaches what in which class (phân công chuyên môn).
@Path("/teachings")
class TeachingResource {
    record Form(
            @NotNull UUID teacherId,
            @NotNull UUID classId,
            @NotBlank String subject,
            @Nullable @Min(1) @Max(2) Integer term) {}

    record View(
            UUID id,
            UUID classId,
            String className,
            UUID teacherId,
            String teacherName,
            String subject,
            @Nullable Integer term,
            LocalDate startsOn) {}

    private final CurrentCaller caller;
    private final Teachings teachings;
    private final Assigning assigning;
    private final TeachingSheet sheet;
    private final SchoolYears years;
    private final SchoolClasses classes;
    private final People people;
    private final Clock clock;

    TeachingResource(
            CurrentCaller caller,
            Teachings teachings,
            Assigning assigning,
            TeachingSheet sheet,
            SchoolYears years,
            SchoolClasses classes,
            People people,
            Clock clock) {
        this.caller = caller;
        this.teachings = teachings;
        this.assigning = assigning;
        this.sheet = sheet;
        this.years = years;
        this.classes = classes;
        this.people = people;
        this.clock = clock;
    }

    /// @param year the current one, if left out
    @GET
    @Transactional
    public List<View> list(@RestQuery @Nullable UUID year) {
        var current = caller.get();
        OrganisationPolicy.check(current, Verb.READ_TEACHINGS);
        var wanted = year == null
                ? years.currentOrOpen(current.schoolId(), clock.instant())
                : years.get(year, current.schoolId());
        return views(teachings.ofYear(wanted.id()), current.schoolId());
    }

    @POST
    @ResponseStatus(201)
    @Transactional
    public View assign(@NotNull @Valid Form form) {
        var current = assigner();
        var teacher = people.get(form.teacherId, current.schoolId());
        var schoolClass = classes.get(form.classId, current.schoolId());
        var made = assigning.assign(teacher, schoolClass, form.subject, form.term, clock.instant());
        return views(List.of(made), current.schoolId()).getFirst();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void end(UUID id) {
        assigning.end(teachings.get(id, assigner().schoolId()), clock.instant());
    }

    /// @param apply whether to enter the sound rows; without it they are only looked at
    @POST
    @Path("/sheet")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    public TeachingSheet.View sheet(
            @RestForm("file") @Nullable FileUpload file, @RestQuery boolean apply, @Context HttpHeaders headers) {
        var current = assigner();
        if (file == null) {
            throw new Refusal.Invalid("roster-file-empty");
        }
        return sheet.read(current.schoolId(), file.fileName(), bytes(file), apply, RefusalMappers.locale(headers));
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private Caller assigner() {
        var current = caller.get();
        OrganisationPolicy.check(current, Verb.ASSIGN);
        return current;
    }

    private List<View> views(Collection<Teaching> some, UUID schoolId) {
        var named = people.ofIds(some.stream().map(Teaching::teacherId).collect(Collectors.toSet()), schoolId).stream()
                .collect(Collectors.toMap(Person::id, Person::name));
        var taught = classes.ofIds(some.stream().map(Teaching::classId).collect(Collectors.toSet()), schoolId).stream()
                .collect(Collectors.toMap(SchoolClass::id, Function.identity()));
        return some.stream()
                .map(each -> new Placed(each, Objects.requireNonNull(taught.get(each.classId()))))
                .sorted(Comparator.comparing(Placed::schoolClass, SchoolClass.inOrder())
                        .thenComparing(placed -> placed.teaching.subject()))
                .map(placed -> view(placed, named))
                .toList();
    }

    private record Placed(Teaching teaching, SchoolClass schoolClass) {}

    private static View view(Placed placed, Map<UUID, String> named) {
        var each = placed.teaching;
        return new View(
                each.id(),
                each.classId(),
                placed.schoolClass.name(),
                each.teacherId(),
                named.getOrDefault(each.teacherId(), ""),
                each.subject(),
                each.term(),
                each.startsOn());
    }
}
