// Small readings of byte arrays; outside the array they answer NaN, so that a comparison fails instead of throwing.

export const byteAt = (bytes: Uint8Array, offset: number): number => bytes[offset] ?? Number.NaN;

export const uint16At = (bytes: Uint8Array, offset: number, littleEndian = false): number =>
  littleEndian
    ? byteAt(bytes, offset) + byteAt(bytes, offset + 1) * 0x100
    : byteAt(bytes, offset) * 0x100 + byteAt(bytes, offset + 1);

export const uint32At = (bytes: Uint8Array, offset: number, littleEndian = false): number =>
  littleEndian
    ? uint16At(bytes, offset, true) + uint16At(bytes, offset + 2, true) * 0x1_0000
    : uint16At(bytes, offset) * 0x1_0000 + uint16At(bytes, offset + 2);

/** Bytes as characters 0-255, for looking into textual parts. */
export const latin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    // Spread out, each byte would pass through an iterator.
    text += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(start, start + 8192));
  }
  return text;
};

export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
};

/** More than any scanner or phone makes; a small file that claims more is a bomb. */
export const plausibleSize = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width * height <= 120_000_000;
