/** What {@code stowage doctor} looks at. Each class looks at one thing and says what it found; start at {@link org.stowage.launcher.health.Finding}. */
package org.stowage.launcher.health;
