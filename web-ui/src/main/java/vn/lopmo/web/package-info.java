/// The browser's one door: signs in with Keycloak, keeps the session on the server, relays to the services, serves the
/// app.
@NullMarked
package vn.lopmo.web;

import org.jspecify.annotations.NullMarked;
