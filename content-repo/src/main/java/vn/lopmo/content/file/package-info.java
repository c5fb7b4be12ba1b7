/// Files of materials: taking them in, keeping them, reading the text out of them and giving them out.
@NullMarked
package vn.lopmo.content.file;

import org.jspecify.annotations.NullMarked;
