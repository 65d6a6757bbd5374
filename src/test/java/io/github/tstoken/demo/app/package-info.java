/** The servlets of the embedding application: a small web application that has its own sign-in and shows Liveboards. */
package io.github.tstoken.demo.app;
