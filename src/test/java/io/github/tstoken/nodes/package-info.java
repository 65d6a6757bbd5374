/**
 * Several servers on one database, all of them real: Tomcats with the WAR, each in a process of its own, a PostgreSQL, and a
 * provider that rotates refresh tokens and ends the grant of whoever uses one twice. What they are put through: races, pauses,
 * {@code kill -9}, changes of keys, and a database that goes.
 */
package io.github.tstoken.nodes;
