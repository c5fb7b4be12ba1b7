/// The school and who belongs to it: school years, classes, people, memberships and guardians.
@NullMarked
package vn.lopmo.lms.organisation;

import org.jspecify.annotations.NullMarked;
