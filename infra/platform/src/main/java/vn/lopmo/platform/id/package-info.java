/// Time-ordered identifiers.
@NullMarked
package vn.lopmo.platform.id;

import org.jspecify.annotations.NullMarked;
