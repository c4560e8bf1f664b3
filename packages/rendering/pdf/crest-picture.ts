// Which crest can be drawn: what was given, when it is whole; else a seal with the initials of the government.
import { inflateSync } from 'node:zlib';
import { readableAccent } from '../card/inks.ts';
import type { CrestPicture } from './draw-crest.ts';

/** What a crest is drawn from: cards and letters have it. */
export interface Crested {
  readonly governmentName: string;
  readonly accent: string;
  readonly crest?: string | undefined;
}

const DATA_URI = /^data:image\/(png|svg\+xml)[^,]*?(;base64)?,(.*)$/s;
const WHOLE_SVG = /<svg[\s>].*<\/svg>\s*$/s;
const PNG_START = Buffer.from('89504e470d0a1a0a', 'hex');
/** A crest has a few thousand pixels; a bomb has millions. */
const MOST_PIXEL_BYTES = 8_000_000;

/** pdfkit inflates pictures in the background, where an error could not be caught: so we try before. */
function isWholePng(bytes: Buffer): boolean {
  if (!bytes.subarray(0, 8).equals(PNG_START)) return false;
  const data: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') return inflates(Buffer.concat(data));
    at += 12 + length;
  }
  return false;
}

function inflates(data: Buffer): boolean {
  try {
    return inflateSync(data, { maxOutputLength: MOST_PIXEL_BYTES }).length > 0;
  } catch {
    return false;
  }
}

export const seal = ({ governmentName, accent }: Omit<Crested, 'crest'>): CrestPicture => ({
  kind: 'seal',
  letters: governmentName
    .replace(/^Pemerintah\s+/i, '')
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 2),
  ink: readableAccent(accent),
});

function contentOf(crest: string): { type: string; bytes: Buffer } | undefined {
  if (crest.trimStart().startsWith('<')) return { type: 'svg+xml', bytes: Buffer.from(crest) };
  const [, type, base64, content = ''] = DATA_URI.exec(crest) ?? [];
  if (type === undefined) return undefined;
  if (base64) return { type, bytes: Buffer.from(content, 'base64') };
  try {
    return { type, bytes: Buffer.from(decodeURIComponent(content)) };
  } catch {
    return undefined;
  }
}

export function crestPicture(card: Crested): CrestPicture {
  const { type, bytes } = contentOf(card.crest ?? '') ?? {};
  if (bytes === undefined) return seal(card);
  if (type === 'png') return isWholePng(bytes) ? { kind: 'png', bytes } : seal(card);
  const text = bytes.toString('utf8');
  return WHOLE_SVG.test(text) ? { kind: 'svg', text } : seal(card);
}
