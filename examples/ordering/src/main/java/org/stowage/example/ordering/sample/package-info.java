/** A small, believable data set to begin with. */
package org.stowage.example.ordering.sample;
