/// What runs in the child JVM: opens files that strangers made and writes plain pages. Knows nothing of the service
/// around it.
@NullMarked
package vn.lopmo.content.file.reading;

import org.jspecify.annotations.NullMarked;
