/// The gradebook: released marks by assignment.
@NullMarked
package vn.lopmo.lms.gradebook;

import org.jspecify.annotations.NullMarked;
