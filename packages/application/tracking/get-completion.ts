// The form of a returned file: exactly what was asked, with what is known so far.
import type { InstantText } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { isMaskable, maskIdentifier } from '@layan/domain/person/masking';
import type { Field } from '@layan/domain/standard/facts';
import type { Step } from '@layan/domain/standard/step';
import type { RequirementView } from '../filing/filing-view.ts';
import { requirementView } from '../filing/requirement-view.ts';
import { fieldView } from '../form/build-field-view.ts';
import { typedText } from '../form/fact-text.ts';
import type { FieldView } from '../form/field-view.ts';
import { askedOfApplicant, sentSince } from './asked-of-applicant.ts';
import type { TrackingFailure } from './errors.ts';
import { type OwnCase, type OwnCasePorts, readOwnCase } from './read-own-case.ts';

/** One way to answer; of several the answers decide, or the applicant. */
export interface CompletionOutcome {
  readonly id: string;
  readonly label: string;
  readonly note: 'none' | 'optional' | 'required';
}

export interface Completion {
  readonly service: string;
  readonly ticket: string;
  /** Which request this answers; sent back with complete-file. */
  readonly asked: InstantText;
  readonly note?: string;
  /** What it is called, where nothing is missing: a reply. */
  readonly reply?: string;
  /** Those the applicant chooses between; none where there is one way, or the answers decide. */
  readonly outcomes: readonly CompletionOutcome[];
  /** Whether a sentence goes with it. */
  readonly remark: 'none' | 'optional' | 'required';
  /** What the agency answered can be read. */
  readonly answered: boolean;
  /** Which of several things is sent, for requirements that take any of them. */
  readonly choices: readonly {
    readonly requirement: string;
    readonly label: string;
    readonly options: readonly { readonly id: string; readonly label: string }[];
  }[];
  readonly fields: readonly FieldView[];
  /** Only scans sent since the file was returned. */
  readonly requirements: readonly RequirementView[];
}

/** Outcomes that no answer decides are the applicant's to choose. */
export const choicesOf = ({ outcomes }: Step): readonly CompletionOutcome[] =>
  outcomes.length > 1 && outcomes.some(({ when }) => when === undefined)
    ? outcomes.map(({ id, label, note }) => ({ id, label, note }))
    : [];

/** What any of its outcomes takes. */
const remarkOf = ({ outcomes }: Step): Completion['remark'] => {
  const notes = outcomes.map(({ note }) => note);
  if (notes.every((note) => note === 'none')) return 'none';
  return notes.every((note) => note === 'required') ? 'required' : 'optional';
};

const askedField = async (
  { file, index, seal, setting }: OwnCase,
  field: Field,
): Promise<readonly FieldView[]> => {
  const fact = index.facts.get(field.fact);
  const kept = file.record.snapshot.facts[field.fact];
  const value = kept === undefined ? undefined : await seal.openFact(field.fact, kept);
  if (!fact) return [];
  // Whoever finds the slip with ticket and secret does not learn the numbers of the card.
  const secret = isMaskable(fact.type);
  const entered = value === undefined || secret ? '' : typedText(fact, value);
  if (secret && value !== undefined) {
    return [
      {
        ...fieldView(fact, field, { entered, value, problems: [] }, setting.placeName),
        text: maskIdentifier(String(value)),
      },
    ];
  }
  return [fieldView(fact, field, { entered, value, problems: [] }, setting.placeName)];
};

export const makeGetCompletion =
  (ports: OwnCasePorts) =>
  async (input: {
    readonly session: string;
  }): Promise<Result<Completion, TrackingFailure<'session-ended' | 'nothing-asked'>>> => {
    const own = await readOwnCase(ports, input.session);
    if (!own) return err({ code: 'session-ended' });
    const { snapshot } = own.file.record;
    const asked = askedOfApplicant(own.index, snapshot);
    if (!asked) return err({ code: 'nothing-asked' });
    const sent = sentSince(asked, own.file.documents, snapshot);
    const note = snapshot.returned?.note && (await own.seal.openText('note', snapshot.returned.note));
    return ok({
      service: own.standard.shortTitle,
      ticket: snapshot.ticket,
      asked: asked.at,
      ...(note !== undefined && { note }),
      ...(!asked.isReturned && { reply: asked.step.label }),
      outcomes: choicesOf(asked.step),
      remark: remarkOf(asked.step),
      choices: asked.requirements.flatMap(({ id, label, oneOf }) =>
        oneOf ? [{ requirement: id, label, options: oneOf }] : [],
      ),
      answered: (asked.step.shows ?? []).length > 0,
      fields: (await Promise.all(asked.fields.map((field) => askedField(own, field)))).flat(),
      requirements: asked.requirements.map((requirement) => ({
        ...requirementView(requirement, sent),
        required: true,
      })),
    });
  };
