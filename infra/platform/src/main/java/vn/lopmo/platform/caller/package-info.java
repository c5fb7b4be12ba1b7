/// Who is asking: identity, school and roles, read from the token alone.
@NullMarked
package vn.lopmo.platform.caller;

import org.jspecify.annotations.NullMarked;
