/** What the applications with ts-token inside are made of. They know nothing of the tests. */
package io.github.tstoken.inside.host;
