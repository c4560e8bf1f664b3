// Looks into what a PDF has packed, as forgiving readers would: not by its tables, which may lie, but wherever something
// unpacks. Scripts and the like hide in packs of objects; streams that unpack to gigabytes stop who opens them.
// Source: ISO 32000-2, 7.3.8 and 7.5.7.
import type { LookInside } from '@layan/application/ports/examination';
import { isActive, plainNames } from '@layan/domain/document/pdf';
import type { ScanRejection } from '@layan/domain/document/scan-rejection';
import { dictionariesOf, MOST_SAID } from './dictionaries.ts';
import { opensUnasked, speaksOfOpening } from './opening.ts';
import { from85, fromHex } from './text-codes.ts';
import { startsPacked, type UnpackBudget, unpack } from './unpack.ts';

/** A page of the largest scanner unpacks to a hundred megabytes. */
const MOST_UNPACKED = 600 * 1024 * 1024;
const MOST_READ = 64 * 1024 * 1024;
const MOST_STREAMS = 20_000;
/** What stands before streams, together; of honest ones each bit once. */
const MOST_SAYS = 16 * 1024 * 1024;
const MOST_LAYERS = 3;

/** What was unpacked and may be text is looked through for words; a book of drawings has as much. */
const MOST_TEXT = 128 * 1024 * 1024;
/** Letters written as their numbers; honest packs have a blank in the name of a font. */
const MOST_SPELLED = 20_000;
/** Well before the function is stopped, which would bring the file back again and again. */
const LONGEST_MS = 15_000;

/** A name and what must follow it, each letter written as its number, is shorter where it reaches over two pieces. */
const OVERLAP = 512;
/** What a pack of objects begins with: numbers and places of its objects, perhaps behind blanks or a comment. */
const PACK = /^[\s\0]*($|%|\d{1,10}($|[\s\0]+($|\d)))/;
const HEAD = 1024;
const PIECE = 1024 * 1024;
/** A name begins with the one; the other stands before a letter that is written as its number. */
const [SLASH, HASH] = [0x2f, 0x23] as const;
/** Short names with what must follow them; behind so many blanks it may stand in the next piece. */
const ACTIVE_ENTRY = /\/(JS|XFA)(?:[\s\0]*[(<[%\d]|[\s\0]{64})/;
const SAYS_PACK = /\/ObjStm(?!\w)/;
const SAYS_PACKED = /\/(FlateDecode|Fl)(?!\w)/;
/** Differences to the row above, or parameters that stand elsewhere: what unpacks is not what a reader sees. */
const DIFFERS =
  /\/Predictor(?!\w)(?![\s\0]*1(?![\s\0]*[\d%]))|\/(DecodeParms|DP)(?!\w)[\s\0]*(?:\[[^\]]{0,200}\d[\s\0]+R|[%\d])/;
/** What a pack must say for the readers that do not ask what it calls itself. */
const [COUNTS, POINTS] = [/\/N(?!\w)/, /\/First(?!\w)/] as const;
const TEXT_FILTER = /\/(ASCIIHexDecode|AHx|ASCII85Decode|A85)(?!\w)/;

type Found = 'active' | 'opens' | 'too-much' | 'broken' | 'pack' | 'other';

interface Budget extends UnpackBudget {
  text: number;
  spelled: number;
}

const plain = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

const speaksOfAction = (spelled: string): boolean => isActive(spelled) || ACTIVE_ENTRY.test(spelled);

/** Behind blanks, of which a picture of a dark sheet has millions. */
const looksPacked = (data: Uint8Array): boolean => {
  let at = 0;
  for (let byte = data[0]; byte === 0 || byte === 0x20 || (byte !== undefined && byte >= 9 && byte <= 13); ) {
    at += 1;
    byte = data[at];
  }
  return PACK.test(plain(data.subarray(at, at + HEAD)));
};

const readPack = (pack: Uint8Array, budget: Budget): Found => {
  let opens = false;
  for (let at = 0; at < pack.length; at += PIECE) {
    const piece = pack.subarray(Math.max(0, at - OVERLAP), at + PIECE);
    // A picture of a white sheet may be a hundred megabytes of nothing that looks like blanks before a pack.
    if (!piece.includes(SLASH) && !piece.includes(HASH)) continue;
    const names = plainNames(piece);
    budget.text -= piece.length;
    budget.spelled -= (piece.length - names.length) / 2;
    if (budget.text < 0 || budget.spelled < 0) return 'too-much';
    const spelled = plain(names);
    if (speaksOfAction(spelled)) return 'active';
    opens ||= speaksOfOpening(spelled);
  }
  return opens ? 'opens' : 'pack';
};

/** False when so much was read that the streams of the file must lie in each other. */
const pay = (budget: UnpackBudget, data: Uint8Array): boolean => {
  budget.read -= data.length;
  return budget.read >= 0;
};

const lookInto = (data: Uint8Array, budget: Budget, layer = 0): Found => {
  if (startsPacked(data)) {
    const unpacked = layer < MOST_LAYERS ? unpack(data, budget) : 'too-much';
    return typeof unpacked === 'string' ? unpacked : lookInto(unpacked, budget, layer + 1);
  }
  if (!looksPacked(data)) return 'other';
  if (layer === 0 && !pay(budget, data)) return 'too-much';
  return readPack(data, budget);
};

/** As it stands, and as what its letters stand for. */
const lookIntoStream = ({ data, says }: FoundStream, budget: Budget): Found => {
  const asItStands = lookInto(data, budget);
  if (asItStands !== 'pack' && asItStands !== 'other') return asItStands;
  if (!TEXT_FILTER.test(says)) return asItStands;
  if (!pay(budget, data)) return 'too-much';
  const text = plain(data);
  const inHex = lookInto(fromHex(text), budget, 1);
  const spelled = inHex === 'other' ? lookInto(from85(text), budget, 1) : inHex;
  return spelled === 'other' ? asItStands : spelled;
};

interface FoundStream {
  readonly data: Uint8Array;
  /** What stands before it. */
  readonly says: string;
  /** Of that, its dictionary. */
  readonly own: string;
}

/** A sure end of a stream; its word alone may stand in a comment. */
const ENDED = /^endstream[ \t]*[\r\n]+endobj/;

/** Wherever a reader might see a stream begin; packed data says itself where it ends. */
function* streamsOf(bytes: Uint8Array, dictionaries: ReadonlyMap<number, number>): Generator<FoundStream> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, to: number) => file.toString('latin1', Math.max(0, from), to);
  let said = 0;
  let end = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const isEnd = text(at - 3, at) === 'end';
    const dictionary = dictionaries.get(at);
    if (!isEnd) {
      const begin = at + 6 + (/^ *(\r\n|\n|\r)?/.exec(text(at + 6, at + 16))?.[0].length ?? 0);
      if (end >= 0 && end < begin) end = file.indexOf('endstream', begin);
      const data = file.subarray(begin);
      const isOpen = startsPacked(data) || end < 0;
      const from = Math.max(Math.min(said, dictionary ?? said), at - MOST_SAID);
      const says = plain(plainNames(file.subarray(from, at)));
      yield {
        data: isOpen ? data : file.subarray(begin, end),
        says,
        own:
          dictionary === undefined
            ? says.slice(Math.max(0, says.lastIndexOf('obj')))
            : plain(plainNames(file.subarray(dictionary, at))),
      };
    }
    if (dictionary !== undefined || (isEnd && ENDED.test(text(at - 3, at + 32)))) said = at + 6;
  }
}

const isPredictedPack = ({ says, own }: FoundStream): boolean =>
  (SAYS_PACK.test(says) && DIFFERS.test(says)) || [COUNTS, POINTS, DIFFERS].every((word) => word.test(own));

const lookIntoAll = (bytes: Uint8Array, isLate: () => boolean): ScanRejection | undefined => {
  const budget: Budget = { unpacked: MOST_UNPACKED, read: MOST_READ, text: MOST_TEXT, spelled: MOST_SPELLED };
  let streams = 0;
  let said = 0;
  let opens = speaksOfOpening(plain(plainNames(bytes)));
  const dictionaries = dictionariesOf(bytes);
  if (!dictionaries) return 'damaged';
  for (const stream of streamsOf(bytes, dictionaries)) {
    const { data, says } = stream;
    said += says.length;
    if (said > MOST_SAYS) return 'damaged';
    const isPack = SAYS_PACK.test(says);
    if (isPredictedPack(stream)) return 'unknown-type';
    if (!isPack && !TEXT_FILTER.test(says) && !startsPacked(data) && !looksPacked(data.subarray(0, 64)))
      continue;
    streams += 1;
    if (streams > MOST_STREAMS || isLate()) return 'damaged';
    const found = lookIntoStream(stream, budget);
    if (found === 'too-much') return 'damaged';
    // A forgiving reader shows what came before the break, which we have not seen.
    if (found === 'broken' && (isPack || SAYS_PACKED.test(says))) return 'damaged';
    // What calls itself a pack of objects and does not read as one is packed in a way that only some readers know.
    if (found === 'active' || (isPack && found === 'other')) return 'unknown-type';
    opens ||= found === 'opens';
  }
  return opens && opensUnasked(bytes, isLate) ? 'unknown-type' : undefined;
};

export const makeLookInside =
  (now: () => number = Date.now): LookInside =>
  async (bytes) => {
    const until = now() + LONGEST_MS;
    return lookIntoAll(bytes, () => now() > until);
  };

export const lookInside = makeLookInside();
