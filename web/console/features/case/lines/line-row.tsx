// One line of a batch: who it is about, what was decided, and deciding on it. A note is asked for where it stands.
import type { BatchLine } from '@layan/contract/staff/batch';
import { Button, Group, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { Tag } from '../../../shared/tag.tsx';
import { asksFirst, type Decided, type LineDecision } from './line-rules.ts';

interface Props {
  readonly line: BatchLine;
  readonly columns: readonly { readonly fact: string; readonly label: string }[];
  /** What may be decided now; none when this member may not, or nothing waits. */
  readonly decisions: readonly LineDecision[];
  readonly chosen: string | undefined;
  readonly unsent: boolean;
  /** The decision that is being asked about, where the keyboard asked. */
  readonly asking: LineDecision | undefined;
  readonly onAsk: (decision: LineDecision | undefined) => void;
  readonly onDecide: (decided: Decided) => void;
}

const tones = { proceed: 'plain', return: 'warn', refuse: 'bad' } as const;

function Asking({
  decision,
  onSave,
  onCancel,
}: {
  decision: LineDecision;
  onSave: (note: string) => void;
  onCancel: () => void;
}) {
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const save = useRef<HTMLButtonElement>(null);
  const { note: need, label, drops } = decision;
  useEffect(() => {
    (need === 'none' ? save.current : field.current)?.focus();
  }, [need]);
  const lacks = need === 'required' && note.trim() === '';
  return (
    <form
      className="line-asking"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (lacks) field.current?.focus();
        else onSave(note.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      {need === 'none' ? null : (
        <Textarea
          ref={field}
          label={`Alasan: ${label}${need === 'optional' ? ' (boleh dikosongkan)' : ''}`}
          description="Dibaca calon penerima apa adanya."
          autosize
          minRows={2}
          maxLength={300}
          value={note}
          error={tried && lacks ? 'Tulis alasannya.' : undefined}
          onChange={(event) => setNote(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
              event.currentTarget.form?.requestSubmit();
          }}
        />
      )}
      {drops ? (
        <Text size="sm">Baris ini keluar dari berkas bersama, dan tidak dapat dimasukkan lagi.</Text>
      ) : null}
      <Group mt="xs">
        <Button ref={save} type="submit">
          Simpan: {label}
        </Button>
        <Button variant="default" onClick={onCancel}>
          Batal
        </Button>
      </Group>
    </form>
  );
}

function Said({ line }: { line: BatchLine }) {
  return (
    <>
      {line.out ? (
        <Text size="sm">
          Keluar: {line.out.why} ({line.out.when})
        </Text>
      ) : null}
      {line.decided.map(({ step, stepLabel, label, tone }) => (
        <Text size="sm" key={step}>
          {stepLabel}: <Tag tone={tones[tone]}>{label}</Tag>
        </Text>
      ))}
    </>
  );
}

export function LineRow({ line, columns, decisions, chosen, unsent, asking, onAsk, onDecide }: Props) {
  const { position, caseId, ticket, cells, out } = line;
  const who = columns.map(({ fact }) => cells[fact]).find((text) => text !== undefined) ?? ticket;
  const row = useRef<HTMLTableRowElement>(null);
  return (
    <tr ref={row} tabIndex={-1} data-line={caseId} data-out={out !== undefined}>
      <td className="line-number">{position}</td>
      <td data-label="Tiket">
        <Link href={`/berkas/${caseId}`} translate="no">
          {ticket}
        </Link>
      </td>
      {columns.map(({ fact, label }) => (
        <td key={fact} data-label={label} className="line-cell">
          {cells[fact] ?? '—'}
        </td>
      ))}
      <td className="line-deciding" data-label="Keputusan">
        {out !== undefined || decisions.length === 0 ? (
          <Said line={line} />
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset per row would be read as a form of its own
          <div role="group" aria-label={`Keputusan untuk baris ${position}, ${who}`}>
            {decisions.map((decision) => (
              <Button
                key={decision.id}
                variant={chosen === decision.id ? 'filled' : 'default'}
                aria-pressed={chosen === decision.id}
                px="sm"
                onClick={() =>
                  asksFirst(decision) ? onAsk(decision) : onDecide({ caseId, decision: decision.id })
                }
              >
                {decision.label}
              </Button>
            ))}
            {unsent ? <Tag tone="warn">belum tersimpan</Tag> : null}
            {chosen !== undefined &&
            decisions.find(({ id }) => id === chosen)?.note === 'optional' &&
            !asking ? (
              <Button
                variant="subtle"
                px="xs"
                aria-label={`Tambah alasan untuk baris ${position}`}
                onClick={() => onAsk(decisions.find(({ id }) => id === chosen))}
              >
                Tambah alasan
              </Button>
            ) : null}
          </div>
        )}
        {asking === undefined ? null : (
          <Asking
            key={asking.id}
            decision={asking}
            onCancel={() => {
              onAsk(undefined);
              row.current?.focus();
            }}
            onSave={(note) => {
              onDecide({ caseId, decision: asking.id, ...(note === '' ? {} : { note }) });
              onAsk(undefined);
              row.current?.focus();
            }}
          />
        )}
      </td>
    </tr>
  );
}
