// A bounded memory: what was not used for longest leaves first.
export interface BoundedMemory<T> {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
}

export function leastRecentlyUsed<T>(
  limit: number,
  onLeave: (value: T) => void = () => {},
): BoundedMemory<T> {
  // A map remembers the order in which names were set.
  const values = new Map<string, T>();
  const set = (name: string, value: T) => {
    values.delete(name);
    values.set(name, value);
    const [oldest] = values;
    if (values.size <= limit || !oldest) return;
    values.delete(oldest[0]);
    onLeave(oldest[1]);
  };
  return {
    get: (name) => {
      const value = values.get(name);
      if (value !== undefined) set(name, value);
      return value;
    },
    set,
  };
}
