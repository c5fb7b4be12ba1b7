/// Announcements: written to classes or to the school, read as notices are, counted, corrected and withdrawn.
@NullMarked
package vn.lopmo.lms.notice.announcement;

import org.jspecify.annotations.NullMarked;
