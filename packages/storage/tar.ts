// Bundles objects as a tar file (ustar), which every system opens. Names are ours: short, and without anything odd.

const BLOCK = 512;
const LONGEST_NAME = 100;
const LONGEST_FOLDER = 155;

export interface Bundled {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Seconds since 1970. */
  readonly at: number;
}

const octal = (number: number, digits: number): string => `${number.toString(8).padStart(digits, '0')}\0`;

/** A name that is too long has its folder in a field of its own. */
function partsOf(name: string): readonly [folder: string, file: string] {
  if (Buffer.byteLength(name) <= LONGEST_NAME) return ['', name];
  const at = name.lastIndexOf('/');
  const [folder, file] = [name.slice(0, Math.max(at, 0)), name.slice(at + 1)];
  if (Buffer.byteLength(folder) > LONGEST_FOLDER || Buffer.byteLength(file) > LONGEST_NAME)
    throw new Error(`A name in a bundle is too long: ${name}.`);
  return [folder, file];
}

function headerOf({ name, bytes, at }: Bundled): Uint8Array {
  const [folder, file] = partsOf(name);
  const header = Buffer.alloc(BLOCK);
  header.write(file, 0, 'utf8');
  header.write(folder, 345, 'utf8');
  header.write(octal(0o600, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(bytes.length, 11), 124);
  header.write(octal(at, 11), 136);
  // The sum is made as if its own field held spaces.
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)} `, 148);
  return header;
}

const padding = (length: number): Uint8Array => Buffer.alloc((BLOCK - (length % BLOCK)) % BLOCK);

export const tarOf = (files: readonly Bundled[]): Uint8Array =>
  Buffer.concat([
    ...files.flatMap((file) => [headerOf(file), file.bytes, padding(file.bytes.length)]),
    Buffer.alloc(2 * BLOCK),
  ]);
