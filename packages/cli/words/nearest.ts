// "Maksud Anda …?": the known name that is most like what was typed.

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** Undefined when nothing is alike. */
export const nearest = (typed: string, known: readonly string[]): string | undefined => {
  if (typed.length > 60) return undefined;
  const [best] = known
    .map((name) => ({ name, apart: distance(typed.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.apart - b.apart);
  if (!best || best.apart >= best.name.length) return undefined;
  return best.apart <= Math.max(2, Math.floor(best.name.length / 3)) ? best.name : undefined;
};

/** ` Maksud Anda "check"?`, or which names there are. */
export const suggestion = (typed: string, known: readonly string[]): string => {
  const best = nearest(typed, known);
  if (best !== undefined) return ` Maksud Anda "${best}"?`;
  if (known.length === 0) return '';
  const shown = known.slice(0, 12).join(', ');
  return ` Yang ada: ${shown}${known.length > 12 ? ', …' : ''}.`;
};
