// What keeps the holder of a product in force from a second one of its group.

export interface UniqueLock {
  readonly group: string;
  /** Blind index of the holder. */
  readonly index: string;
}

/** A lock as it is taken: by the case (or, for imported products, the product itself), for this product. */
export interface TakenLock extends UniqueLock {
  readonly productId: string;
}
