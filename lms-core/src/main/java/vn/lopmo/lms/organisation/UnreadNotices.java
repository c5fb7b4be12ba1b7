package vn.lopmo.lms.organisation;

import java.util.UUID;

/// How many notices wait for somebody: asked for by the answer that every page begins with, told by the slice that
/// keeps them, so that the bell costs no request of its own.
public interface UnreadNotices {
    int unread(UUID personId);
}
