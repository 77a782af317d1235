/** The project that the author of a new provider begins with: {@link org.stowage.launcher.skeleton.Skeleton}. */
package org.stowage.launcher.skeleton;
