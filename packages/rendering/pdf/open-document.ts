// A PDF document with our two faces, in Indonesian, tagged for screen readers. Its date is given, not taken from the clock:
// the same input gives the same bytes.
import type { Font } from 'fontkit';
import PDFDocument from 'pdfkit';
import { FACES, faces } from '../fonts/faces.ts';

declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** Since pdfkit 0.20; the published types are of 0.17. */
      registerFont(name: string, font: Font): this;
    }
  }
}

export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly date: Date;
  /** The address at which it is checked: its code is drawn of lines, which no reader of pictures sees. */
  readonly address?: string | undefined;
}

export type OpenDocument = PDFKit.PDFDocument;

export function openDocument({ title, author, subject, date, address }: DocumentFacts): OpenDocument {
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    // Without a name it would load Helvetica, which no letter is set in.
    font: '',
    pdfVersion: '1.7',
    lang: 'id-ID',
    displayTitle: true,
    tagged: true,
    info: {
      ...{ Title: title, Author: author, Subject: subject, CreationDate: date },
      ...(address !== undefined && { Keywords: address }),
    },
  });
  const opened = faces();
  for (const face of FACES) document.registerFont(face, opened[face]);
  return document;
}

export function bytesOf(document: OpenDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.once('end', () => resolve(Buffer.concat(chunks)));
    document.once('error', reject);
    document.end();
  });
}
