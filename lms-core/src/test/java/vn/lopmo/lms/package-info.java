@NullMarked
package vn.lopmo.lms;

import org.jspecify.annotations.NullMarked;
