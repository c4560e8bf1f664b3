// Scans in the practice space. Whatever is sent there is thrown away unseen, because people practise with the papers that
// lie on the desk; a sample stands in for it.
import { createHash } from 'node:crypto';
import type { DocumentRecord, DocumentStore, ScanStore } from '@layan/application/ports/documents';
import type { LetterFiles } from '@layan/application/ports/letters';
import type { ExaminedUpload } from '@layan/domain/document/examined-upload';
import { ContentHash } from '@layan/domain/standard/content-hash';

/** A sheet of paper with lines on it, 24 by 34 pixels. */
const SAMPLE =
  'data:image/svg+xml;utf8,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="680" viewBox="0 0 24 34"><path fill="#fff" stroke="#555" stroke-width=".4" d="M1 1h22v32H1z"/><path stroke="#999" stroke-width=".6" d="M4 6h16M4 10h12M4 14h16M4 18h10"/><text x="12" y="28" font-size="2.6" text-anchor="middle" font-family="sans-serif">BERKAS LATIHAN</text></svg>',
  );
const SAMPLE_BYTES = 1;
const hashOf = (bytes: string | Uint8Array) =>
  ContentHash.parse(createHash('sha256').update(bytes).digest('hex'));

const PRACTISED = 'CN=Latihan';

/** Whatever is sent in practice has the signature, and the code, that are asked for. */
const practised = ({ document, prepared }: NonNullable<DocumentRecord['of']>): ExaminedUpload => ({
  sha256: hashOf(SAMPLE),
  bytes: SAMPLE_BYTES,
  signatures: [{ subject: PRACTISED, issuer: PRACTISED, valid: true, bsre: true }],
  of: prepared,
  matches: 'same',
  codes: [document],
});

/** An upload counts as accepted when it is prepared; the object finds no record of its own in the real table and goes. */
export const practiceDocuments = (documents: DocumentStore): DocumentStore => ({
  ...documents,
  expect: (document) =>
    documents.expect({
      ...document,
      state: 'accepted',
      contentType: 'image/png',
      bytes: SAMPLE_BYTES,
      ...(document.of && { examined: practised(document.of) }),
    }),
});

/** Nothing that is drawn in practice is kept: a sheet stands in for it. */
export const practiceLetters: LetterFiles = {
  read: async () => undefined,
  keep: async ({ bytes }) => ({
    sha256: hashOf(bytes),
    bytes: bytes.length,
  }),
  link: async () => SAMPLE,
};

export const practiceScans = (scans: ScanStore): ScanStore => ({
  ...scans,
  viewLink: async () => SAMPLE,
});
