/// What people are told: in the app, and once a day by e-mail where the school has a mail server and the person wants
/// it. Notices are made where the other slices say that something happened, in their transaction.
@NullMarked
package vn.lopmo.lms.notice;

import org.jspecify.annotations.NullMarked;
