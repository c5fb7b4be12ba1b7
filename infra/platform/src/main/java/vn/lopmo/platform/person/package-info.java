/// What a service holds of one person.
@NullMarked
package vn.lopmo.platform.person;

import org.jspecify.annotations.NullMarked;
