/// Refusals: what a person may not do, said once and rendered as problem+json.
@NullMarked
package vn.lopmo.platform.refusal;

import org.jspecify.annotations.NullMarked;
