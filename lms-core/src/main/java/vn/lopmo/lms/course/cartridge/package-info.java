/// Courses as files that other systems read: IMS Common Cartridge 1.3 (and 1.0 to 1.2 coming in), SCORM 1.2 going out.
/// Nothing here knows the database.
@NullMarked
package vn.lopmo.lms.course.cartridge;

import org.jspecify.annotations.NullMarked;
