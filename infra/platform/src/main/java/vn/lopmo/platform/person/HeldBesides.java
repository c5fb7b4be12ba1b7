package vn.lopmo.platform.person;

import java.util.Map;

/// Rows of a person that do not carry his id themselves. A service that has such rows says how they are found.
public interface HeldBesides {
    /// By table a condition with one question mark for the person.
    Map<String, String> conditions();
}
