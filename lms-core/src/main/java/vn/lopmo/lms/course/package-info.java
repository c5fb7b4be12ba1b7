/// Courses: their sections and lessons, what a lesson is made of, how it is drafted and published, and the pictures
/// in it.
@NullMarked
package vn.lopmo.lms.course;

import org.jspecify.annotations.NullMarked;
