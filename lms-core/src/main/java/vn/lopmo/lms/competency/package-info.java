/// The tracker of digital competence: the national framework, the evidence for each learner, and what it amounts
/// to.
@NullMarked
package vn.lopmo.lms.competency;

import org.jspecify.annotations.NullMarked;
