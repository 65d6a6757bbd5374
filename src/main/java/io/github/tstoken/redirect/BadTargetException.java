package io.github.tstoken.redirect;

/** A path that names no content. It says nothing of the path, which came from the browser. */
public final class BadTargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadTargetException() {
        super("not a Liveboard, a page or a named target", null, false, false);
    }
}
