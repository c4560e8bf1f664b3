// A letter as it would be frozen now, for those who write, correct, initial or sign it. What is being typed comes along;
// what is missing is told, and drawn as a gap.
import { knowsApplicant, readsPersonalFacts } from '@layan/domain/access/case-access';
import { byWorker } from '@layan/domain/access/worker';
import { refuseWork } from '@layan/domain/case/authority';
import type { Signatory } from '@layan/domain/case/event';
import { newestOf } from '@layan/domain/case/evolve-products';
import { isSealed } from '@layan/domain/case/facts';
import { signsProduct } from '@layan/domain/case/may-sign';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { CaseId, InstantText } from '@layan/domain/kernel/ids';
import { epochMs } from '@layan/domain/kernel/instant';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { LetterFaults } from '@layan/domain/letter/fill-letter';
import { factsSaid } from '@layan/domain/letter/standing-parts';
import { parseForm } from '@layan/domain/person/form-input';
import { fieldsOf, type ProcessIndex } from '@layan/domain/process/process-index';
import type { Step } from '@layan/domain/standard/step';
import { loadForMember } from '../case/load-for-member.ts';
import type { LetterDrawing } from '../ports/printing.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { getSetting, type Setting } from '../tenant/setting.ts';
import type { PreviewLetterError } from './errors.ts';
import { letterArtwork, methodOf } from './letter-artwork.ts';
import { firstPresent, possibleSignatories, signingStepOf } from './signing-step.ts';

export interface PreviewLetterInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly product: string;
  /** Step whose form is being filled in, with its answers as typed. */
  readonly step?: string | undefined;
  readonly facts: Readonly<Record<string, string>>;
}

export interface LetterPreview {
  readonly pdf: Uint8Array;
  readonly missing: readonly { readonly fact: string; readonly label: string }[];
  readonly unprintable: LetterFaults['unprintable'];
}

export type PreviewLetterPorts = Pick<
  Ports,
  'cases' | 'standards' | 'vault' | 'staff' | 'unmaskings' | 'clock' | 'directory' | 'space'
> & { readonly printing: LetterDrawing };

const writes = (index: ProcessIndex, product: string, step: Step): boolean =>
  step.review !== undefined ||
  step.outcomes.some(
    (outcome) =>
      signsProduct(index, outcome) === product ||
      outcome.effects?.some((effect) => 'freeze' in effect && effect.freeze === product),
  ) ||
  [...index.steps.values()].some(({ review }) => review?.draft === step.id);

/** The open step for which the member works on the letter. */
const workOn = (
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  product: string,
  member: Membership,
): Step | undefined =>
  snapshot.tasks
    .flatMap(({ step }) => index.steps.get(step) ?? [])
    .find((step) => writes(index, product, step) && !refuseWork(index, snapshot, step, byWorker(member)));

/** Answers of the step's form as typed; what cannot be read yet is unknown. */
function readTyped(
  index: ProcessIndex,
  step: Step,
  { facts }: CaseSnapshot,
  raw: PreviewLetterInput['facts'],
  { input }: Setting,
) {
  const fields = fieldsOf(index, step.form).filter(({ fact }) => Object.hasOwn(raw, fact));
  const { values, absent } = parseForm(index.facts, fields, raw, facts, input);
  return { values, absent };
}

/** Who was chosen, or who would be if it were frozen now. */
function signatoryOf(
  index: ProcessIndex,
  snapshot: CaseSnapshot,
  product: string,
  members: readonly Membership[],
  today: string,
): Signatory | undefined {
  const record = newestOf(snapshot.products, product);
  if (record?.state === 'frozen' && record.signatory) return record.signatory;
  const step = signingStepOf(index, product);
  return step && firstPresent(possibleSignatories(index, snapshot, step, members), today)?.signatory;
}

/** A draft that is looked at while it is written is one reading. */
const ONE_READING = 15 * 60_000;

async function noteReading(
  { unmaskings }: Pick<Ports, 'unmaskings'>,
  entry: Parameters<Ports['unmaskings']['append']>[0],
): Promise<void> {
  const since = (at: InstantText) => epochMs(entry.at) - epochMs(at);
  const before = await unmaskings.list(entry.caseId);
  const isNoted = before.some(
    ({ by, fact, at }) => by === entry.by && fact === entry.fact && since(at) < ONE_READING,
  );
  if (!isNoted) await unmaskings.append(entry);
}

export const makePreviewLetter =
  (ports: PreviewLetterPorts) =>
  async (input: PreviewLetterInput): Promise<Result<LetterPreview, PreviewLetterError>> => {
    const { member, caseId, product: id, facts } = input;
    const loaded = await loadForMember(ports, 'preview-letter', member, caseId);
    if (!loaded.ok) return loaded;
    const { file, index } = loaded.value;
    const { snapshot } = file.record;
    const product = index.products.get(id);
    const letter = product?.letter;
    const step = workOn(index, snapshot, id, member);
    const isShown = readsPersonalFacts(index, snapshot, member) && knowsApplicant(index, snapshot, member);
    if (!product || !letter || !step || !isShown) return err({ code: 'letter-not-shown' });

    const at = ports.clock.now();
    const sealedSaid = factsSaid(letter, snapshot.facts).some((fact) => isSealed(snapshot.facts[fact]));
    if (sealedSaid || snapshot.lines)
      await noteReading(ports, {
        ...{ caseId, fact: `letter:${id}`, by: member.id, name: member.name, at },
        act: 'preview-letter',
        reason: step.label,
      });
    const [setting, members] = await Promise.all([getSetting(ports), ports.staff.list()]);
    const { tenant, input: context } = setting;
    const agency = tenant.agencies.find((candidate) => candidate.id === snapshot.agency);
    const built = await letterArtwork(
      ports,
      {
        ...{ index, record: file.record, events: file.events, product, letter, members },
        method: methodOf(agency, letter),
        signatory: signatoryOf(index, snapshot, id, members, context.today),
        facts: snapshot.facts,
        ...(input.step === step.id && { typed: readTyped(index, step, snapshot, facts, setting) }),
        mark: { kind: 'concept' },
      },
      setting,
    );
    const { missing, unprintable } = built;
    const practice = ports.space === 'practice' && { practice: true as const };
    const artwork = { ...built.artwork, ...practice };
    return ok({
      pdf: await ports.printing.drawLetter(artwork),
      missing: missing.map((fact) => ({ fact, label: index.facts.get(fact)?.label ?? fact })),
      unprintable,
    });
  };
