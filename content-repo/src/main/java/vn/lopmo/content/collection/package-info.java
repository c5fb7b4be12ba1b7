/// Materials put together: a librarian's collections, teachers' reading lists, everybody's favourites.
@NullMarked
package vn.lopmo.content.collection;

import org.jspecify.annotations.NullMarked;
