// What a PDF is made of, as it was read. Sources: ISO 32000-2, 7.3.

export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

export interface PdfText {
  readonly kind: 'text';
  readonly bytes: Uint8Array;
  /** Where it stands in the file, with its brackets; undefined within a compressed object. */
  readonly span?: { readonly start: number; readonly end: number };
}

export interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfValue[];
}

export type PdfEntries = ReadonlyMap<string, PdfValue>;

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: PdfEntries;
}

export interface PdfStream {
  readonly kind: 'stream';
  readonly entries: PdfEntries;
  /** As it stands in the file, still encoded. */
  readonly data: Uint8Array;
}

export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
  readonly generation: number;
}

export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfText
  | PdfArray
  | PdfDictionary
  | PdfStream
  | PdfReference;

/** Thrown for whatever two readers might read differently; caught where an examination begins. */
export class UnreadablePdf extends Error {
  override readonly name = 'UnreadablePdf';
}

export const isKind = <K extends Exclude<PdfValue, null | boolean | number>['kind']>(
  value: PdfValue | undefined,
  kind: K,
): value is Extract<PdfValue, { kind: K }> =>
  typeof value === 'object' && value !== null && value.kind === kind;

export const entriesOf = (value: PdfValue | undefined): PdfEntries | undefined =>
  isKind(value, 'dictionary') || isKind(value, 'stream') ? value.entries : undefined;

export const nameIn = (value: PdfValue | undefined): string | undefined =>
  isKind(value, 'name') ? value.name : undefined;

export const integerIn = (value: PdfValue | undefined): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
