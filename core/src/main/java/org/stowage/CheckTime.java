package org.stowage;

/** When a repository tells what is wrong with it, such as an attribute that its entity does not have. */
public enum CheckTime {
    /** When it is created: all mistakes in one message, and no repository. */
    WHEN_CREATED,
    /** When a method is called: at each call of a method that is wrong or about a wrong entity; the other methods work. */
    WHEN_CALLED
}
