/// The road of a draft to the readers: subject group, head, published; who approved what and when.
@NullMarked
package vn.lopmo.content.review;

import org.jspecify.annotations.NullMarked;
