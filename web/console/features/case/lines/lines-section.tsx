// The lines of a batch: how many are decided, which are shown, deciding on each, and what left.
import type { BatchView } from '@layan/contract/staff/batch';
import type { CaseView } from '@layan/contract/staff/case';
import { Button, Group, NativeSelect, Skeleton, Text, TextInput, Title } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ProblemNotice } from '../../../shared/problem-notice.tsx';
import { Bulk } from './bulk.tsx';
import { ExportLines } from './export-lines.tsx';
import { LineRow } from './line-row.tsx';
import {
  asksFirst,
  countsOf,
  decisionOn,
  type LineDecision,
  linesShown,
  undecidedOf,
  wasRefused,
} from './line-rules.ts';
import './lines.css';
import { Told } from './told.tsx';
import { useBatch, useLines } from './use-batch.ts';
import { useDecisions } from './use-decisions.ts';
import { useLineKeys } from './use-line-keys.ts';

const PAGE = 50;
const none: readonly LineDecision[] = [];

function Lines({ batch, standard }: { batch: BatchView; standard: string }) {
  const deciding = batch.deciding.find(({ mayDecide }) => mayDecide) ?? batch.deciding[0];
  const { lines, unmask } = useLines(batch.caseId, batch.seq);
  const { pending, decide, ...kept } = useDecisions(batch, deciding);
  const [filter, setFilter] = useState('all');
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(0);
  const [asking, setAsking] = useState<{ caseId: string; decision: LineDecision }>();
  const decisions = deciding?.mayDecide ? deciding.decisions : none;
  const { rows: all = [], columns = batch.columns, clear = false } = lines.data ?? {};
  const step = deciding?.step;
  const counts = useMemo(() => countsOf(all, step, pending), [all, step, pending]);
  const shown = useMemo(
    () => linesShown(all, { filter, search }, step, pending),
    [all, filter, search, step, pending],
  );
  const choose = useCallback(
    (caseId: string, decision: LineDecision) => {
      if (asksFirst(decision)) setAsking({ caseId, decision });
      else decide([{ caseId, decision: decision.id }]);
    },
    [decide],
  );
  const isRead = lines.data !== undefined;
  const resumed = useRef(false);
  // The page was left while decisions were on their way: they go on, but over nobody else's.
  useEffect(() => {
    if (!isRead || resumed.current) return;
    resumed.current = true;
    const rest = undecidedOf(all, step, pending);
    if (rest.length > 0) decide(rest);
  }, [isRead, all, step, pending, decide]);
  const onKeyDown = useLineKeys({ decisions, choose });
  const last = Math.max(0, Math.ceil(shown.length / PAGE) - 1);
  const here = Math.min(page, last);
  const first = here * PAGE;
  const undecided = all.filter(
    (line) => line.out === undefined && decisionOn(line, step, pending) === undefined,
  );
  const open = undecided.filter((line) => !wasRefused(line, step));
  const apart = decisions.length === 0 ? 0 : undecided.length - open.length;
  const filters = [
    { value: 'all', label: `Semua (${all.length})` },
    ...(deciding === undefined ? [] : [{ value: 'open', label: `Belum diputuskan (${counts.open})` }]),
    ...(deciding?.decisions ?? [])
      .filter(({ drops }) => !drops)
      .map(({ id, label }) => ({ value: id, label: `${label} (${counts.by[id] ?? 0})` })),
    { value: 'out', label: `Keluar (${counts.out})` },
  ];
  return (
    <>
      {lines.data === undefined ? null : (
        <Text size="sm" role="status">
          {[
            `${counts.in} baris`,
            ...(deciding === undefined ? [] : [`${counts.open} belum diputuskan`]),
            ...(deciding?.decisions ?? [])
              .filter(({ id }) => (counts.by[id] ?? 0) > 0)
              .map(({ id, label }) => `${counts.by[id]} ${label.toLowerCase()}`),
            ...(counts.out > 0 ? [`${counts.out} keluar`] : []),
          ].join(' · ')}
          {kept.sending ? ' · menyimpan…' : ''}
        </Text>
      )}
      <ProblemNotice error={lines.error} retry={() => void lines.refetch()} />
      <ProblemNotice error={unmask.error} arrive />
      <ProblemNotice error={kept.error} />
      {kept.unsent ? (
        <div className="line-asking">
          <Text>{pending.size} keputusan belum tersimpan. Keputusan itu masih ada di halaman ini.</Text>
          <Group mt="xs">
            <Button onClick={kept.again}>Simpan lagi</Button>
            <Button variant="default" onClick={kept.forget}>
              Buang
            </Button>
          </Group>
        </div>
      ) : null}
      <div className="line-tools">
        <TextInput
          label="Cari baris"
          placeholder="Nama atau tiket"
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setPage(0);
          }}
        />
        <NativeSelect
          label="Tampilkan"
          data={filters}
          value={filter}
          onChange={(event) => {
            setFilter(event.currentTarget.value);
            setPage(0);
          }}
        />
      </div>
      <Group gap="xs" my="sm">
        <Bulk
          decisions={decisions}
          open={open.length}
          onAll={(decision) => decide(open.map(({ caseId }) => ({ caseId, decision: decision.id })))}
        />
        {batch.mayRead && !clear ? (
          <Button variant="default" loading={unmask.isPending} onClick={() => unmask.mutate()}>
            Tampilkan data lengkap (dicatat)
          </Button>
        ) : null}
        {batch.mayRead ? <ExportLines batch={batch} standard={standard} /> : null}
      </Group>
      {apart === 0 ? null : (
        <Text size="sm">
          {apart} baris sudah ditolak pada langkah sebelumnya. Putuskan satu per satu, atau keluarkan.
        </Text>
      )}
      {lines.isPending ? <Skeleton height={240} role="status" aria-label="Memuat baris" /> : null}
      {decisions.length === 0 ? null : (
        <Text size="xs" c="dark.6">
          Dalam tabel: <kbd>j</kbd> <kbd>k</kbd> pindah baris,{' '}
          {decisions.map(({ id, label }, at) => (
            <span key={id}>
              <kbd>{at + 1}</kbd> {label}
              {at < decisions.length - 1 ? ', ' : '.'}
            </span>
          ))}
        </Text>
      )}
      {lines.data === undefined ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
        <section className="lines-table" aria-label="Baris berkas bersama" tabIndex={0} onKeyDown={onKeyDown}>
          <table>
            <thead>
              <tr>
                <th scope="col">No.</th>
                <th scope="col">Tiket</th>
                {columns.map(({ fact, label }) => (
                  <th key={fact} scope="col">
                    {label}
                  </th>
                ))}
                <th scope="col">Keputusan</th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(first, first + PAGE).map((line) => (
                <LineRow
                  key={line.caseId}
                  line={line}
                  columns={columns}
                  decisions={decisions}
                  chosen={decisionOn(line, step, pending)}
                  unsent={kept.unsent && pending.has(line.caseId)}
                  asking={asking?.caseId === line.caseId ? asking.decision : undefined}
                  onAsk={(decision) => setAsking(decision && { caseId: line.caseId, decision })}
                  onDecide={(decided) => decide([decided])}
                />
              ))}
            </tbody>
          </table>
          {shown.length === 0 ? <Text p="md">Tidak ada baris yang cocok.</Text> : null}
        </section>
      )}
      {last === 0 ? null : (
        <Group mt="sm">
          <Button variant="default" disabled={here === 0} onClick={() => setPage(here - 1)}>
            Sebelumnya
          </Button>
          <Text size="sm">
            Baris {first + 1}–{Math.min(first + PAGE, shown.length)} dari {shown.length}
          </Text>
          <Button variant="default" disabled={here === last} onClick={() => setPage(here + 1)}>
            Berikutnya
          </Button>
        </Group>
      )}
    </>
  );
}

export function LinesSection({ view }: { view: CaseView }) {
  const batch = useBatch(view.id, view.lines !== undefined);
  if (view.lines === undefined) return null;
  return (
    <section className="panel lines" aria-labelledby="baris">
      <Title order={2} size="h5" id="baris" tabIndex={-1}>
        Baris berkas bersama
      </Title>
      <ProblemNotice error={batch.error} retry={() => void batch.refetch()} />
      {batch.data === undefined ? null : (
        <>
          <Told batch={batch.data} />
          <Lines
            batch={batch.data}
            standard={view.standard.id}
            key={batch.data.deciding.map(({ step }) => step).join('.')}
          />
        </>
      )}
    </section>
  );
}
