/** What one would pick instead, each as somebody would write it who knows it well and wants it fast: one small class for each. */
package org.stowage.benchmarks.peer;
