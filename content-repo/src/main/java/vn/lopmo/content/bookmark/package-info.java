/// Reading for oneself: where somebody is in a file, and notes beside a page. Seen by nobody else, whatever his role.
@NullMarked
package vn.lopmo.content.bookmark;

import org.jspecify.annotations.NullMarked;
