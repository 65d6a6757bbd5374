package io.github.tstoken.redirect;

/** A runtime filter or parameter that cannot be passed on. It says nothing of the value, which came from the browser. */
public final class BadParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String rule;

    BadParameterException(String parameter, String rule) {
        super(parameter + " " + rule, null, false, false);
        this.parameter = parameter;
        this.rule = rule;
    }

    /** The name of the query parameter: letters and digits. */
    public String parameter() {
        return parameter;
    }

    /** What is wrong with it, as the rest of a sentence that begins with its name. */
    public String rule() {
        return rule;
    }
}
