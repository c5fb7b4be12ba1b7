/// Rows of the database without entities.
@NullMarked
package vn.lopmo.platform.sql;

import org.jspecify.annotations.NullMarked;
