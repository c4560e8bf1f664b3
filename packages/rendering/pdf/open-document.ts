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
      /** Writes what the file says of itself a second time, as XML. */
      endMetadata(): void;
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

const inXml = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** pdfkit puts the words into XML as they are: a name with `&` or `<` would break it or add to it. */
function escapeMetadata(document: PDFKit.PDFDocument, { title, author, subject }: DocumentFacts): void {
  const end = document.endMetadata.bind(document);
  document.endMetadata = () => {
    const { info } = document;
    document.info = { ...info, Title: inXml(title), Author: inXml(author), Subject: inXml(subject) };
    end();
    document.info = info;
  };
}

export type OpenDocument = PDFKit.PDFDocument;

export function openDocument(facts: DocumentFacts): OpenDocument {
  const { title, author, subject, date, address } = facts;
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
  escapeMetadata(document, facts);
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
