/** The people who order. */
package org.stowage.example.ordering.users;
