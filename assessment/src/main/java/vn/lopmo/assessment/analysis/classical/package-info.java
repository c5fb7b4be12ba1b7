/// Classical test statistics as numbers alone: no database, no framework, no words. Formulas are cited where they
/// stand; docs/analysis.md has them all with their units.
@NullMarked
package vn.lopmo.assessment.analysis.classical;

import org.jspecify.annotations.NullMarked;
