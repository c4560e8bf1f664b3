// Shows all answers to a form, in clear, to who works on an open step that needs them. One reading is logged, and first.
import { hidesFact, stepShowing } from '@layan/domain/access/case-access';
import type { PlainValue } from '@layan/domain/case/facts';
import type { CaseSnapshot } from '@layan/domain/case/snapshot';
import type { CaseId } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import type { ProcessIndex } from '@layan/domain/process/process-index';
import type { Form } from '@layan/domain/standard/facts';
import { reckonScore } from '@layan/domain/standard/reckon-score';
import { readableText } from '../form/fact-text.ts';
import type { Membership } from '../ports/staff.ts';
import type { Ports } from '../ports/surroundings.ts';
import { type CaseSeal, caseSeal } from '../sealing/case-seal.ts';
import { getSetting } from '../tenant/setting.ts';
import type { ScoreView } from './case-view.ts';
import type { CaseFailure } from './errors.ts';
import { loadForMember } from './load-for-member.ts';

export interface ReadFormInput {
  readonly member: Membership;
  readonly caseId: CaseId;
  readonly form: string;
}

export interface ShownForm {
  readonly form: string;
  readonly title: string;
  /** Pages with at least one answer. */
  readonly pages: readonly {
    readonly title: string;
    readonly answers: readonly { readonly fact: string; readonly label: string; readonly value: string }[];
  }[];
  readonly scores: readonly ScoreView[];
}

export type ReadFormError = CaseFailure<
  'member-deactivated' | 'role-missing' | 'case-not-found' | 'form-not-shown'
>;

type ReadFormPorts = Pick<Ports, 'standards' | 'cases' | 'vault' | 'unmaskings' | 'clock' | 'directory'>;

/** Every answer to the form that the case knows; undefined where it cannot be opened any more. */
const openAnswers = async (
  form: Form,
  { facts }: CaseSnapshot,
  seal: CaseSeal,
  isHidden: (fact: string) => boolean,
): Promise<ReadonlyMap<string, PlainValue | undefined>> => {
  const asked = new Set(form.pages.flatMap((page) => page.fields.map(({ fact }) => fact)));
  const opened = [...asked].flatMap((fact) => {
    const kept = facts[fact];
    return kept === undefined || isHidden(fact)
      ? []
      : [seal.openFact(fact, kept).then((value) => [fact, value] as const)];
  });
  return new Map(await Promise.all(opened));
};

const shownPages = (
  index: ProcessIndex,
  form: Form,
  answers: ReadonlyMap<string, PlainValue | undefined>,
  placeName: (code: string) => string,
): ShownForm['pages'] =>
  form.pages.flatMap(({ title, fields }) => {
    const told = fields.flatMap(({ fact: id }) => {
      const fact = index.facts.get(id);
      if (!fact || !answers.has(id)) return [];
      const value = answers.get(id);
      const text = value === undefined ? 'tidak terbaca' : readableText(fact, value, placeName);
      return [{ fact: id, label: fact.label, value: text }];
    });
    return told.length === 0 ? [] : [{ title, answers: told }];
  });

const scoresOf = (
  index: ProcessIndex,
  form: string,
  answers: ReadonlyMap<string, PlainValue | undefined>,
): readonly ScoreView[] =>
  (index.process.scores ?? [])
    .filter((score) => score.form === form)
    .map((score) => {
      const { advice, text, criteria } = reckonScore(score, index.facts, Object.fromEntries(answers));
      return { id: score.id, label: score.label, advice, text, criteria };
    });

export const makeReadForm =
  (ports: ReadFormPorts) =>
  async ({ member, caseId, form: id }: ReadFormInput): Promise<Result<ShownForm, ReadFormError>> => {
    const loaded = await loadForMember(ports, 'read-form', member, caseId);
    if (!loaded.ok) return loaded;
    const { file, index } = loaded.value;
    const { snapshot, key } = file.record;
    const form = index.process.forms.find((candidate) => candidate.id === id);
    const step = stepShowing(index, snapshot, id, member);
    if (!form || !step) return err({ code: 'form-not-shown' });
    await ports.unmaskings.append({
      caseId,
      fact: `form:${id}`,
      by: member.id,
      name: member.name,
      at: ports.clock.now(),
      act: 'read-form',
      reason: step.label,
    });
    const { placeName } = await getSetting(ports);
    const isHidden = (fact: string) => hidesFact(index, snapshot, fact, member);
    const answers = await openAnswers(form, snapshot, caseSeal(ports.vault, key, caseId), isHidden);
    return ok({
      form: id,
      title: form.title,
      pages: shownPages(index, form, answers, placeName),
      scores: scoresOf(index, id, answers),
    });
  };
