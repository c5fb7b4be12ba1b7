package vn.lopmo.lms.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.lopmo.platform.refusal.Refusal;

@ApplicationScoped
public class SubjectGroups implements PanacheRepositoryBase<SubjectGroup, UUID> {
    /// Whether somebody leads a group that has the subject.
    public boolean leads(UUID personId, String subject) {
        return list("leaderId", personId).stream()
                .anyMatch(group -> group.subjects().contains(subject));
    }

    /// Who may be asked about a subject: the leaders of its groups.
    public List<UUID> leadersOf(UUID schoolId, String subject) {
        return of(schoolId).stream()
                .filter(group -> group.subjects().contains(subject))
                .flatMap(group -> Optional.ofNullable(group.leaderId()).stream())
                .distinct()
                .toList();
    }

    public List<SubjectGroup> of(UUID schoolId) {
        return list("schoolId = ?1 order by name", schoolId);
    }

    /// Groups that somebody is in or leads.
    public List<SubjectGroup> with(UUID personId) {
        return list("select g from SubjectGroup g join g.members m where m = ?1", personId);
    }

    /// @throws Refusal.NotFound also if it is another school's
    public SubjectGroup get(UUID id, UUID schoolId) {
        return find("id = ?1 and schoolId = ?2", id, schoolId)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("subject-group-not-found"));
    }
}
