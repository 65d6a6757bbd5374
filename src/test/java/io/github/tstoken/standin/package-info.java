/**
 * A stand-in for a ThoughtSpot cluster, for tests and for the demo: strict, in memory, on loopback.
 *
 * <pre>{@code
 * try (StandInThoughtSpot thoughtSpot = StandInThoughtSpot.start()) {   // or start(port)
 *     thoughtSpot.url();                                // http://127.0.0.1:<port>
 *     thoughtSpot.settings().secretKey();               // what mints; settings has every other switch, too
 *     thoughtSpot.users().add("erin");                  // alice, bob and carol are there already
 *     thoughtSpot.variables().of("erin");               // what custom tokens set; region and tenant exist
 *     thoughtSpot.faults().next(Paths.V2_FULL, Fault.delay(Duration.ofSeconds(5)), 1);  // also hang, close, status, ...
 *     thoughtSpot.clock().advance(Duration.ofHours(1)); // its idea of now: tokens and sessions expire by it
 *     thoughtSpot.journal().to(Paths.V2_FULL);                // the requests to a path, in order, secret masked
 *     thoughtSpot.tokens().find(value);                 // what it minted: user, Org, object, life, revoked
 * }
 * }</pre>
 *
 * Over HTTP it also has {@code GET|DELETE /__standin/journal}, {@code PUT /__standin/clock} ({@code {"advance":"PT1H"}}),
 * {@code GET /__standin/whoami} and {@code POST /__standin/expire}, which ends the caller's tokens and sessions. The labels {@code CHOICE} in the code mark what ThoughtSpot's documentation does
 * not say.
 */
package io.github.tstoken.standin;
