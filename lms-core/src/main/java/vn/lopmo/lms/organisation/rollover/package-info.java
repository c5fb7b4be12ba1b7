/// From one school year into the next: every pupil's way is proposed, looked at, applied, and can be taken back until
/// it is confirmed.
@NullMarked
package vn.lopmo.lms.organisation.rollover;

import org.jspecify.annotations.NullMarked;
