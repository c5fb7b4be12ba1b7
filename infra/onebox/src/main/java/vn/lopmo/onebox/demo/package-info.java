/// The demo school: made through the services' own API, as people would make it.
@NullMarked
package vn.lopmo.onebox.demo;

import org.jspecify.annotations.NullMarked;
