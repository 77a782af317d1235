/**
 * Queries that are written as the name of a method, such as {@code findByNameLikeOrderByPriceDesc}. It needs names and types of attributes
 * and no store. Start reading at {@link org.stowage.internal.methodname.NameReader}.
 */
package org.stowage.internal.methodname;
