/**
 * The first step of every request: is this a path, a method, a page and a set of parameters that may be served? Pure rules
 * on {@link io.github.tstoken.web.guard.Asked}; nothing is looked up, nobody is asked.
 */
package io.github.tstoken.web.guard;
