/**
 * The command line. {@link org.stowage.launcher.Main} is where it starts; {@code Launcher} finds the command and turns what it
 * throws into a message and a status. The commands are in {@code command}; what they work with is beside it: {@code store} opens
 * stores, {@code input} reads files, {@code transfer} moves rows, {@code output} prints them, {@code application} finds applications.
 */
package org.stowage.launcher;
