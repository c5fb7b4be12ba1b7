/// Item response theory: the Rasch, two- and three-parameter logistic models by marginal maximum likelihood. Numbers
/// alone: no database, no framework.
@NullMarked
package vn.lopmo.assessment.analysis.irt;

import org.jspecify.annotations.NullMarked;
