/// What this service does about a person's data as data: gathers it when it is asked for, erases it when he goes.
@NullMarked
package vn.lopmo.content.privacy;

import org.jspecify.annotations.NullMarked;
