/// The clock.
@NullMarked
package vn.lopmo.platform.time;

import org.jspecify.annotations.NullMarked;
