/// Mark sheets of the ministry's style, out and in.
@NullMarked
package vn.lopmo.lms.gradebook.sheet;

import org.jspecify.annotations.NullMarked;
