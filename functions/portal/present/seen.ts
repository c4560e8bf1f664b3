// A mark of the answers a page was made from, so that a second tab cannot silently undo the first.
import { createHash } from 'node:crypto';
import type { FieldView } from '@layan/application/form/field-view';

/** Salted with the session: the mark of a short answer must not be guessable by whoever sees the page's source. */
export const seenMark = (session: string, fields: readonly FieldView[]): string =>
  createHash('sha256')
    .update(JSON.stringify([session, fields.map(({ fact, entered }) => [fact, entered])]))
    .digest('base64url')
    .slice(0, 16);

export const sameAnswers = (fields: readonly FieldView[], raw: Readonly<Record<string, string>>): boolean =>
  fields.every(({ fact, entered }) => (raw[fact] ?? '').trim() === entered.trim());
