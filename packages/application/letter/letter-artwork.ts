// A letter of a case as it is drawn: the values it says are opened, its template is filled, and it is made out to who signs.
import type { CaseEvent, Signatory, SigningMethod } from '@layan/domain/case/event';
import type { FactValues } from '@layan/domain/case/facts';
import type { ProductRecord } from '@layan/domain/case/snapshot';
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import type { Signer } from '@layan/domain/letter/sign-as';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Letter } from '@layan/domain/standard/letter';
import type { Product } from '@layan/domain/standard/product';
import type { Agency } from '@layan/domain/tenant/tenant';
import type { CaseRecord } from '../ports/cases.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { caseSeal } from '../sealing/case-seal.ts';
import type { Setting } from '../tenant/setting.ts';
import { type BuiltLetter, buildLetter } from './build-letter.ts';
import { openLetterLines } from './letter-lines.ts';
import { type LetterValues, openLetterValues } from './letter-values.ts';
import { possibleSignatories, signingStepOf } from './signing-step.ts';

export interface LetterInCase {
  readonly index: ProcessIndex;
  readonly record: CaseRecord;
  /** The whole history: decisions on lines stand on documents of a batch. */
  readonly events: readonly CaseEvent[];
  readonly product: Product;
  readonly letter: Letter;
  /** Of the tenant. */
  readonly members: readonly Membership[];
  readonly method: SigningMethod;
  /** Absent while nobody can sign, and for somebody outside the agency. */
  readonly signatory?: Signatory | undefined;
  /** What the case knew when it was frozen. */
  readonly facts: FactValues;
  /** Answers that are being typed; they stand before what the case knows. `absent` ones are left empty. */
  readonly typed?: { readonly values: LetterValues; readonly absent: readonly string[] };
  /** Absent before it is frozen. */
  readonly frozen?: ProductRecord;
  readonly mark?: LetterArtwork['mark'];
}

type LetterPorts = Pick<Ports, 'cases' | 'standards' | 'vault'>;

/** By hand, unless the agency has said otherwise; what is signed outside is signed as they do there. */
export const methodOf = (
  agency: Agency | undefined,
  { signatory }: Pick<Letter, 'signatory'>,
): SigningMethod => (signatory.outside ? 'ink' : (agency?.letters?.signing ?? 'ink'));

const signerOf = (members: readonly Membership[], { id, name, as }: Signatory): Signer => {
  const official = members.find((member) => member.id === id)?.official;
  return { name, ...(official && { official }), ...(as && { as }) };
};

/** In whose place others sign: the position of who holds the role, or the name of the role. */
const roleOffice = ({ index, record, product, members }: LetterInCase): string => {
  const step = signingStepOf(index, product.id);
  if (!step) return '';
  const head = possibleSignatories(index, record.snapshot, step, members).find(
    ({ member, signatory }) => member.official && !signatory.as,
  );
  return head?.member.official?.position ?? index.roles.get(step.role ?? '')?.label ?? '';
};

/** With what is missing and what cannot be printed: a letter that has either is a draft, and never signed. */
export async function letterArtwork(
  ports: LetterPorts,
  given: LetterInCase,
  setting: Setting,
): Promise<BuiltLetter> {
  const { index, record, events, product, letter, members, method, signatory, facts, typed, frozen } = given;
  const { snapshot, key } = record;
  const { placeName } = setting;
  const seal = caseSeal(ports.vault, key, snapshot.id);
  const [known, lines] = await Promise.all([
    openLetterValues(letter, { ...facts, ...typed?.values }, facts, seal),
    openLetterLines(ports, { file: { record, events }, index, placeName }),
  ]);
  const left = Object.entries(known).filter(([id]) => !typed?.absent.includes(id));
  return buildLetter({
    ...{ index, snapshot, letter, method, setting, productLabel: product.label },
    values: { ...Object.fromEntries(left), ...typed?.values },
    at: frozen?.issuedAt ?? setting.now,
    signing: {
      ...(signatory && { signer: signerOf(members, signatory) }),
      roleOffice: roleOffice(given),
    },
    ...(frozen?.date !== undefined && {
      frozen: { date: frozen.date, ...(frozen.number !== undefined && { number: frozen.number }) },
    }),
    ...(given.mark && { mark: given.mark }),
    ...(lines && { lines }),
  });
}
