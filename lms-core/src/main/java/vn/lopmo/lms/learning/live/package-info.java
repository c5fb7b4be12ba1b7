/// Lessons at a distance: a meeting link with its times, and attendance from the log of who opened it.
@NullMarked
package vn.lopmo.lms.learning.live;

import org.jspecify.annotations.NullMarked;
