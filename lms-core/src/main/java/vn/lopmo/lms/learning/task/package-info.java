/// Tasks: what learners hand in for the task blocks of lessons, and what their teachers say of it.
@NullMarked
package vn.lopmo.lms.learning.task;

import org.jspecify.annotations.NullMarked;
