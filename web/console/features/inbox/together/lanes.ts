// So many calls at a time; the others wait for their turn in order.
export type Lanes = <T>(call: () => Promise<T>) => Promise<T>;

export function createLanes(width: number): Lanes {
  const queue: (() => void)[] = [];
  let free = width;
  const enter = (): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => queue.push(resolve));
  };
  const leave = (): void => {
    const next = queue.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async (call) => {
    await enter();
    try {
      return await call();
    } finally {
      leave();
    }
  };
}
