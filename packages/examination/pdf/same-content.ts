// Whether a signed PDF shows exactly what the prepared one shows, and nothing on top of it but its signatures. It makes
// no difference whether the signer added to the file or wrote it anew: what a reader would show is compared.
import { createHash } from 'node:crypto';
import { type Digester, digester } from './digest-value.ts';
import type { Pdf } from './open-pdf.ts';
import { annotationsOf, contentOf, pagesOf } from './pages.ts';
import type { SignatureField } from './signature-fields.ts';
import { entriesOf, isKind, nameIn, type PdfEntries, type PdfValue } from './values.ts';

/** Of a page: where it hangs, what else stands there on its own, and what nobody sees. */
const besides: ReadonlySet<string> = new Set([
  ...['Type', 'Parent', 'Annots', 'Contents', 'StructParents', 'LastModified', 'PieceInfo', 'Metadata'],
  ...['Tabs', 'Thumb', 'MediaBox', 'CropBox', 'Rotate'],
]);

/** Of the catalogue: what says nothing about what is seen. All else must be as it was. */
const unseen: ReadonlySet<string> = new Set([
  ...['Type', 'Pages', 'AcroForm', 'Perms', 'DSS', 'Extensions', 'Version', 'Metadata', 'StructTreeRoot'],
  ...[
    'MarkInfo',
    'Lang',
    'ViewerPreferences',
    'PageLayout',
    'PageMode',
    'Outlines',
    'PageLabels',
    'PieceInfo',
  ],
]);

const LARGEST_SHARE = 0.25;

interface View {
  readonly pdf: Pdf;
  readonly digest: Digester;
}

const numbersOf = (pdf: Pdf, value: PdfValue | undefined): readonly number[] => {
  const box = pdf.resolve(value);
  return isKind(box, 'array') ? box.items.map((item) => Number(pdf.resolve(item))) : [];
};

const areaOf = (pdf: Pdf, value: PdfValue | undefined): number => {
  const [left = Number.NaN, bottom = Number.NaN, right = Number.NaN, top = Number.NaN] = numbersOf(
    pdf,
    value,
  );
  return Math.abs((right - left) * (top - bottom));
};

const lookOf = ({ pdf, digest }: View, page: PdfEntries): string =>
  JSON.stringify([
    createHash('sha256').update(contentOf(pdf, page)).digest('hex'),
    digest.entries(page, besides),
    numbersOf(pdf, page.get('MediaBox')),
    numbersOf(pdf, page.get('CropBox') ?? page.get('MediaBox')),
    pdf.resolve(page.get('Rotate')) ?? 0,
  ]);

/** Belongs to the page it stands on and to its field: both would lead back to everything. */
const ties: ReadonlySet<string> = new Set(['P', 'Parent', 'StructParent']);

const lookOfAnnotation = ({ pdf, digest }: View, value: PdfValue): string => {
  const entries = entriesOf(pdf.resolve(value));
  return entries ? digest.entries(entries, ties) : '';
};

/** The small picture of a signature that was found, and no other thing that covers a page. */
const isSignature = (
  { pdf }: View,
  page: PdfEntries,
  value: PdfValue,
  signatures: readonly SignatureField[],
): boolean => {
  const widget = entriesOf(pdf.resolve(value));
  const above = entriesOf(pdf.resolve(widget?.get('Parent')));
  const inherited = (key: string) => widget?.get(key) ?? above?.get(key);
  const filled = inherited('V');
  const known = isKind(filled, 'reference') && signatures.some(({ object }) => object === filled.number);
  return (
    known &&
    nameIn(pdf.resolve(widget?.get('Subtype'))) === 'Widget' &&
    nameIn(pdf.resolve(inherited('FT'))) === 'Sig' &&
    widget?.has('AA') === false &&
    widget.has('A') === false &&
    areaOf(pdf, widget.get('Rect')) <= LARGEST_SHARE * areaOf(pdf, page.get('MediaBox'))
  );
};

const onlySigned = (
  before: { readonly view: View; readonly page: PdfEntries },
  after: { readonly view: View; readonly page: PdfEntries },
  signatures: readonly SignatureField[],
): boolean => {
  const expected = annotationsOf(before.view.pdf, before.page).map((value) =>
    lookOfAnnotation(before.view, value),
  );
  const found = annotationsOf(after.view.pdf, after.page);
  const added = found.filter((value) => {
    const at = expected.indexOf(lookOfAnnotation(after.view, value));
    if (at >= 0) expected.splice(at, 1);
    return at < 0;
  });
  return (
    expected.length === 0 && added.every((value) => isSignature(after.view, after.page, value, signatures))
  );
};

const sameCatalogue = (before: View, after: View): boolean =>
  before.digest.entries(before.pdf.root, unseen) === after.digest.entries(after.pdf.root, unseen);

/** @throws UnreadablePdf when one of the two cannot be read for certain */
export function sameContent(prepared: Pdf, signed: Pdf, signatures: readonly SignatureField[]): boolean {
  const before = { pdf: prepared, digest: digester(prepared) };
  const after = { pdf: signed, digest: digester(signed) };
  const [pages, signedPages] = [pagesOf(prepared), pagesOf(signed)];
  return (
    pages.length === signedPages.length &&
    sameCatalogue(before, after) &&
    pages.every((page, index) => {
      const other = signedPages[index];
      return (
        other !== undefined &&
        lookOf(before, page) === lookOf(after, other) &&
        onlySigned({ view: before, page }, { view: after, page: other }, signatures)
      );
    })
  );
}
