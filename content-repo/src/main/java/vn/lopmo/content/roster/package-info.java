/// Who is in which class, as lms-core tells it: the service's own copy, fed by events.
@NullMarked
package vn.lopmo.content.roster;

import org.jspecify.annotations.NullMarked;
