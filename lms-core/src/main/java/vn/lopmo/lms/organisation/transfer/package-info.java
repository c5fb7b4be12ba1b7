/// Pupils who go from one school of the install to another.
@NullMarked
package vn.lopmo.lms.organisation.transfer;

import org.jspecify.annotations.NullMarked;
