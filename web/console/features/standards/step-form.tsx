// The frame of a step in the life of a version: what it asks for, what is missing, and the button that does it.
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { Button, Text } from '@mantine/core';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

export interface StepProps {
  readonly view: StandardVersionView;
  readonly onDone: (after: StandardVersionView, what: string) => void;
}

/** Fields that lack something, with what to do about it. */
export type Lacks = Readonly<Record<string, string>>;

type Send = UseMutationResult<StandardVersionView, Error, void>;

export interface Asked {
  readonly send: Send;
  /** What is wrong with a field: known here once sending was tried, or told by the service. */
  readonly problemOf: (field: string) => string | undefined;
  readonly trySending: () => void;
  /** Told at no field. */
  readonly elsewhere: Error | null;
}

/** Sends when nothing lacks; otherwise says at each field what does. */
export function useAsked(
  lacks: Lacks,
  sending: () => Promise<StandardVersionView>,
  onSent: (after: StandardVersionView) => void,
): Asked {
  const [tried, setTried] = useState(false);
  const send = useMutation({ mutationFn: sending, onSuccess: onSent });
  const told = send.error instanceof ApiProblem ? (send.error.problem.problems ?? []) : [];
  const atFields = told.some(({ field }) => field in lacks || fieldNames.has(field));
  return {
    send,
    problemOf: (field) =>
      (tried ? lacks[field] : undefined) ?? told.find((problem) => problem.field === field)?.detail,
    trySending: () => {
      setTried(true);
      if (Object.keys(lacks).length === 0) send.mutate();
    },
    elsewhere: atFields ? null : send.error,
  };
}

const fieldNames: ReadonlySet<string> = new Set([
  'from',
  'until',
  'publishOn',
  'enactedOn',
  'withoutConsultation',
]);

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly asked: Asked;
  readonly danger?: boolean;
  readonly children?: ReactNode;
}

export function StepForm({ label, hint, asked, danger = false, children }: Props) {
  return (
    <form
      noValidate
      className="step-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        asked.trySending();
      }}
    >
      <Text size="sm" maw="65ch">
        {hint}
      </Text>
      {children}
      <ProblemNotice error={asked.elsewhere} arrive />
      <Button type="submit" loading={asked.send.isPending} {...(danger ? { color: 'red.8' } : {})}>
        {label}
      </Button>
    </form>
  );
}
