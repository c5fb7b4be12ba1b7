package vn.lopmo.web;

/// What Keycloak has ended: one of its sessions, or all of a person's.
///
/// @param whose the session or the person, as Keycloak calls them
/// @param at second of the epoch; who signs in after it is not meant. A renewal is no sign-in: one that was on its way
/// may be said later than this, and is meant. Keycloak can name a new session as the ended one, in the same browser.
record Ending(boolean isOfOneSession, String whose, long at) {
    static Ending ofSession(String sid, long at) {
        return new Ending(true, sid, at);
    }

    static Ending ofPerson(String subject, long at) {
        return new Ending(false, subject, at);
    }

    boolean isOf(Session session) {
        var origin = session.origin();
        return whose.equals(isOfOneSession ? origin.sid() : origin.subject()) && origin.signedInAt() <= at;
    }
}
