// What can be said of an answer while it is typed: what cannot be read, and what is worth a second look. Read by the same
// function as on the server.
import type { FieldView } from '@layan/contract/staff/common';
import type { IntakeForm } from '@layan/contract/staff/counter';
import { type InputContext, parseFact } from '@layan/domain/person/fact-input';
import type { Fact } from '@layan/domain/standard/facts';

export interface Remarks {
  readonly error?: string;
  readonly warnings: readonly string[];
}

export const inputContext = ({ context: { today, region } }: Pick<IntakeForm, 'context'>): InputContext => ({
  today,
  region,
});

/** Privacy and source play no part in reading. */
const factOf = ({ fact, label, type, options, min, max, maxLength }: FieldView): Fact => ({
  id: fact,
  label,
  type,
  privacy: 'ordinary',
  options,
  min,
  max,
  maxLength,
  basis: { cites: [fact] },
});

export function remarksOn(field: FieldView, text: string, context: InputContext): Remarks {
  const read = parseFact(factOf(field), text, context);
  if (!read.ok) return { error: read.error.message, warnings: [] };
  return { warnings: read.value?.warnings.map(({ message }) => message) ?? [] };
}

const digits = 16;

/** An identifier is told wrong as soon as all its digits stand there; everything else when it is left. */
export const isWhole = ({ type }: FieldView, text: string): boolean =>
  (type === 'nik' || type === 'familyCardNumber') && text.replace(/\s/g, '').length >= digits;
