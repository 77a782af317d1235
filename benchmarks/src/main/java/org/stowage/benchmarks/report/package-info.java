/** Makes tables, plots and comparisons of figures. */
package org.stowage.benchmarks.report;
