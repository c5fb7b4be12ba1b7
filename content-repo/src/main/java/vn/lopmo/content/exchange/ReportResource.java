package vn.lopmo.content.exchange;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// The library's figures, for librarians, heads and administrators.
@Path("/reports")
class ReportResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int FIRST_MONTH_OF_SCHOOL_YEAR = 9;

    private final Figures figures;
    private final Registers registers;
    private final CurrentCaller caller;
    private final Clock clock;

    ReportResource(Figures figures, Registers registers, CurrentCaller caller, Clock clock) {
        this.figures = figures;
        this.registers = registers;
        this.caller = caller;
        this.clock = clock;
    }

    /// @param use by month and kind: FILE, READER, PACKAGE, PUBLIC
    record View(
            LocalDate from,
            LocalDate until,
            Figures.Sums sums,
            List<Figures.Holding> holdings,
            List<Figures.Part> byType,
            List<Figures.Part> bySubject,
            List<Figures.Part> byGrade,
            List<Figures.Growth> growth,
            List<Figures.Use> use,
            List<Figures.Used> mostUsed,
            List<Figures.Contributor> contributors) {}

    /// @param from the first day; the school year's, if it is not said
    /// @param until the last day; today, if it is not said
    @GET
    @Transactional
    public View figures(@RestQuery @Nullable LocalDate from, @RestQuery @Nullable LocalDate until) {
        var school = school();
        var time = time(from, until);
        return new View(
                time.from(),
                time.until(),
                figures.sums(school),
                figures.holdings(school),
                figures.byType(school),
                figures.bySubject(school),
                figures.byGrade(school),
                figures.growth(school, time),
                figures.use(school, time),
                figures.mostUsed(school, time),
                figures.contributors(school, time));
    }

    @GET
    @Path("/report.xlsx")
    @Transactional
    public Response report(@RestQuery @Nullable LocalDate from, @RestQuery @Nullable LocalDate until) {
        return file(registers.report(school(), time(from, until)), "bao-cao-thu-vien.xlsx");
    }

    /// All that was ever published, with every field.
    @GET
    @Path("/register.xlsx")
    @Transactional
    public Response register() {
        return file(registers.ledger(school()), "so-dang-ki.xlsx");
    }

    private Figures.Time time(@Nullable LocalDate from, @Nullable LocalDate until) {
        var today = LocalDate.ofInstant(clock.instant(), MaterialUse.HERE);
        var september = today.withDayOfMonth(1).withMonth(FIRST_MONTH_OF_SCHOOL_YEAR);
        var begin = september.isAfter(today) ? september.minusYears(1) : september;
        var time = new Figures.Time(from == null ? begin : from, until == null ? today : until);
        if (time.until().isBefore(time.from())) {
            throw new Refusal.Invalid("report-time-empty");
        }
        return time;
    }

    private UUID school() {
        var who = caller.get();
        if (!MaterialPolicy.curates(who)) {
            throw new Refusal.Forbidden("report-not-allowed");
        }
        return who.schoolId();
    }

    private static Response file(byte[] content, String name) {
        return Response.ok(content, XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
