/// Units above the schools, and the officers who read their sums.
@NullMarked
package vn.lopmo.lms.organisation.unit;

import org.jspecify.annotations.NullMarked;
