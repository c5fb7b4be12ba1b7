/// What the services' tests share: the real parts, signed tokens, golden files and the rules of the house.
@NullMarked
package vn.lopmo.testkit;

import org.jspecify.annotations.NullMarked;
