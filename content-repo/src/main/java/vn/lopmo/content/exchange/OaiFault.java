package vn.lopmo.content.exchange;

/// What a harvester did wrong, in the protocol's own codes (OAI-PMH 2.0, section 3.6). Part of an answer with
/// status 200.
final class OaiFault extends RuntimeException {
    enum Code {
        badArgument,
        badResumptionToken,
        badVerb,
        cannotDisseminateFormat,
        idDoesNotExist,
        noRecordsMatch,
        noSetHierarchy
    }

    private final Code code;

    OaiFault(Code code, String words) {
        super(words, null, false, false);
        this.code = code;
    }

    Code code() {
        return code;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
