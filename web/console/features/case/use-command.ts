// Sends a step or an interruption once: the same key goes with every retry of the same content.
import type { ActionView, CaseView } from '@layan/contract/staff/case';
import type { FieldView } from '@layan/contract/staff/common';
import { staffApi } from '@layan/contract/staff-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type Api, useApi } from '../../shared/api.ts';
import { isOvertaken } from '../../shared/is-overtaken.ts';
import { missingOf } from './form-rules.ts';
import type { SignatureSent } from './letter/signing-rules.ts';
import type { Outcome, Texts } from './outcome.ts';
import type { Overtaken } from './overtaken.tsx';

interface Attached {
  readonly requirement: string;
  readonly document: string;
}

interface Command {
  readonly outcome: Outcome;
  readonly facts: Record<string, string>;
  readonly note?: string;
  readonly missing?: { requirements: string[]; facts: string[] };
  readonly brought: Brought;
  readonly way: Way;
}

/** What goes with a step besides its answers. */
interface Brought {
  readonly attachments?: readonly Attached[];
  /** With the outcome that signs a letter. */
  readonly signature?: SignatureSent;
}

/** In which capacity a step is done, and when it happened outside. */
interface Way {
  readonly as?: string;
  readonly happened?: { date: string; time: string };
}

const wayOf = ({ as, 'happened.date': date = '', 'happened.time': time = '' }: Texts): Way => ({
  ...(as === undefined || as === '' ? {} : { as }),
  ...(date === '' && time === '' ? {} : { happened: { date, time } }),
});

/** What was typed into the fields that are asked, and nothing that is empty. */
export const typedFacts = (fields: readonly FieldView[], texts: Texts): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ fact }) => {
      const text = texts[`fact.${fact}`] ?? '';
      return text === '' ? [] : [[fact, text]];
    }),
  );

export interface CommandEnds {
  readonly done: (what: string) => void;
  /** The step may be gone with its form: the case is shown as it is now, and above it what happened. */
  readonly overtaken: (news: Overtaken) => void;
}

/** The same key for the same content, a new one for any other. */
export function useRetryKey(): (content: string) => string {
  const key = useRef<{ content: string; value: string }>(undefined);
  return (content) => {
    if (key.current?.content !== content) key.current = { content, value: crypto.randomUUID() };
    return key.current.value;
  };
}

/** What is done to a case besides its steps: each takes a note and nothing else. */
function callOther(
  api: Api,
  { kind, id }: Pick<ActionView, 'kind' | 'id'>,
  caseId: string,
  rest: { readonly body: { expectedSeq: number; note?: string }; readonly idempotencyKey: string },
): Promise<CaseView> {
  switch (kind) {
    case 'suspension':
      return api.call(staffApi.suspendCase, { params: { caseId, suspension: id }, ...rest });
    case 'resume':
      return api.call(staffApi.resumeCase, { params: { caseId }, ...rest });
    case 'extension':
      return api.call(staffApi.extendPromise, { params: { caseId, promise: id }, ...rest });
    default:
      return api.call(staffApi.interruptCase, { params: { caseId, interruption: id }, ...rest });
  }
}

export function useCommand(view: CaseView, action: ActionView, on: CommandEnds) {
  const api = useApi();
  const queries = useQueryClient();
  const keyFor = useRetryKey();

  const mutation = useMutation({
    mutationFn: ({ outcome, facts, note, missing, brought, way }: Command) => {
      const { attachments = [], signature = {} } = brought;
      const idempotencyKey = keyFor(
        JSON.stringify([view.seq, action.id, outcome.id, facts, note, missing, brought, way]),
      );
      const noted = note === undefined ? {} : { note };
      return action.kind === 'step'
        ? api.call(staffApi.completeStep, {
            params: { caseId: view.id, step: action.id },
            body: {
              expectedSeq: view.seq,
              outcome: outcome.id,
              facts,
              ...noted,
              ...way,
              ...(missing === undefined ? {} : { missing }),
              ...(attachments.length === 0 ? {} : { attachments: [...attachments] }),
              ...(Object.keys(signature).length === 0 ? {} : { signature }),
            },
            idempotencyKey,
          })
        : callOther(api, action, view.id, { body: { expectedSeq: view.seq, ...noted }, idempotencyKey });
    },
    onSuccess: (after, { outcome }) => {
      queries.setQueryData(['case', view.id], after);
      void queries.invalidateQueries({ queryKey: ['inbox'] });
      on.done(`Tersimpan: ${outcome.label}.`);
    },
    onError: (error, { note }) => {
      if (!isOvertaken(error)) return;
      on.overtaken({ error, note });
      void queries.invalidateQueries({ queryKey: ['case', view.id] });
      void queries.invalidateQueries({ queryKey: ['inbox'] });
    },
  });

  return {
    error: isOvertaken(mutation.error) ? null : mutation.error,
    sending: mutation.isPending,
    reset: mutation.reset,
    send(outcome: Outcome, fields: readonly FieldView[], texts: Texts, brought: Brought = {}): void {
      const note = (texts.note ?? '').trim();
      mutation.mutate({
        outcome,
        facts: typedFacts(fields, texts),
        ...(outcome.note === 'none' || note === '' ? {} : { note }),
        ...(outcome.missing ? { missing: missingOf(texts) } : {}),
        brought,
        way: action.kind === 'step' ? wayOf(texts) : {},
      });
    },
  };
}
