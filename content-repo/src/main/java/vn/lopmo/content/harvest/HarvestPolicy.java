package vn.lopmo.content.harvest;

import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.platform.caller.Caller;
import vn.lopmo.platform.refusal.Refusal;

/// Who brings in records of other libraries, and sees those that were: curators.
final class HarvestPolicy {
    private HarvestPolicy() {}

    static boolean allows(Caller caller) {
        return MaterialPolicy.curates(caller);
    }

    static Caller check(Caller caller) {
        if (!allows(caller)) {
            throw new Refusal.Forbidden("harvest-not-allowed");
        }
        return caller;
    }
}
