/// The teaching diary (sổ ghi đầu bài): what was taught in each period of a class, who was away, how it went.
@NullMarked
package vn.lopmo.lms.learning.diary;

import org.jspecify.annotations.NullMarked;
