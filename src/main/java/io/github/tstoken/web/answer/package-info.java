/**
 * Answers as values: the problems that clients can see, how they look to scripts and to people, and pages. Nothing here
 * touches HTTP; {@code web} writes what comes out.
 */
package io.github.tstoken.web.answer;
