// Scans in the practice space. Whatever is sent there is thrown away unseen, because people practise with the papers that
// lie on the desk; a sample stands in for it.
import type { DocumentStore, ScanStore } from '@layan/application/ports/documents';

/** A sheet of paper with lines on it, 24 by 34 pixels. */
const SAMPLE =
  'data:image/svg+xml;utf8,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="680" viewBox="0 0 24 34"><path fill="#fff" stroke="#555" stroke-width=".4" d="M1 1h22v32H1z"/><path stroke="#999" stroke-width=".6" d="M4 6h16M4 10h12M4 14h16M4 18h10"/><text x="12" y="28" font-size="2.6" text-anchor="middle" font-family="sans-serif">BERKAS LATIHAN</text></svg>',
  );
const SAMPLE_BYTES = 1;

/** An upload counts as accepted when it is prepared; the object finds no record of its own in the real table and goes. */
export const practiceDocuments = (documents: DocumentStore): DocumentStore => ({
  ...documents,
  expect: (document) =>
    documents.expect({ ...document, state: 'accepted', contentType: 'image/png', bytes: SAMPLE_BYTES }),
});

export const practiceScans = (scans: ScanStore): ScanStore => ({
  ...scans,
  viewLink: async () => SAMPLE,
});
