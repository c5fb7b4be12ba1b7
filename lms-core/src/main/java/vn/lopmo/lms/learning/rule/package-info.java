/// What finishing a lesson takes, what comes before it, and from when until when it is learnt. Values only.
@NullMarked
package vn.lopmo.lms.learning.rule;

import org.jspecify.annotations.NullMarked;
