// Numbers written in Indonesian words: "tiga", "dua puluh satu", "seratus dua puluh".

const units = [
  'nol',
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
];

const shortened: Readonly<Record<string, readonly string[]>> = {
  seratus: ['satu', 'ratus'],
  seribu: ['satu', 'ribu'],
};

/** The number that these words say; undefined where they say something else. */
export const numberInWords = (words: string): number | undefined => {
  const parts = words
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '')
    .flatMap((word) => shortened[word] ?? [word]);
  if (parts.length === 0 || parts.length > 12) return undefined;
  let thousands = 0;
  let hundreds = 0;
  let last: number | undefined;
  for (const word of parts) {
    const unit = units.indexOf(word);
    if (unit >= 0) {
      if (last !== undefined) return undefined;
      last = unit;
    } else if (word === 'belas' || word === 'puluh' || word === 'ratus') {
      if (last === undefined || last < 1 || last > 9) return undefined;
      hundreds += word === 'belas' ? last + 10 : last * (word === 'puluh' ? 10 : 100);
      last = undefined;
    } else if (word === 'ribu') {
      thousands = (hundreds + (last ?? 0)) * 1_000;
      hundreds = 0;
      last = undefined;
    } else {
      return undefined;
    }
  }
  return thousands + hundreds + (last ?? 0);
};
