package vn.lopmo.lms.report;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// How much the house is used.
@Path("/reports/use")
class ReportResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_YEARS = 2;

    private final CurrentCaller callers;
    private final Reach reach;
    private final Sums sums;

    ReportResource(CurrentCaller callers, Reach reach, Sums sums) {
        this.callers = callers;
        this.reach = reach;
        this.sums = sums;
    }

    /// @param unit for an officer: the unit to look at; null for the highest of his
    @GET
    @Transactional
    public Report read(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("unit") @Nullable UUID unit) {
        var seen = reach.of(callers.get(), unit);
        if (from == null
                || to == null
                || to.isBefore(from)
                || from.plusYears(MOST_YEARS).isBefore(to)) {
            throw new Refusal.Invalid("report-days");
        }
        var parts = seen.parts().stream().map(part -> part(part, from, to)).toList();
        var total = Sum.of(parts.stream().map(Report.Part::sum).toList());
        return new Report(
                from,
                to,
                seen.unit() == null ? null : Report.Name.of(seen.unit()),
                seen.path().stream().map(Report.Name::of).toList(),
                seen.own().stream().map(Report.Name::of).toList(),
                parts,
                total,
                sums.byWeek(seen.schools(), from, to),
                ScoredLine.of(total));
    }

    private Report.Part part(Reach.Part part, LocalDate from, LocalDate to) {
        var each =
                part.schools().stream().map(school -> sums.of(school, from, to)).toList();
        return new Report.Part(part.id(), part.kind(), part.name(), each.size(), Sum.of(each));
    }

    @GET
    @Path("/sheet.xlsx")
    @Produces(XLSX)
    @Transactional
    public Response sheet(
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("unit") @Nullable UUID unit) {
        var report = read(from, to, unit);
        var name = "bao-cao-%s-%s.xlsx".formatted(report.from(), report.to());
        return Response.ok(ReportBook.write(report))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
