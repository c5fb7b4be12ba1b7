/// A learner's go at a paper: opening, saving answers, handing in.
@NullMarked
package vn.lopmo.assessment.sitting;

import org.jspecify.annotations.NullMarked;
