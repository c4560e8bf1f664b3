// Looks into what a PDF has packed, as forgiving readers would: not by its tables, which may lie, but wherever something
// unpacks. Scripts and the like hide in packs of objects; streams that unpack to gigabytes stop who opens them.
// Source: ISO 32000-2, 7.3.8 and 7.5.7.
import type { LookInside } from '@layan/application/ports/examination';
import { latin1 } from '@layan/domain/document/bytes';
import { isActive, plainNames } from '@layan/domain/document/pdf';
import { from85, fromHex } from './text-codes.ts';
import { startsPacked, type UnpackBudget, unpack } from './unpack.ts';

/** A page of the largest scanner unpacks to a hundred megabytes. */
const MOST_UNPACKED = 600 * 1024 * 1024;
const MOST_READ = 64 * 1024 * 1024;
const MOST_STREAMS = 20_000;
const MOST_LAYERS = 3;
/** A dictionary is shorter. */
const MOST_SAID = 64 * 1024;

/** A name that reaches over the edge of two pieces, each letter written as its number, is shorter. */
const OVERLAP = 128;
/** What a pack of objects begins with: numbers and places of its objects, perhaps behind blanks or a comment. */
const PACK = /^[\s\0]*($|%|\d{1,10}($|[\s\0]+($|\d)))/;
const HEAD = 1024;
const PIECE = 1024 * 1024;
/** A name begins with the one; the other stands before a letter that is written as its number. */
const [SLASH, HASH] = [0x2f, 0x23] as const;
/** Short names with what must follow them. */
const ACTIVE_ENTRY = /\/(JS|XFA)[\s\0]*[(<[%\d]/;
const SAYS_PACK = /\/ObjStm(?!\w)/;
const SAYS_PACKED = /\/(FlateDecode|Fl)(?!\w)/;
const TEXT_FILTER = /\/(ASCIIHexDecode|AHx|ASCII85Decode|A85)(?!\w)/;

type Found = 'active' | 'too-much' | 'broken' | 'pack' | 'other';

const speaksOfAction = (text: string): boolean => {
  const spelled = plainNames(text);
  return isActive(spelled) || ACTIVE_ENTRY.test(spelled);
};

const looksPacked = (head: Uint8Array): boolean => PACK.test(latin1(head.subarray(0, HEAD)));

const holdsAction = (pack: Uint8Array): boolean => {
  for (let at = 0; at < pack.length; at += PIECE) {
    const piece = pack.subarray(Math.max(0, at - OVERLAP), at + PIECE);
    // A picture of a white sheet may be a hundred megabytes of nothing that looks like blanks before a pack.
    const mayName = piece.includes(SLASH) || piece.includes(HASH);
    if (mayName && speaksOfAction(latin1(piece))) return true;
  }
  return false;
};

/** False when so much was read that the streams of the file must lie in each other. */
const pay = (budget: UnpackBudget, data: Uint8Array): boolean => {
  budget.read -= data.length;
  return budget.read >= 0;
};

const lookInto = (data: Uint8Array, budget: UnpackBudget, layer = 0): Found => {
  if (startsPacked(data)) {
    const unpacked = layer < MOST_LAYERS ? unpack(data, budget) : 'too-much';
    return typeof unpacked === 'string' ? unpacked : lookInto(unpacked, budget, layer + 1);
  }
  if (!looksPacked(data)) return 'other';
  if (layer === 0 && !pay(budget, data)) return 'too-much';
  return holdsAction(data) ? 'active' : 'pack';
};

/** As it stands, and as what its letters stand for. */
const lookIntoStream = ({ data, says }: FoundStream, budget: UnpackBudget): Found => {
  const plain = lookInto(data, budget);
  if (plain !== 'pack' && plain !== 'other') return plain;
  if (!TEXT_FILTER.test(says)) return plain;
  if (!pay(budget, data)) return 'too-much';
  const text = latin1(data);
  const inHex = lookInto(fromHex(text), budget, 1);
  const spelled = inHex === 'other' ? lookInto(from85(text), budget, 1) : inHex;
  return spelled === 'other' ? plain : spelled;
};

interface FoundStream {
  readonly data: Uint8Array;
  /** What stands before it. */
  readonly says: string;
}

/** Wherever a reader might see a stream begin; packed data says itself where it ends. */
function* streamsOf(bytes: Uint8Array): Generator<FoundStream> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, to: number) => latin1(file.subarray(Math.max(0, from), to));
  let said = 0;
  let end = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (text(at - 3, at) !== 'end') {
      const begin = at + 6 + (/^ *(\r\n|\n|\r)?/.exec(text(at + 6, at + 16))?.[0].length ?? 0);
      if (end >= 0 && end < begin) end = file.indexOf('endstream', begin);
      const data = file.subarray(begin);
      const isOpen = startsPacked(data) || end < 0;
      yield {
        data: isOpen ? data : file.subarray(begin, end),
        says: plainNames(text(Math.max(said, at - MOST_SAID), at)),
      };
    }
    said = at + 6;
  }
}

export const lookInside: LookInside = async (bytes) => {
  const budget: UnpackBudget = { unpacked: MOST_UNPACKED, read: MOST_READ };
  let streams = 0;
  for (const stream of streamsOf(bytes)) {
    const { data, says } = stream;
    const isPack = SAYS_PACK.test(says);
    if (!isPack && !TEXT_FILTER.test(says) && !startsPacked(data) && !looksPacked(data.subarray(0, 64)))
      continue;
    streams += 1;
    if (streams > MOST_STREAMS) return 'damaged';
    const found = lookIntoStream(stream, budget);
    if (found === 'too-much') return 'damaged';
    // A forgiving reader shows what came before the break, which we have not seen.
    if (found === 'broken' && (isPack || SAYS_PACKED.test(says))) return 'damaged';
    // What calls itself a pack of objects and does not read as one is packed in a way that only some readers know.
    if (found === 'active' || (isPack && found === 'other')) return 'unknown-type';
  }
  return undefined;
};
