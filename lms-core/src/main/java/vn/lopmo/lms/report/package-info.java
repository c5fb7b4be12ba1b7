/// What a school, and whoever is above it, wants to know of the use of the house: sums, never persons.
@NullMarked
package vn.lopmo.lms.report;

import org.jspecify.annotations.NullMarked;
