/// What is said about lessons: discussions of a class, and questions of a learner to his teacher.
@NullMarked
package vn.lopmo.lms.learning.talk;

import org.jspecify.annotations.NullMarked;
