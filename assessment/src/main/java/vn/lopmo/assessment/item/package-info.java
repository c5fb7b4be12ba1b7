/// What a question asks and how an answer to it is scored. Values only: nothing here is stored, shown to the wrong
/// people, or dependent on a framework.
@NullMarked
package vn.lopmo.assessment.item;

import org.jspecify.annotations.NullMarked;
