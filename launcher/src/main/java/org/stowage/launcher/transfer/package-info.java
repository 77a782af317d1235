/** Moving rows into stores, out of them and between them. What these classes decide, the commands print. */
package org.stowage.launcher.transfer;
