/// Papers from other programs: read, reviewed beside their source, and taken into the bank.
@NullMarked
package vn.lopmo.assessment.interchange;

import org.jspecify.annotations.NullMarked;
