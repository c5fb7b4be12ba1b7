/// Papers, their immutable versions, and giving them to classes.
@NullMarked
package vn.lopmo.assessment.paper;

import org.jspecify.annotations.NullMarked;
