package vn.lopmo.lms.organisation;

import io.restassured.response.ValidatableResponse;

/// [RealSignIn] for the tests of other packages.
public final class SignedIn {
    private SignedIn() {}

    public static String token(String username, String password) {
        return RealSignIn.signIn(username, password);
    }

    /// What Keycloak answers to somebody whom it does not let in.
    public static ValidatableResponse refused(String username, String password) {
        return RealSignIn.trySignIn(username, password).then().statusCode(400);
    }
}
