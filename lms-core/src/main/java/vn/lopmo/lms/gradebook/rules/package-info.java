/// The rules of Circular 22/2021/TT-BGDĐT (grades 6 to 12) and Circular 27/2020/TT-BGDĐT (grades 1 to 5) as plain
/// values: no database, no clock, no framework. Every rule names its article.
@NullMarked
package vn.lopmo.lms.gradebook.rules;

import org.jspecify.annotations.NullMarked;
