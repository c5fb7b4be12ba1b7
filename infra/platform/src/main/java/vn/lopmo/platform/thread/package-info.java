/// What a service does beside the requests.
@NullMarked
package vn.lopmo.platform.thread;

import org.jspecify.annotations.NullMarked;
