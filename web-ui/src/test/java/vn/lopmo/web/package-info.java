@NullMarked
package vn.lopmo.web;

import org.jspecify.annotations.NullMarked;
