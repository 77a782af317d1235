/** Stores, transactions and scans that do what those beneath them do: a layer overrides what it changes. */
package org.stowage.layers.forwarding;
