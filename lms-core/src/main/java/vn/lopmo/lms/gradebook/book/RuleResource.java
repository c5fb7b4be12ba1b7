package vn.lopmo.lms.gradebook.book;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Relation;
import vn.lopmo.lms.gradebook.book.MarkBookPolicy.Verb;
import vn.lopmo.lms.gradebook.rules.Programme;
import vn.lopmo.lms.gradebook.rules.Scheme;
import vn.lopmo.lms.gradebook.rules.SubjectRule;
import vn.lopmo.platform.caller.CurrentCaller;
import vn.lopmo.platform.refusal.Refusal;

/// Which subjects a grade has, with how many periods a year, and so how many regular scores.
@Path("/assessment-rules/{grade}")
class RuleResource {
    /// @param usual the periods of the ministry's programme
    record RuleView(
            String subject, Scheme scheme, int periods, int usual, int regular, boolean elective, boolean offered) {}

    record Setting(@Min(1) @Max(600) int periods, boolean offered) {}

    private final CurrentCaller callers;
    private final Rules rules;

    RuleResource(CurrentCaller callers, Rules rules) {
        this.callers = callers;
        this.rules = rules;
    }

    @GET
    @Transactional
    public List<RuleView> get(int grade) {
        var caller = callers.get();
        if (!caller.isStaff()) {
            throw new Refusal.Forbidden("not-allowed");
        }
        var offered = rules.of(caller.schoolId(), grade).stream()
                .collect(Collectors.toMap(SubjectRule::subject, Function.identity()));
        var wishes = rules.wishes(caller.schoolId(), grade).stream()
                .collect(Collectors.toMap(Programme.Wish::subject, Programme.Wish::periods));
        return rules.ofProgramme(grade).stream()
                .map(rule -> {
                    var now = offered.getOrDefault(rule.subject(), rule);
                    return new RuleView(
                            rule.subject(),
                            rule.scheme(),
                            wishes.getOrDefault(rule.subject(), rule.periods()),
                            rule.periods(),
                            now.regular(),
                            rule.elective(),
                            offered.containsKey(rule.subject()));
                })
                .toList();
    }

    @PUT
    @Path("/{subject}")
    @Transactional
    public List<RuleView> set(int grade, String subject, @NotNull @Valid Setting setting) {
        var caller = callers.get();
        MarkBookPolicy.check(caller, Verb.SET_RULES, new Relation(caller.schoolId(), false, false));
        if (rules.ofProgramme(grade).stream().noneMatch(rule -> rule.subject().equals(subject))) {
            throw new Refusal.NotFound("subject-not-in-grade");
        }
        rules.wish(caller.schoolId(), new Programme.Wish(grade, subject, setting.periods, setting.offered));
        return get(grade);
    }
}
