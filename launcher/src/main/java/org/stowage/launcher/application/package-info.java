/** Finds the applications of a distribution, each in a class loader of its own. */
package org.stowage.launcher.application;
