/** Carts, and the service that fills them. Start at {@link org.stowage.example.ordering.shopping.Shopping}. */
package org.stowage.example.ordering.shopping;
