/** What the administrator of the server sees: the audit log, the metrics and the health of ThoughtSpot. It never has a token. */
package io.github.tstoken.operations;
