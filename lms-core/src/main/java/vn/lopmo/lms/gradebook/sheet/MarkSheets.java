package vn.lopmo.lms.gradebook.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lopmo.lms.gradebook.book.Cells;
import vn.lopmo.lms.gradebook.book.Phrases;
import vn.lopmo.lms.gradebook.book.Place;
import vn.lopmo.lms.gradebook.book.Years;
import vn.lopmo.lms.gradebook.rules.Scheme;
import vn.lopmo.lms.gradebook.rules.SubjectYear;
import vn.lopmo.lms.organisation.Memberships;
import vn.lopmo.lms.organisation.Person;
import vn.lopmo.lms.organisation.RecordReads;
import vn.lopmo.lms.organisation.SchoolYears;
import vn.lopmo.lms.organisation.Schools;
import vn.lopmo.lms.organisation.SubjectNames;
import vn.lopmo.lms.organisation.table.SheetFile;
import vn.lopmo.platform.caller.Caller;

/// Writes books as mark sheets and reads such sheets.
@ApplicationScoped
class MarkSheets {
    private final Memberships memberships;
    private final Schools schools;
    private final SchoolYears schoolYears;
    private final Years years;
    private final Cells cells;
    private final Phrases phrases;
    private final Exports exports;
    private final RecordReads reads;

    MarkSheets(
            Memberships memberships,
            Schools schools,
            SchoolYears schoolYears,
            Years years,
            Cells cells,
            Phrases phrases,
            Exports exports,
            RecordReads reads) {
        this.memberships = memberships;
        this.schools = schools;
        this.schoolYears = schoolYears;
        this.years = years;
        this.cells = cells;
        this.phrases = phrases;
        this.exports = exports;
        this.reads = reads;
    }

    byte[] write(Place place, Form form, Caller caller, Instant now) {
        form.mustSuit(place);
        var by = caller.id();
        var learners = memberships.learnersOf(place.classId());
        reads.noteAll(caller, ids(learners), RecordReads.MARKS_FILE);
        var byLearner = years.ofSubject(place, ids(learners));
        var content = new SheetWriter.Written(
                titles(place),
                learners.stream()
                        .map(each -> new SheetWriter.Learner(
                                each, byLearner.getOrDefault(each.id(), SubjectYear.of(place.rule()))))
                        .toList());
        exports.add(place, new Exports.Export(form, now, by));
        return SheetWriter.write(place, form, content, codeOfPhrase(place, by));
    }

    private List<String> titles(Place place) {
        return List.of(
                schools.get(place.schoolId()).name(),
                (place.rule().scheme() == Scheme.TRAITS
                                ? "Phẩm chất, năng lực"
                                : "Sổ điểm môn " + SubjectNames.of(place.subject()))
                        + ", lớp " + place.schoolClass().name(),
                "Học kì " + (place.term() == 1 ? "I" : "II") + ", năm học "
                        + schoolYears.get(place.yearId()).name());
    }

    private Map<String, String> codeOfPhrase(Place place, UUID by) {
        var codes = new LinkedHashMap<String, String>();
        for (var phrase : phrases.of(place.schoolId(), by, place.subject())) {
            if (phrase.code() != null) {
                codes.putIfAbsent(phrase.text(), phrase.code());
            }
        }
        return codes;
    }

    private Map<String, String> phraseOfCode(Place place, UUID by) {
        var texts = new LinkedHashMap<String, String>();
        codeOfPhrase(place, by).forEach((text, code) -> texts.putIfAbsent(code, text));
        return texts;
    }

    /// @throws vn.lopmo.platform.refusal.Refusal.Invalid if it is no mark sheet that we can read
    SheetPreview preview(Place place, String fileName, byte[] bytes, UUID by, Locale locale) {
        var columns = SheetColumns.find(SheetFile.read(fileName, bytes));
        var learners = memberships.learnersOf(place.classId());
        var lines = new SheetReading(place, columns, learners, phraseOfCode(place, by)).lines();
        var standing = cells.ofSubject(place.yearId(), place.subject(), ids(learners));
        return SheetPreview.of(fileName, place, lines, learners, standing, locale);
    }

    private static List<UUID> ids(List<Person> learners) {
        return learners.stream().map(Person::id).collect(Collectors.toList());
    }
}
