package vn.lopmo.lms.report;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.School;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// How much the house is used.
@Path("/reports/use")
class ReportResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_YEARS = 2;

    private final CurrentCaller callers;
    private final Schools schools;
    private final Sums sums;
    private final ReportConfig config;

    ReportResource(CurrentCaller callers, Schools schools, Sums sums, ReportConfig config) {
        this.callers = callers;
        this.schools = schools;
        this.sums = sums;
        this.config = config;
    }

    @GET
    @Transactional
    public Report read(@QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
        var seen = seen();
        if (from == null
                || to == null
                || to.isBefore(from)
                || from.plusYears(MOST_YEARS).isBefore(to)) {
            throw new Refusal.Invalid("report-days");
        }
        var each = seen.stream()
                .map(school -> new Report.OfSchool(school.id(), school.name(), sums.of(school.id(), from, to)))
                .toList();
        var total = Sum.of(each.stream().map(Report.OfSchool::sum).toList());
        return new Report(from, to, each, total, sums.byWeek(seen, from, to), ScoredLine.of(total));
    }

    @GET
    @Path("/sheet.xlsx")
    @Produces(XLSX)
    @Transactional
    public Response sheet(@QueryParam("from") @Nullable LocalDate from, @QueryParam("to") @Nullable LocalDate to) {
        var report = read(from, to);
        var name = "bao-cao-%s-%s.xlsx".formatted(report.from(), report.to());
        return Response.ok(ReportBook.write(report))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    private List<School> seen() {
        var caller = callers.get();
        var own = schools.get(caller.schoolId());
        return switch (ReportPolicy.reach(caller)) {
            case SCHOOL -> List.of(own);
            case AREA ->
                switch (config.officerSees()) {
                    case COMMUNE ->
                        schools.list("commune = ?1 and province = ?2 order by name", own.commune(), own.province());
                    case PROVINCE -> schools.list("province = ?1 order by name", own.province());
                };
        };
    }
}
