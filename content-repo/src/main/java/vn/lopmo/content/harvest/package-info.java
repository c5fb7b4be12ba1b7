/// Takes over what other libraries tell of their works (OAI-PMH 2.0): as drafts, which nobody but a librarian
/// publishes.
@NullMarked
package vn.lopmo.content.harvest;

import org.jspecify.annotations.NullMarked;
