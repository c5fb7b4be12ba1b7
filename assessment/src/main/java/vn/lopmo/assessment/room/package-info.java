/// The room in which a class takes a paper: who is where, the clocks, what happens, and the minutes of it.
@NullMarked
package vn.lopmo.assessment.room;

import org.jspecify.annotations.NullMarked;
