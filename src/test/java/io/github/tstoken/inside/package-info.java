/** ts-token inside applications of several kinds, each a WAR or a JAR as its owner would build it, on a real Tomcat. */
package io.github.tstoken.inside;
