/// Events between services: outbox, relay, feed and inbox over Kafka.
@NullMarked
package vn.lopmo.platform.event;

import org.jspecify.annotations.NullMarked;
