/// What people may ask about their data (Law 91/2025/QH15, Decree 356/2025): consents, requests with their clocks,
/// export, erasure, retention, and who looked.
@NullMarked
package vn.lopmo.lms.privacy;

import org.jspecify.annotations.NullMarked;
