/// The question bank of a school: items with their versions, and the pictures in them.
@NullMarked
package vn.lopmo.assessment.bank;

import org.jspecify.annotations.NullMarked;
