// Compares two secrets without telling by its duration how much of them is alike.
import { timingSafeEqual } from 'node:crypto';

export const sameText = (a: string, b: string): boolean => {
  const [first, second] = [Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')];
  return first.length === second.length && timingSafeEqual(first, second);
};
