/// Accounts in Keycloak and the first passwords that go with them.
@NullMarked
package vn.lopmo.lms.organisation.identity;

import org.jspecify.annotations.NullMarked;
