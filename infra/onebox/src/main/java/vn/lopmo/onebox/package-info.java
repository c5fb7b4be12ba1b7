/// The launcher of the one box: which parts there are, in which order, with which ports and secrets.
@NullMarked
package vn.lopmo.onebox;

import org.jspecify.annotations.NullMarked;
