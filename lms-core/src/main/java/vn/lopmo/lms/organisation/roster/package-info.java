/// The ministry's student list: read, checked row by row, shown, then applied.
@NullMarked
package vn.lopmo.lms.organisation.roster;

import org.jspecify.annotations.NullMarked;
