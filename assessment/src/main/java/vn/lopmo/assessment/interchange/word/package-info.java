/// Reads Word files (Office Open XML) into paragraphs and tables of rich text. Knows nothing of questions.
@NullMarked
package vn.lopmo.assessment.interchange.word;

import org.jspecify.annotations.NullMarked;
