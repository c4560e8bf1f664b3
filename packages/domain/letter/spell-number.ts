// Numbers in Indonesian words, as documents write them beside the figures so that none can be altered.

const ones = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;

/** Steps above a hundred; "se-" instead of "satu" where a word has it. */
const steps = [
  { size: 1e12, name: 'triliun' },
  { size: 1e9, name: 'miliar' },
  { size: 1e6, name: 'juta' },
  { size: 1e3, name: 'ribu', one: 'seribu' },
  { size: 100, name: 'ratus', one: 'seratus' },
] as const;

const joined = (...words: readonly string[]): string => words.filter((word) => word !== '').join(' ');

function positive(count: number): string {
  const word = ones[count];
  if (word !== undefined) return word;
  if (count < 20) return joined(positive(count - 10), 'belas');
  for (const step of steps) {
    if (count < step.size) continue;
    const whole = Math.floor(count / step.size);
    const head = whole === 1 && 'one' in step ? step.one : joined(positive(whole), step.name);
    return joined(head, positive(count % step.size));
  }
  return joined(positive(Math.floor(count / 10)), 'puluh', positive(count % 10));
}

/**
 * Whole numbers, up to the thousands of trillions.
 * @example spellNumber(1_750_000) // "satu juta tujuh ratus lima puluh ribu"
 */
export function spellNumber(count: number): string {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Not a whole number: ${count}`);
  if (count === 0) return 'nol';
  return count < 0 ? `minus ${positive(-count)}` : positive(count);
}
