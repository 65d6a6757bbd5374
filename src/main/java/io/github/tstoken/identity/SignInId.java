package io.github.tstoken.identity;

/**
 * One sign-in of one person: tells it from every other, also from another person's in the same session.
 *
 * @param session the session or single sign-on that carries it
 * @param person who is signed in there
 */
public record SignInId(Fingerprint session, Fingerprint person) {}
