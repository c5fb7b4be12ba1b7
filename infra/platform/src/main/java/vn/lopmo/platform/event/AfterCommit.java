package vn.lopmo.platform.event;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/// What is to happen once the transaction at hand is kept, and not otherwise; registered with the transaction.
public record AfterCommit(Runnable then) implements Synchronization {
    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            then.run();
        }
    }
}
