// What a PDF does when it is opened: nothing, or it goes to one of its own places. Anything else it does unasked.
// Source: ISO 32000-2, 7.7.2 and 12.6.
import { openPdf } from './open-pdf.ts';
import { entriesOf, isKind, nameIn, type PdfEntries, UnreadablePdf } from './values.ts';

/** A place that stands there itself, as a list, needs no closer look. */
const OPENS = /\/OpenAction(?!\w)(?![\s\0]*(\[|null(?!\w)))/;

/** Whether text, spelled plainly, says that something is done on opening. */
export const speaksOfOpening = (spelled: string): boolean => OPENS.test(spelled);

const goesToOwnPlace = (action: PdfEntries): boolean =>
  nameIn(action.get('S')) === 'GoTo' && !action.has('Next');

/** What cannot be read for certain might do anything. */
export const opensUnasked = (bytes: Uint8Array, isLate: () => boolean): boolean => {
  try {
    const { root, resolve } = openPdf(bytes, isLate);
    const opening = resolve(root.get('OpenAction'));
    if (opening === undefined || opening === null) return false;
    const action = entriesOf(opening);
    if (action) return !goesToOwnPlace(action);
    return !(isKind(opening, 'array') || isKind(opening, 'name') || isKind(opening, 'text'));
  } catch (error) {
    if (error instanceof UnreadablePdf || error instanceof RangeError) return true;
    throw error;
  }
};
