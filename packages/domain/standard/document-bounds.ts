// What a document may be before anybody looks at what it says: bounded in depth, size and length, of honest characters.
import type { FormatProblem } from './format-problem.ts';

const deepest = 40;
const mostValues = 50_000;
const longestList = 1_000;
const longestText = 10_000;

/** Controls, marks of direction and width, fillers, tags: whatever is there and cannot be seen. */
const trickery =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/u;

interface Placed {
  readonly value: unknown;
  /** From the root, the way to this value. */
  readonly within: Placed | undefined;
  readonly at: string;
}

const placeOf = ({ within, at }: Placed): string => {
  const parts = [at];
  for (let up = within; up?.within; up = up.within) parts.unshift(up.at);
  return parts.join('.');
};

const wrongText = (text: string): string | undefined => {
  if (text.length > longestText) return `Teks ini terlalu panjang; paling banyak ${longestText} huruf.`;
  const unseen = trickery.exec(text);
  if (unseen) {
    const code = (unseen[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `Teks ini memuat tanda yang tidak terlihat dan tidak dapat dipakai (U+${code}, huruf ke-${unseen.index + 1}).`;
  }
  return text.isWellFormed() ? undefined : 'Teks ini memuat tanda yang rusak.';
};

const wrongValue = (value: unknown): string | undefined => {
  if (typeof value === 'string') return wrongText(value);
  if (Array.isArray(value)) {
    return value.length > longestList
      ? `Daftar ini terlalu panjang; paling banyak ${longestList} isian.`
      : undefined;
  }
  return typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__')
    ? 'Nama "__proto__" tidak dapat dipakai.'
    : undefined;
};

const partsOf = (placed: Placed): readonly Placed[] => {
  const { value } = placed;
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([at, part]) => ({ value: part, within: placed, at }));
};

/** Layer by layer, without recursion, so that depth itself cannot hurt; undefined when within bounds. */
export const outOfBounds = (document: unknown): FormatProblem | undefined => {
  let layer: readonly Placed[] = [{ value: document, within: undefined, at: '' }];
  let count = 0;
  for (let depth = 0; layer.length > 0; depth += 1) {
    count += layer.length;
    const [first] = layer;
    if (depth > deepest && first) {
      return {
        place: placeOf(first),
        message: `Susunan dokumen terlalu dalam; paling banyak ${deepest} tingkat.`,
      };
    }
    if (count > mostValues) {
      return { place: '', message: `Dokumen terlalu besar; paling banyak ${mostValues} isian.` };
    }
    for (const placed of layer) {
      const message = wrongValue(placed.value) ?? wrongText(placed.at);
      if (message !== undefined) return { place: placeOf(placed), message };
    }
    layer = layer.flatMap(partsOf);
  }
  return undefined;
};
