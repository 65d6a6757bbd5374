/**
 * ThoughtSpot's trusted authentication, by REST API v2 and v1: {@link io.github.tstoken.thoughtspot.ThoughtSpotClient} takes
 * a {@link io.github.tstoken.thoughtspot.TokenRequest} and gives a {@link io.github.tstoken.thoughtspot.LoginToken} that
 * does not contradict it. What ThoughtSpot says in an error is read here and goes no further.
 */
package io.github.tstoken.thoughtspot;
