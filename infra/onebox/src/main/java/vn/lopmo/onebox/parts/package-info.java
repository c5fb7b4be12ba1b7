/// The real parts of a school's box, each in its own process: started, watched, adopted after a crash and stopped.
@NullMarked
package vn.lopmo.onebox.parts;

import org.jspecify.annotations.NullMarked;
