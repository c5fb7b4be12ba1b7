package vn.lopmo.lms.course;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A paper that was given to classes to take: a copy of what assessment told, for the quizzes in lessons and the
/// columns of the gradebook.
@Entity
public class AssignedPaper {
    @Id
    private UUID id;

    @Column
    private UUID schoolId;

    @Column
    private String title;

    @Column
    private String subject;

    private @Nullable Instant opensAt;

    private @Nullable Instant closesAt;

    private @Nullable Integer minutes;

    @Column
    private int questions;

    @Column
    private BigDecimal maxMark;

    @Column
    private boolean practice;

    /// In computer rooms of the school alone.
    @Column
    private boolean atSchool;

    @ElementCollection
    @CollectionTable(name = "assigned_paper_class", joinColumns = @JoinColumn(name = "assignment_id"))
    @Column(name = "class_id")
    private Set<UUID> classIds = new HashSet<>();

    /// Those of its classes that all have it; null where that was not told: all of them.
    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<UUID> wholeClassIds;

    @Column
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> groupIds = List.of();

    @ElementCollection
    @CollectionTable(name = "assigned_paper_learner", joinColumns = @JoinColumn(name = "assignment_id"))
    @Column(name = "learner_id")
    private Set<UUID> learnerIds = new HashSet<>();

    protected AssignedPaper() {}

    @SuppressWarnings("NullAway.Init") // told() comes next
    AssignedPaper(UUID id) {
        this.id = id;
    }

    /// @param learners single ones who have it and are still there
    void told(PaperAssigned event, Collection<UUID> learners) {
        schoolId = event.schoolId();
        title = event.title();
        subject = event.subject();
        opensAt = event.opensAt();
        closesAt = event.closesAt();
        minutes = event.minutes();
        questions = event.questions();
        maxMark = event.maxMark();
        practice = event.isPractice();
        atSchool = event.isAtSchool();
        classIds.retainAll(event.classIds());
        classIds.addAll(event.classIds());
        var takers = event.takers();
        wholeClassIds = takers == null ? null : takers.classIds();
        groupIds = takers == null ? List.of() : takers.groupIds();
        learnerIds.clear();
        learnerIds.addAll(learners);
    }

    public UUID id() {
        return id;
    }

    public String title() {
        return title;
    }

    public String subject() {
        return subject;
    }

    public BigDecimal maxMark() {
        return maxMark;
    }
}
