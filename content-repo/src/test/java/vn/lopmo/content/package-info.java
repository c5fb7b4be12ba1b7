/// The library as a whole, through its API.
@NullMarked
package vn.lopmo.content;

import org.jspecify.annotations.NullMarked;
