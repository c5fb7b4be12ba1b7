/// The mark book: entries with their history, locks, releases, what feeds them, and the class sheet.
@NullMarked
package vn.lopmo.lms.gradebook.book;

import org.jspecify.annotations.NullMarked;
