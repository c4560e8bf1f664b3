// Starting a batch: what its form asks, and one button that says what happens.
import { type Gathering, startBatch } from '@layan/contract/staff/batch';
import { Button, Group, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { ApiProblem, useApi } from '../../shared/api.ts';
import { AnswerField } from '../../shared/fields/answer-field.tsx';
import { useKeptTexts } from '../../shared/kept.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { focusAt } from '../../shared/use-focus-at.ts';

interface Props {
  readonly gathering: Gathering;
  readonly area: string | undefined;
  readonly cases: 'all' | readonly string[];
  /** Unknown while there is more than the page shows. */
  readonly count: number | undefined;
  readonly onCancel: () => void;
}

export function StartForm({ gathering, area, cases, count, onCancel }: Props) {
  const { standard, service, line, atMost } = gathering;
  // The place was chosen with the cases.
  const place = area === undefined ? undefined : gathering.fields.find(({ type }) => type === 'region');
  const fields = gathering.fields.filter((field) => field !== place);
  const api = useApi();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const { texts, set, forget } = useKeptTexts(`batch.${standard}`);
  // The same choice with the same answers is one batch, however often it is sent.
  const key = useRef({ content: '', value: '' });
  const start = useMutation({
    mutationFn: () => {
      const facts = Object.fromEntries([
        ...(place === undefined || area === undefined ? [] : [[place.fact, area] as const]),
        ...fields.flatMap(({ fact }) => (texts[fact] ? [[fact, texts[fact] ?? ''] as const] : [])),
      ]);
      const body = {
        ...(area === undefined ? {} : { area }),
        cases: cases === 'all' ? ('all' as const) : [...cases],
        facts,
      };
      const content = JSON.stringify(body);
      if (key.current.content !== content) key.current = { content, value: crypto.randomUUID() };
      return api.call(startBatch, { params: { standard }, body, idempotencyKey: key.current.value });
    },
    onSuccess: ({ caseId }) => {
      forget();
      void queries.invalidateQueries({ queryKey: ['batches'] });
      void queries.invalidateQueries({ queryKey: ['waiting-lines'] });
      void queries.invalidateQueries({ queryKey: ['inbox'] });
      go(`/berkas/${caseId}`);
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['waiting-lines', standard] }),
  });
  const told = start.error instanceof ApiProblem ? (start.error.problem.problems ?? []) : [];
  const lackOf = (fact: string, required: boolean): string | undefined =>
    (tried && required && (texts[fact] ?? '').trim() === '' ? 'Isi dahulu bagian ini.' : undefined) ??
    told.find(({ field }) => field === fact)?.detail;
  const tooMany = count !== undefined && count > atMost;
  return (
    <form
      ref={form}
      noValidate
      className="batch-start"
      aria-label={`Mulai ${service}`}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const empty = fields.find(({ fact, required }) => required && (texts[fact] ?? '').trim() === '');
        if (empty) focusAt(form.current, `fact.${empty.fact}`);
        else start.mutate();
      }}
    >
      <Title order={3} size="h5">
        Mulai {service}
      </Title>
      {fields.map((field) => (
        <AnswerField
          key={field.fact}
          field={field}
          value={texts[field.fact] ?? ''}
          problem={lackOf(field.fact, field.required)}
          onChange={(text) => set(field.fact, text)}
        />
      ))}
      {tooMany ? (
        <Text size="sm">
          {atMost} {line} yang menunggu paling lama ikut sekarang; sisanya menunggu berkas bersama berikutnya.
        </Text>
      ) : null}
      <ProblemNotice error={start.error} arrive />
      <Group mt="xs">
        <Button type="submit" loading={start.isPending}>
          {count === undefined ? `Kumpulkan semua ${line}` : `Kumpulkan ${Math.min(count, atMost)} ${line}`}
        </Button>
        <Button variant="default" onClick={onCancel}>
          Batal
        </Button>
      </Group>
    </form>
  );
}
