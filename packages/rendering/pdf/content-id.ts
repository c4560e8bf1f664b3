// The id of a file from its content. pdfkit makes it from title and date alone, which two documents may share.
import { createHash } from 'node:crypto';

const ID = /\/ID \[<([0-9a-f]{32})> <\1>\]/;

export function withContentId(bytes: Uint8Array): Uint8Array {
  const pdf = Buffer.from(bytes);
  const end = pdf.subarray(pdf.lastIndexOf('trailer')).toString('latin1');
  const [, given] = ID.exec(end) ?? [];
  if (given === undefined) throw new Error('A PDF without an id.');
  const id = createHash('sha256').update(pdf).digest('hex').slice(0, given.length);
  const at = pdf.lastIndexOf('trailer');
  pdf.write(end.replaceAll(given, id), at, 'latin1');
  return pdf;
}
