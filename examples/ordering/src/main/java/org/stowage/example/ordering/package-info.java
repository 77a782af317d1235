/**
 * An online ordering system. Its domains are {@code restaurants}, {@code users} and {@code shopping}, each a package that knows plain
 * records and repository interfaces only. {@link org.stowage.example.ordering.Ordering} puts them together over whatever stores it is given.
 */
package org.stowage.example.ordering;
