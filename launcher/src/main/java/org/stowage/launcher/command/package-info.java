/**
 * The commands, a class each. A command reads what was asked for, has it done and prints what came out; it decides nothing that another
 * user of the same work would have to decide again.
 */
package org.stowage.launcher.command;
