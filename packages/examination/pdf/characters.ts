// Which bytes separate words in a PDF. Source: ISO 32000-2, 7.2.3.

const whiteSpace: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const delimiters: ReadonlySet<number> = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));

export const isWhite = (byte: number | undefined): boolean => byte !== undefined && whiteSpace.has(byte);

export const isRegular = (byte: number | undefined): byte is number =>
  byte !== undefined && !whiteSpace.has(byte) && !delimiters.has(byte);

/** The value of a hexadecimal digit; undefined for any other byte. */
export const hexDigit = (byte: number | undefined): number | undefined => {
  if (byte === undefined) return undefined;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : undefined;
};
