// Bytes that a PDF spells as letters, read as forgiving readers would. Source: ISO 32000-2, 7.4.2 and 7.4.3.

/** Two letters a byte, up to `>`; what is no digit is passed over. */
export const fromHex = (text: string): Uint8Array =>
  Buffer.from((text.split('>', 1)[0] ?? '').replace(/[^0-9a-f]/gi, ''), 'hex');

/** Five letters for four bytes, up to `~>`. */
export const from85 = (text: string): Uint8Array => {
  const digits = (text.split('~', 1)[0] ?? '').replace(/[\s\0]/g, '').replaceAll('z', '!!!!!');
  const groups = Math.ceil(digits.length / 5);
  const out = Buffer.alloc(groups * 4);
  for (let group = 0; group < groups; group += 1) {
    let value = 0;
    for (let at = group * 5; at < group * 5 + 5; at += 1)
      value = value * 85 + (at < digits.length ? digits.charCodeAt(at) - 33 : 84);
    out.writeUInt32BE(((value % 2 ** 32) + 2 ** 32) % 2 ** 32, group * 4);
  }
  return out.subarray(0, out.length - (groups * 5 - digits.length));
};
