// A letter in the words that are drawn: its template filled, the letterhead of the agency, and who signs it how.
import type { SigningMethod } from '@layan/domain/case/event';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import { plainDateInWords } from '@layan/domain/deadline/dates-in-words';
import type { InstantText } from '@layan/domain/kernel/ids';
import { fillLetter, type LetterFaults } from '@layan/domain/letter/fill-letter';
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import type { LetterLine } from '@layan/domain/letter/letter-context';
import { type Signer, signAs } from '@layan/domain/letter/sign-as';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Letter } from '@layan/domain/standard/letter';
import type { Agency, Tenant } from '@layan/domain/tenant/tenant';
import type { Setting } from '../tenant/setting.ts';
import type { LetterValues } from './letter-values.ts';

export interface LetterToDraw {
  readonly index: ProcessIndex;
  readonly snapshot: Pick<CaseSnapshot, 'agency' | 'ticket'>;
  readonly productLabel: string;
  readonly letter: Letter;
  readonly values: LetterValues;
  readonly setting: Pick<Setting, 'tenant' | 'placeName'>;
  /** Absent before it is frozen. `date` is an ISO date. */
  readonly frozen?: { readonly number?: string; readonly date: string };
  /** When it was frozen; of a draft, when it is looked at. */
  readonly at: InstantText;
  /** `signer` is absent while nobody holds the role, and for somebody outside the agency. */
  readonly signing: { readonly signer?: Signer; readonly roleOffice: string };
  readonly method: SigningMethod;
  readonly mark?: LetterArtwork['mark'];
  /** Of a batch. */
  readonly lines?: readonly LetterLine[];
}

export interface BuiltLetter extends LetterFaults {
  readonly artwork: LetterArtwork;
}

/** "Pekalongan" of "Kota Pekalongan". */
const placeOf = ({ name }: Tenant): string => name.replace(/^(kota|kabupaten)\s+/i, '');

const letterheadOf = ({ governmentName, branding }: Tenant, agency: Agency | undefined) => ({
  governmentName,
  agencyName: agency?.name ?? governmentName,
  agencyAddress: agency?.address ?? '',
  ...(agency?.phone !== undefined && { phone: agency.phone }),
  ...(agency?.email !== undefined && { email: agency.email }),
  letterhead: agency?.letters?.letterhead ?? [],
  accent: branding.accent,
  ...(branding.crest !== undefined && { crest: branding.crest }),
});

/** With what is missing and what cannot be printed; whoever freezes or signs refuses a letter that has either. */
export function buildLetter(draw: LetterToDraw): BuiltLetter {
  const { index, snapshot, productLabel, letter, values, setting, frozen, at, signing } = draw;
  const { method, mark, lines } = draw;
  const { tenant, placeName } = setting;
  const agency = tenant.agencies.find(({ id }) => id === snapshot.agency);
  const head = letterheadOf(tenant, agency);
  const { text, ...faults } = fillLetter(letter, {
    ...{ facts: index.facts, values, placeName, productLabel, ticket: snapshot.ticket },
    ...{ agencyName: head.agencyName, governmentName: head.governmentName },
    ...(frozen?.number !== undefined && { number: frozen.number }),
    ...(frozen && { date: frozen.date }),
    ...(lines && { lines }),
  });
  const artwork: LetterArtwork = {
    ...head,
    ...{ productLabel, text, at, method },
    ...(frozen?.number !== undefined && { number: frozen.number }),
    place: agency?.letters?.place ?? placeOf(tenant),
    ...(frozen && { date: plainDateInWords(frozen.date) }),
    signature: signAs({ letter, ...signing }),
    ...(method === 'certificate' && agency?.letters?.bsre && { bsre: true }),
    ...(mark && { mark }),
  };
  return { artwork, ...faults };
}
