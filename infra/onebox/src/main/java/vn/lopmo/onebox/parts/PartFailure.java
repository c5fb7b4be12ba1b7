package vn.lopmo.onebox.parts;

/// A part cannot run. The message is one plain Vietnamese sentence, with a way out where there is one.
public class PartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PartFailure(String sentence) {
        super(sentence);
    }

    public PartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
