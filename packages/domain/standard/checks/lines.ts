// Cases that are gathered: the steps at which they wait for a batch, and what they hear of it.
import { type Finding, finding } from '../finding.ts';
import { citedBy, outcomePlace, stepPlace } from '../lookup.ts';
import type { Standard } from '../standard.ts';
import type { Step } from '../step.ts';
import type { TenantFacts } from '../tenant-facts.ts';
import { type Happening, hears, linesOf } from './followed.ts';

const shape = (standard: Standard, { kind, batch, role, outcomes, ...step }: Step): string | undefined => {
  if (kind !== 'line') {
    const named = batch !== undefined || outcomes.some(({ from }) => from);
    return named ? 'menyebut berkas bersama, padahal tidak menunggunya' : undefined;
  }
  if (batch === undefined) return 'tidak menyebut berkas bersama mana yang ditunggu';
  if (String(batch) === String(standard.id)) return 'menunggu berkas bersama dari layanan ini sendiri';
  if (role === undefined) return 'tidak menyebut peran yang menghimpun';
  if (outcomes.some(({ from }) => !from)) return 'punya hasil yang tidak disebabkan apa pun ("from")';
  const { form, checks, evidence, review, delegates, enteredBy, subcase, lines, notBy } = step;
  const works = [form, checks, evidence, review, delegates, enteredBy, subcase, lines, notBy];
  return works.some((own) => own !== undefined) || outcomes.some(({ asks, missing }) => asks || missing)
    ? 'meminta pekerjaan orang, padahal berkas bersama yang menentukan'
    : undefined;
};

const happensIn = ({ process }: Standard, happening: Happening): boolean => {
  if ('ending' in happening) return process.endings.some(({ id }) => id === happening.ending);
  const step = process.steps.find(({ id }) => id === happening.step);
  return 'outcome' in happening
    ? (step?.outcomes.some(({ id }) => id === happening.outcome) ?? false)
    : (step?.lines?.decisions.some(({ id }) => id === happening.decision) ?? false);
};

const named = (happening: Happening): string => {
  if ('ending' in happening) return `akhir "${happening.ending}"`;
  return 'outcome' in happening
    ? `hasil "${happening.step}: ${happening.outcome}"`
    : `keputusan "${happening.step}: ${happening.decision}"`;
};

const unknown = (step: Step, batch: Standard): readonly Finding[] =>
  step.outcomes.flatMap(({ id, label, from = [], basis }) =>
    from
      .filter((happening) => !happensIn(batch, happening))
      .map((happening) =>
        finding(
          'line-from-unknown',
          outcomePlace(step.id, id),
          `"${label}" menunggu ${named(happening)}, yang tidak ada pada berkas bersama "${batch.id}".`,
          citedBy(basis),
        ),
      ),
  );

/** Where it is gathered it can be gathered again; where it waits later on, nobody would come for it any more. */
const leftBehind = (step: Step, batch: Standard): readonly Finding[] =>
  batch.process.lines?.step === step.id
    ? []
    : batch.process.endings
        .filter(({ id }) => !hears(step, { ending: id }))
        .map(({ label }) =>
          finding(
            'batch-unfollowed',
            stepPlace(step.id),
            `Bila berkas bersama berakhir dengan "${label}", berkas yang masih menunggu di "${step.label}" tertinggal.`,
            citedBy(step.basis),
          ),
        );

const withBatch = (standard: Standard, step: Step, services: TenantFacts['services']): readonly Finding[] => {
  if (step.batch === undefined || !services) return [];
  const place = stepPlace(step.id);
  const cites = citedBy(step.basis);
  const name = `berkas bersama "${step.batch}"`;
  const service = services.find(({ id }) => id === String(step.batch));
  if (!service) {
    const message = `"${step.label}" menunggu ${name}, yang belum terbit.`;
    return [finding('batch-service-missing', place, message, cites)];
  }
  const { kind, agency, standard: batch } = service;
  const unfit = (says: string) => [
    finding('batch-service-unfit', place, `"${step.label}" menunggu ${name}, ${says}.`, cites),
  ];
  if (agency !== undefined && agency !== String(standard.agency)) return unfit('yang milik dinas lain');
  if (kind !== 'batch') return unfit('yang bukan berkas bersama');
  if (!batch) return [];
  const { lines } = batch.process;
  if (String(lines?.of) !== String(standard.id)) return unfit('yang tidak menghimpun layanan ini');
  if (!linesOf(standard, String(batch.id)).some(({ id }) => id === lines?.step))
    return unfit(`yang menghimpun di langkah lain ("${lines?.step}")`);
  return [...unknown(step, batch), ...leftBehind(step, batch)];
};

export const checkLines = (standard: Standard, tenant: TenantFacts | undefined): readonly Finding[] =>
  standard.process.steps.flatMap((step) => {
    const wrong = shape(standard, step);
    if (wrong === undefined) return withBatch(standard, step, tenant?.services);
    const message = `Langkah "${step.label}" ${wrong}.`;
    return [finding('line-malformed', stepPlace(step.id), message, citedBy(step.basis))];
  });
