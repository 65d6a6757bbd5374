/**
 * HTTP in and HTTP out. A resource is a few lines: what is asked, who asks, the work of the packages below, an answer.
 *
 * <p>{@link io.github.tstoken.web.guard} judges the request before, {@link io.github.tstoken.web.answer} makes what is
 * written after. Resources answer only through {@link io.github.tstoken.web.Dispatch}, the filter's mark.
 */
package io.github.tstoken.web;
