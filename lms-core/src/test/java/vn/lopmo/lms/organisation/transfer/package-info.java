@NullMarked
package vn.lopmo.lms.organisation.transfer;

import org.jspecify.annotations.NullMarked;
