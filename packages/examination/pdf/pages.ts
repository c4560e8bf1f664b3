// The pages of a PDF in their order, with what they inherit. Source: ISO 32000-2, 7.7.3.
import { joined } from '@layan/domain/document/bytes';
import type { Pdf } from './open-pdf.ts';
import {
  entriesOf,
  isKind,
  nameIn,
  type PdfEntries,
  type PdfStream,
  type PdfValue,
  UnreadablePdf,
} from './values.ts';

const MOST_PAGES = 500;
/** Of the tree, where a branch may be named again and again without a page on it. */
const MOST_NODES = 2_000;
const DEEPEST = 30;
const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

const itemsOf = (pdf: Pdf, value: PdfValue | undefined): readonly PdfValue[] => {
  const resolved = pdf.resolve(value);
  return isKind(resolved, 'array') ? resolved.items : [];
};

/** Each with the four attributes that a page may take from above it. */
export function pagesOf(pdf: Pdf): readonly PdfEntries[] {
  const pages: PdfEntries[] = [];
  let visited = 0;
  const visit = (value: PdfValue | undefined, above: PdfEntries, depth: number): void => {
    const node = entriesOf(pdf.resolve(value));
    visited += 1;
    if (!node || depth > DEEPEST || pages.length >= MOST_PAGES || visited > MOST_NODES)
      throw new UnreadablePdf('The tree of pages is none.');
    const inherited = new Map(
      inheritable.flatMap((key) => {
        const found = node.get(key) ?? above.get(key);
        return found === undefined ? [] : [[key, found] as const];
      }),
    );
    const kind = nameIn(pdf.resolve(node.get('Type')));
    if (kind === 'Page') pages.push(new Map([...node, ...inherited]));
    else if (kind === 'Pages')
      for (const kid of itemsOf(pdf, node.get('Kids'))) visit(kid, inherited, depth + 1);
    else throw new UnreadablePdf('The tree of pages has something else in it.');
  };
  visit(pdf.root.get('Pages'), new Map(), 0);
  return pages;
}

export const annotationsOf = (pdf: Pdf, page: PdfEntries): readonly PdfValue[] =>
  itemsOf(pdf, page.get('Annots'));

const NEW_LINE = Uint8Array.of(0x0a);

/** What is drawn on a page: its parts count as one. */
export function contentOf(pdf: Pdf, page: PdfEntries): Uint8Array {
  const contents = pdf.resolve(page.get('Contents'));
  const parts = isKind(contents, 'array') ? contents.items.map(pdf.resolve) : contents ? [contents] : [];
  const streams = parts.map((part): PdfStream => {
    if (!isKind(part, 'stream')) throw new UnreadablePdf('A page has content that is none.');
    return part;
  });
  return joined(
    streams.flatMap((stream, index) => {
      const { data, left } = pdf.content(stream);
      if (left.length > 0) throw new UnreadablePdf('A page is packed in a way that is not read here.');
      return index === 0 ? [data] : [NEW_LINE, data];
    }),
  );
}
