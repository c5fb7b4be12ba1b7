package vn.lopmo.assessment.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.lopmo.assessment.roster.ClassMembers;
import vn.lopmo.platform.event.Outbox;

/// Tells other services what was given to whom, and again when its window has changed.
@ApplicationScoped
public class Announcing {
    private final Papers papers;
    private final ClassMembers members;
    private final Outbox outbox;

    Announcing(Papers papers, ClassMembers members, Outbox outbox) {
        this.papers = papers;
        this.members = members;
        this.outbox = outbox;
    }

    public void announce(Assignment assignment) {
        outbox.publish(PaperAssigned.of(assignment, papers.version(assignment.paper()), classesOf(assignment)));
    }

    /// Those who keep marks by class are told the classes of single learners and of a group's members too.
    private Set<UUID> classesOf(Assignment assignment) {
        var learners = new HashSet<>(assignment.learners());
        if (!assignment.groups().isEmpty()) {
            learners.addAll(members.learners(assignment.groups()));
        }
        var classes = new HashSet<>(members.classesOfLearners(learners));
        classes.addAll(assignment.classes());
        return classes;
    }
}
