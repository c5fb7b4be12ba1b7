package vn.lopmo.lms.organisation.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lopmo.lms.organisation.Gender;
import vn.lopmo.lms.organisation.roster.RosterRow.Verdict;
import vn.lopmo.platform.caller.Role;
import vn.lopmo.platform.refusal.Titles;

/// A list as its administrator sees it. In a list of lists, and while it is being applied, the rows are left out.
///
/// @param passwordsToSet people of the school whose first password Keycloak does not have yet; nobody of them can
///     sign in until it has
/// @param linksToDo what a bundle says of classes, teachers and guardians and is not yet so
/// @param gone whom the school has and the list does not name: students in a class, staff, guardians of a child;
///     nothing happens to them
record RosterView(
        UUID id,
        RosterImport.Kind kind,
        String fileName,
        RosterImport.State state,
        Instant createdAt,
        Counts counts,
        int done,
        int total,
        int linksToDo,
        long passwordsToSet,
        @Nullable String problem,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Row> rows,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Gone> gone) {

    /// @param linked known already, and to be tied to a child or a group
    record Counts(
            @JsonProperty("new") long fresh,
            long changed,
            long moved,
            long linked,
            long unchanged,
            long rejected,
            long gone) {
        static Counts of(Map<Verdict, Long> counts) {
            return new Counts(
                    counts.getOrDefault(Verdict.NEW, 0L),
                    counts.getOrDefault(Verdict.CHANGED, 0L),
                    counts.getOrDefault(Verdict.MOVED, 0L),
                    counts.getOrDefault(Verdict.LINKED, 0L),
                    counts.getOrDefault(Verdict.UNCHANGED, 0L),
                    counts.getOrDefault(Verdict.REJECTED, 0L),
                    counts.getOrDefault(Verdict.GONE, 0L));
        }
    }

    /// @param column what the column is called that is wrong
    record Reason(String slug, String column, String title) {
        static Reason of(String fault, Locale locale) {
            int at = fault.indexOf('@');
            var slug = at < 0 ? fault : fault.substring(0, at);
            var column = at < 0 ? PupilColumn.titleFor(slug) : fault.substring(at + 1);
            return new Reason(slug, column, Titles.of(slug, locale));
        }
    }

    /// @param code a pupil's, or what the school calls one of its staff
    /// @param subjects those of the subject group
    /// @param child whom a guardian acts for
    record Row(
            int sheetRow,
            Verdict verdict,
            @Nullable String code,
            @Nullable String name,
            @Nullable LocalDate birthDate,
            @Nullable Gender gender,
            @Nullable String className,
            @Nullable Integer grade,
            @Nullable String file,
            List<Role> roles,
            List<String> subjects,
            @Nullable String group,
            @Nullable Child child,
            @JsonRawValue String changes,
            List<Reason> reasons) {
        static Row of(RosterRow row, Locale locale) {
            var entry = row.entry();
            var source = entry.source();
            var post = entry.post();
            return new Row(
                    row.sheetRow(),
                    row.verdict(),
                    post == null ? entry.code() : post.code(),
                    entry.name(),
                    entry.birthDate(),
                    entry.gender(),
                    entry.className(),
                    entry.grade(),
                    source == null ? null : source.file(),
                    entry.roles().stream().sorted().toList(),
                    post == null ? List.of() : post.subjects(),
                    post == null ? null : post.group(),
                    Child.of(entry),
                    row.changes(),
                    row.reasons().stream()
                            .map(fault -> Reason.of(fault, locale))
                            .toList());
        }
    }

    record Child(
            @Nullable String code,
            @Nullable String name,
            @Nullable String relation) {
        static @Nullable Child of(Entry entry) {
            var ward = entry.ward();
            return ward == null ? null : new Child(ward.code(), ward.name(), ward.relation());
        }
    }

    record Gone(
            @Nullable String code,
            @Nullable String name,
            @Nullable String className,
            @Nullable Child child) {}

    static RosterView of(RosterImport roster, Map<Verdict, Long> counts, Locale locale) {
        return of(roster, counts, 0, locale);
    }

    static RosterView of(RosterImport roster, Map<Verdict, Long> counts, long passwordsToSet, Locale locale) {
        return view(roster, counts, passwordsToSet, locale, null, null);
    }

    static RosterView of(
            RosterImport roster, Map<Verdict, Long> counts, long passwordsToSet, List<RosterRow> all, Locale locale) {
        var rows = all.stream()
                .filter(row -> row.verdict() != Verdict.GONE)
                .map(row -> Row.of(row, locale))
                .toList();
        var gone = all.stream()
                .filter(row -> row.verdict() == Verdict.GONE)
                .map(RosterRow::entry)
                .map(entry -> new Gone(entry.code(), entry.name(), entry.className(), Child.of(entry)))
                .toList();
        return view(roster, counts, passwordsToSet, locale, rows, gone);
    }

    private static RosterView view(
            RosterImport roster,
            Map<Verdict, Long> counts,
            long passwordsToSet,
            Locale locale,
            @Nullable List<Row> rows,
            @Nullable List<Gone> gone) {
        var problem = roster.problem();
        return new RosterView(
                roster.id(),
                roster.kind(),
                roster.fileName(),
                roster.state(),
                roster.createdAt(),
                Counts.of(counts),
                roster.done(),
                roster.total(),
                roster.linksToDo(),
                passwordsToSet,
                problem == null ? null : Titles.of(problem, locale),
                rows,
                gone);
    }
}
