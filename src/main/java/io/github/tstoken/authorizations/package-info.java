/**
 * What people let us have of providers: connecting, access tokens that are fresh, disconnecting, and what has to be done for
 * that while nobody waits. The database and the providers are asked behind the requests; nothing here blocks whoever calls.
 */
package io.github.tstoken.authorizations;
