/// Learning: reading lessons, how far each learner is, and the home pages that say what comes next.
@NullMarked
package vn.lopmo.lms.learning;

import org.jspecify.annotations.NullMarked;
