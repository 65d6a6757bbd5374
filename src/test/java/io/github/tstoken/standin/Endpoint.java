package io.github.tstoken.standin;

/** One operation of the cluster. */
@FunctionalInterface
interface Endpoint {
    Answer answer(Request request);
}
