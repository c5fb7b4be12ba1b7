/// What the answers of a class say about the questions, the paper and what to teach again; for teachers. Learners see
/// their own path and nothing of others.
@NullMarked
package vn.lopmo.assessment.analysis;

import org.jspecify.annotations.NullMarked;
