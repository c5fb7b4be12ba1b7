/// Marks of a sitting, by the key or by a person, and their release to the learner.
@NullMarked
package vn.lopmo.assessment.marking;

import org.jspecify.annotations.NullMarked;
