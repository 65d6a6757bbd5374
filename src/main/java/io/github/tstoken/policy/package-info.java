/**
 * Which ThoughtSpot user a person is and what that person may get: pure functions of values that refuse whatever no rule
 * allows. {@link io.github.tstoken.policy.GrantPolicy} is the way in.
 */
package io.github.tstoken.policy;
