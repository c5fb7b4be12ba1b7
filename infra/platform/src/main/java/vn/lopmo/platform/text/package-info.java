/// Vietnamese text: one normaliser for everything, and the sanitiser of rich text.
@NullMarked
package vn.lopmo.platform.text;

import org.jspecify.annotations.NullMarked;
