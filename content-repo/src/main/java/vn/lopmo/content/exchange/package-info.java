/// What goes out: the open library for harvesters, readers and search engines, citations, registers.
@NullMarked
package vn.lopmo.content.exchange;

import org.jspecify.annotations.NullMarked;
