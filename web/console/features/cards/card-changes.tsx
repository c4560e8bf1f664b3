// What may be done to a card of the old register: chosen first, then done with a button that says it.
import { type CardView, changeImportedCard } from '@layan/contract/staff/register';
import { Button, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiProblem, useApi } from '../../shared/api.ts';
import { Disclosure } from '../../shared/disclosure.tsx';
import { useKeptTexts } from '../../shared/kept.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { useFocusAt } from '../../shared/use-focus-at.ts';

interface Props {
  readonly view: CardView;
  readonly revision: number;
  readonly onDone: (after: CardView, what: string) => void;
}

type Action = CardView['actions'][number];

/** What cannot be taken back looks like it. */
const isFinal = ({ change }: Action): boolean => change !== 'suspend' && change !== 'resume';

function Closed({ actions }: { actions: readonly Action[] }) {
  if (actions.length === 0) return null;
  return (
    <Disclosure summary="Mengapa tindakan lain tidak dapat dilakukan">
      <ul>
        {actions.map(({ id, label, reason }) => (
          <li key={id}>
            {label}: {reason}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

export function CardChanges({ view, revision, onDone }: Props) {
  const api = useApi();
  const queries = useQueryClient();
  const { texts, set, forget } = useKeptTexts(`card.${view.id}`);
  const [lack, setLack] = useState<{ at: string; sentence: string }>();
  const form = useRef<HTMLFormElement>(null);
  useFocusAt(form, lack?.at, lack);
  const possible = view.actions.filter(({ allowed }) => allowed);
  const chosen = possible.find(({ id }) => id === texts.action);
  const note = (texts.note ?? '').trim();
  const change = useMutation({
    mutationFn: (action: Action) =>
      api.call(changeImportedCard, {
        params: { cardId: view.id, action: action.id },
        body: { revision, ...(note === '' || action.note === 'none' ? {} : { note }) },
      }),
    onSuccess: (after, { label }) => {
      forget();
      onDone(after, `Tersimpan: ${label}.`);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.problem.code === 'card-changed')
        void queries.invalidateQueries({ queryKey: ['card', view.id] });
    },
  });
  const closed = view.actions.filter(({ allowed }) => !allowed);
  if (possible.length === 0) return <Closed actions={closed} />;
  const send = (): void => {
    const found =
      chosen === undefined
        ? { at: 'action', sentence: 'Pilih dahulu tindakannya.' }
        : chosen.note === 'required' && note === ''
          ? { at: 'note', sentence: 'Tulis dahulu alasannya.' }
          : undefined;
    setLack(found);
    if (found === undefined && chosen !== undefined) change.mutate(chosen);
  };
  return (
    <>
      <form
        ref={form}
        className="card-changes"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div data-at="action">
          <Radio.Group
            label="Tindakan atas kartu ini"
            value={chosen?.id ?? null}
            error={lack?.at === 'action' ? lack.sentence : undefined}
            onChange={(action) => {
              change.reset();
              setLack(undefined);
              set('action', action);
            }}
          >
            <Stack gap={0}>
              {possible.map(({ id, label }) => (
                <Radio key={id} value={id} label={label} />
              ))}
            </Stack>
          </Radio.Group>
        </div>
        {chosen === undefined || chosen.note === 'none' ? null : (
          <Textarea
            wrapperProps={{ 'data-at': 'note' }}
            label={chosen.note === 'required' ? 'Alasan' : 'Alasan (boleh dikosongkan)'}
            rows={3}
            maxLength={1000}
            value={texts.note ?? ''}
            error={lack?.at === 'note' ? lack.sentence : undefined}
            onChange={(event) => {
              setLack(undefined);
              set('note', event.currentTarget.value);
            }}
          />
        )}
        <ProblemNotice error={change.error} arrive />
        {chosen === undefined ? null : (
          <>
            {isFinal(chosen) ? (
              <Text size="sm">
                Tindakan ini tidak dapat dikembalikan. Periksa nomor kartu dahulu.
                {chosen.change === 'replace' ? ' Kartu penggantinya diterbitkan lewat permohonan baru.' : ''}
              </Text>
            ) : null}
            <Button
              type="submit"
              mt="xs"
              color={isFinal(chosen) ? '#a61e1e' : 'layan'}
              loading={change.isPending}
            >
              {chosen.label}
            </Button>
          </>
        )}
      </form>
      <Closed actions={closed} />
    </>
  );
}
