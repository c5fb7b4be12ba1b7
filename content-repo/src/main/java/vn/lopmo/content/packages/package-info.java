/// Interactive packages: their entries, who may fetch them, and how far each learner is in one.
@NullMarked
package vn.lopmo.content.packages;

import org.jspecify.annotations.NullMarked;
