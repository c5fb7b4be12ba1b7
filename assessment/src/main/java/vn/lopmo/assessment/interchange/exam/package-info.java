/// Finds the questions of a Vietnamese test paper in what was read of a file: parts, numbers, options, statements,
/// keys, explanations.
@NullMarked
package vn.lopmo.assessment.interchange.exam;

import org.jspecify.annotations.NullMarked;
