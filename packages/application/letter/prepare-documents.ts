// Draws the letters of a case that were frozen and wait for their signature: chooses who signs, fills the template with what
// was known then, keeps the PDF by its content and notes it. Repeated, late or after a crash it comes to the same; what was
// drawn for nothing lies where nobody is led to, and goes with the case.
import type { CaseEvent, Signatory } from '@layan/domain/case/event';
import type { CaseSnapshot, ProductRecord } from '@layan/domain/case/snapshot';
import { dateIn } from '@layan/domain/deadline/dates-in-words';
import type { CaseId } from '@layan/domain/kernel/ids';
import { indexOf, type ProcessIndex } from '@layan/domain/process/process-index';
import { registerOf, statusListName } from '@layan/domain/product/status-list';
import type { Letter } from '@layan/domain/standard/letter';
import type { Product } from '@layan/domain/standard/product';
import type { Standard } from '@layan/domain/standard/standard';
import { practiceOrigin } from '@layan/domain/tenant/portal-origin';
import { runCommand } from '../case/run-command.ts';
import type { CommandPorts } from '../case/run-decision.ts';
import type { CaseRecord } from '../ports/cases.ts';
import type { LetterFiles } from '../ports/letters.ts';
import type { LetterDrawing } from '../ports/printing.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting, type Setting } from '../tenant/setting.ts';
import { factsWhenFrozen } from './facts-when-frozen.ts';
import { letterArtwork, methodOf } from './letter-artwork.ts';
import { firstPresent, possibleSignatories, signingStepOf } from './signing-step.ts';

export type PreparePorts = CommandPorts &
  Pick<Ports, 'tenant' | 'space' | 'standards' | 'staff' | 'figures'> & {
    readonly signer: Ports['signer'];
    readonly letters: Pick<LetterFiles, 'keep'>;
    readonly drawLetter: LetterDrawing['drawLetter'];
    /** "https://kota-pekalongan.layan.id" */
    readonly origin: string;
  };

export interface Prepared {
  readonly prepared: number;
  /** Letters that nobody of the agency can sign. */
  readonly unsignable: number;
  /** Letters with values that cannot be printed, or not be opened any more. */
  readonly undrawable: number;
}

const waiting = ({ ended, restricted, products }: CaseSnapshot): readonly ProductRecord[] =>
  ended || restricted ? [] : products.filter(({ state, prepared }) => state === 'frozen' && !prepared);

/** What the code on the letter says; nothing that is practised with is ever signed. */
const codeOf = async (
  { tenant, space, signer, origin }: PreparePorts,
  { id, product, number, place, date = '' }: ProductRecord,
  label: string,
  { agency }: CaseSnapshot,
): Promise<{ readonly qr: string; readonly address: string }> => {
  const home = space === 'practice' ? practiceOrigin(origin, tenant) : origin;
  const link = `${home}/v/${id}`;
  const address = new URL(home).host;
  if (space === 'practice') return { qr: link, address };
  const list = place && {
    list: statusListName({ agency, product: registerOf(product, place), year: place.year }),
    idx: place.sequence,
  };
  const payload = {
    ...{ iss: tenant, jti: id, prd: label },
    ...(number !== undefined && { num: number }),
    dat: date,
    ...(list && { status: list }),
  };
  return { qr: `${link}#${await signer.sign('layan-letter', payload)}`, address };
};

interface Known {
  readonly standard: Standard;
  readonly index: ProcessIndex;
  readonly record: CaseRecord;
  readonly events: readonly CaseEvent[];
  readonly members: readonly Membership[];
  readonly setting: Setting;
}

/** Who was chosen before stays; outside the agency there is nobody to choose. */
const signatoryOf = (
  { index, record, members, setting }: Known,
  document: ProductRecord,
  { signatory }: Letter,
): Signatory | 'outside' | undefined => {
  if (signatory.outside) return 'outside';
  if (document.signatory) return document.signatory;
  const step = signingStepOf(index, document.product);
  const today = dateIn(setting.tenant.calendar.zone, setting.now);
  return step && firstPresent(possibleSignatories(index, record.snapshot, step, members), today)?.signatory;
};

const prepare = async (
  ports: PreparePorts,
  known: Known,
  document: ProductRecord,
  product: Product,
  letter: Letter,
): Promise<'prepared' | 'unsignable' | 'undrawable' | 'again'> => {
  const { standard, index, record, events, members, setting } = known;
  const chosen = signatoryOf(known, document, letter);
  if (!chosen) return 'unsignable';
  const signatory = chosen === 'outside' ? undefined : chosen;
  const agency = setting.tenant.agencies.find(({ id }) => id === record.snapshot.agency);
  const method = methodOf(agency, letter);
  const { artwork, missing, unprintable } = await letterArtwork(
    ports,
    {
      ...{ index, record, events, product, letter, members, method, signatory },
      facts: factsWhenFrozen(events, document.id),
      frozen: document,
    },
    setting,
  );
  if (missing.length + unprintable.length > 0) return 'undrawable';
  const check = await codeOf(ports, document, product.label, record.snapshot);
  const practice = ports.space === 'practice' && { practice: true as const };
  const bytes = await ports.drawLetter({ ...artwork, check, ...practice });
  const file = await ports.letters.keep({ caseId: record.snapshot.id, bytes });
  const ran = await runCommand(
    ports,
    standard,
    record,
    {
      type: 'prepareDocument',
      ...{ id: document.id, file, method, qr: check.qr },
      ...(artwork.bsre && { bsre: artwork.bsre }),
      ...(signatory && { signatory }),
    },
    { party: 'system' },
  );
  if (ran.ok) return 'prepared';
  if (ran.error.code === 'changed-meanwhile') return 'again';
  throw new Error(`document ${document.id} was not prepared: ${ran.error.code}`);
};

const ATTEMPTS = 12;

export const makePrepareDocuments =
  (ports: PreparePorts) =>
  async ({ caseId }: { readonly caseId: CaseId }): Promise<Prepared> => {
    const count = { prepared: 0, unsignable: 0, undrawable: 0 };
    const looked = new Set<string>();
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const record = await ports.cases.find(caseId);
      const document = record && waiting(record.snapshot).find(({ id }) => !looked.has(id));
      if (!record || !document) return count;
      const { standard } = await ports.standards.getPinned(record.snapshot.standard);
      const index = indexOf(standard.process);
      const product = index.products.get(document.product);
      if (!product?.letter) return count;
      const [events, members, setting] = await Promise.all([
        ports.figures.eventsAfter(caseId, 0),
        ports.staff.list(),
        getSetting(ports),
      ]);
      const known = { standard, index, record, events, members, setting };
      const done = await prepare(ports, known, document, product, product.letter);
      if (done === 'again') continue;
      looked.add(document.id);
      count[done] += 1;
    }
    throw new Error(`The letters of case ${caseId} were not prepared in ${ATTEMPTS} attempts.`);
  };
