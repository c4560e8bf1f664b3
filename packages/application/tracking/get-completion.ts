// The form of a returned file: exactly what was asked, with what is known so far.
import type { InstantText } from '@layan/domain/kernel/ids';
import { err, ok, type Result } from '@layan/domain/kernel/result';
import { isMaskable, maskIdentifier } from '@layan/domain/person/masking';
import type { Field } from '@layan/domain/standard/facts';
import type { RequirementView } from '../filing/filing-view.ts';
import { requirementView } from '../filing/requirement-view.ts';
import { fieldView } from '../form/build-field-view.ts';
import { typedText } from '../form/fact-text.ts';
import type { FieldView } from '../form/field-view.ts';
import { askedOfApplicant, sentSince } from './asked-of-applicant.ts';
import type { TrackingFailure } from './errors.ts';
import { type OwnCase, type OwnCasePorts, readOwnCase } from './read-own-case.ts';

export interface Completion {
  readonly service: string;
  readonly ticket: string;
  /** Which request this answers; sent back with complete-file. */
  readonly asked: InstantText;
  readonly note?: string;
  readonly fields: readonly FieldView[];
  /** Only scans sent since the file was returned. */
  readonly requirements: readonly RequirementView[];
}

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
      fields: (await Promise.all(asked.fields.map((field) => askedField(own, field)))).flat(),
      requirements: asked.requirements.map((requirement) => ({
        ...requirementView(requirement, sent),
        required: true,
      })),
    });
  };
