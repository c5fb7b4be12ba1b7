/// Equations: read from Word and from LaTeX into one tree, written as MathML and as LaTeX.
@NullMarked
package vn.lopmo.assessment.interchange.math;

import org.jspecify.annotations.NullMarked;
