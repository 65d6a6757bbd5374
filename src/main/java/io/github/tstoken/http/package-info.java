/**
 * Calls to other servers, and the only package that makes any: {@link io.github.tstoken.http.BoundedHttp} sends a call and
 * gives a complete answer or an {@link io.github.tstoken.http.UpstreamFailure}, always within one deadline, without holding
 * a thread.
 */
package io.github.tstoken.http;
