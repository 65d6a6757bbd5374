package io.github.tstoken.policy;

/** Why the policy gives somebody nothing. ThoughtSpot is not asked. */
public enum Refusal {
    /** The person has no name that can be a ThoughtSpot user name. */
    UNMAPPABLE_USER,
    /** The name is reserved, denied, or not among the allowed ones. */
    FORBIDDEN_USER,
    /** The person lacks a required role, or asks for what the configuration does not allow. */
    NOT_ALLOWED,
    /** Every token must be for one object, and none was named. */
    OBJECT_REQUIRED,
    /** The sign-in lacks a value that the token needs, or has one that cannot be used. */
    MISSING_ATTRIBUTE
}
