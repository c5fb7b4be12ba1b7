/// Search in Vietnamese over published materials and the pages of their files, with Lucene.
@NullMarked
package vn.lopmo.content.search;

import org.jspecify.annotations.NullMarked;
