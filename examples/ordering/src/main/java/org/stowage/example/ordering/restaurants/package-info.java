/** Restaurants with their menus and items: plain records, and the repository interfaces through which they are kept. */
package org.stowage.example.ordering.restaurants;
