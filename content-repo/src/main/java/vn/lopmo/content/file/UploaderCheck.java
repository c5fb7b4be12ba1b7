package vn.lopmo.content.file;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.lopmo.content.material.MaterialPolicy;
import vn.lopmo.platform.caller.CurrentCaller;

/// Works before the form is read, so that nobody fills the disk who may not upload.
class UploaderCheck {
    private final CurrentCaller caller;

    UploaderCheck(CurrentCaller caller) {
        this.caller = caller;
    }

    @UploadersOnly
    @ServerRequestFilter
    public void check() {
        MaterialPolicy.checkMayAdd(caller.get());
    }
}
