/// Materials of a school's library: what they are, their versions, who may see and change them.
@NullMarked
package vn.lopmo.content.material;

import org.jspecify.annotations.NullMarked;
