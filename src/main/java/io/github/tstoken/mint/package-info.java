/** Issues login tokens: asks ThoughtSpot for what the policy granted. */
package io.github.tstoken.mint;
