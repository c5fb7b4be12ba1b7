/// The dates of a class as a calendar: tests, tasks due, live lessons; on a page, and as a feed for calendar programs.
@NullMarked
package vn.lopmo.lms.notice.calendar;

import org.jspecify.annotations.NullMarked;
