// The name of somebody in a certificate as it may be kept and shown: who, of which office and country. Numbers of people
// and mail addresses, which many certificates also carry, stay in the file.
import type { RelativeDistinguishedNames } from 'pkijs';

const shown: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.10', 'O'],
  ['2.5.4.6', 'C'],
]);

const LONGEST_PART = 120;

/** Control characters and marks that turn the direction of writing could make one name look like another. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, LONGEST_PART);

export interface NamePart {
  readonly key: string;
  readonly value: string;
}

export const nameParts = ({ typesAndValues }: RelativeDistinguishedNames): readonly NamePart[] =>
  typesAndValues.flatMap(({ type, value }) => {
    const key = shown.get(type);
    const text: unknown = value.valueBlock.value;
    return key === undefined || typeof text !== 'string' ? [] : [{ key, value: plain(text) }];
  });

/** "CN=OSD LU Kelas 2, O=Lembaga Sandi Negara, C=ID" */
export const nameText = (parts: readonly NamePart[]): string =>
  [...shown.values()]
    .flatMap((key) => parts.filter((part) => part.key === key))
    .map(({ key, value }) => `${key}=${value}`)
    .join(', ');
