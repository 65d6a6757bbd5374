package io.github.tstoken.store;

import java.time.Instant;

/**
 * The end of some sign-ins, by the word of the OpenID Provider.
 *
 * @param name whose they are: a hash of 64 characters at most
 * @param at those that began later go on
 */
public record SignInEnd(String name, Instant at) {}
