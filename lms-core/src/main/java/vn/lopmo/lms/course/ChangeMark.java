package vn.lopmo.lms.course;

import java.util.UUID;

/// When a part of a draft was changed last, counted in revisions, and by which open page.
record ChangeMark(int revision, UUID device) {
    /// What is none of the pages: a whole draft put in place of another, or one that was restored.
    static final UUID NO_PAGE = new UUID(0, 0);

    /// Whether somebody else than this page changed it after the revision that the page knows.
    boolean isNewsTo(UUID page, int known) {
        return revision > known && !device.equals(page);
    }
}
