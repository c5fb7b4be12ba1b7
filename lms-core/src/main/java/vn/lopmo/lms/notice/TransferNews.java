package vn.lopmo.lms.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.lopmo.lms.organisation.PupilTaken;
import vn.lopmo.lms.organisation.Schools;

/// Tells the guardians, in the account that they have at the old school, that their child is at another one now.
@ApplicationScoped
class TransferNews {
    private final Notices notices;
    private final Schools schools;

    TransferNews(Notices notices, Schools schools) {
        this.notices = notices;
        this.schools = schools;
    }

    void taken(@Observes PupilTaken event) {
        var to = schools.get(event.school());
        notices.tell(
                News.mended(
                                event.fromSchool(),
                                NoticeKind.TRANSFERRED,
                                event.pupil(),
                                to.name(),
                                to.commune(),
                                event.at())
                        .anew(),
                new Audience.GuardiansOf(event.before()));
    }
}
