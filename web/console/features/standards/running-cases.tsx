// Permohonan that still run on earlier versions: what the version in force would mean to each, and moving them.
import {
  listRunningCases,
  moveRunningCases,
  type RunningCaseView,
} from '@layan/contract/staff/standard-life';
import { Button, Checkbox, Group, Skeleton, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { type Done, DoneNotice } from '../../shared/done-notice.tsx';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Tag } from '../../shared/tag.tsx';
import { MoveReasons, noDecision, runningLacks } from './running-choice.tsx';

const POLL_MS = 10_000;

/** As many as are moved with one request. */
const PORTION = 25;

const portionsOf = (cases: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(cases.length / PORTION) }, (_, at) =>
    cases.slice(at * PORTION, (at + 1) * PORTION),
  );

const doneWords = ({ moved, stayed, more }: { moved: number; stayed: number; more: boolean }): string =>
  [
    `${moved} permohonan dipindahkan.`,
    stayed > 0 ? `${stayed} tetap pada versinya; sebabnya tertulis di bawah.` : '',
    more ? 'Sisanya dipindahkan bertahap.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');

interface RowProps {
  readonly one: RunningCaseView;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

function RunningCase({ one, chosen, onChoose }: RowProps) {
  const { ticket, version, received, waits, lacks, promises, needsReason } = one;
  return (
    <li>
      <Checkbox
        label={`${ticket}, versi ${version}, diterima ${received}`}
        checked={chosen}
        disabled={lacks.length > 0}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <Text size="sm">Menunggu: {waits.length === 0 ? 'tidak ada tugas' : waits.join(', ')}</Text>
      {lacks.length === 0 ? null : (
        <Text size="sm">
          <Tag tone="warn">Tetap pada versinya</Tag> Versi yang baru tidak mempunyai {lacks.join(', ')}.
        </Text>
      )}
      {promises.length === 0 && lacks.length === 0 ? (
        <Text size="sm">Tidak ada janji yang berubah.</Text>
      ) : null}
      {promises.map((words) => (
        <Text size="sm" key={words}>
          {words}
        </Text>
      ))}
      {needsReason ? <Tag tone="warn">Ada janji yang menjadi lebih lambat atau hilang</Tag> : null}
    </li>
  );
}

export function RunningCases({ standardId }: { standardId: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const key = ['standard', standardId, 'running'];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reasons, setReasons] = useState({ ...noDecision, decision: 'move' as const });
  const [tried, setTried] = useState(false);
  const [done, setDone] = useState<Done>();
  const running = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) =>
      api.call(listRunningCases, {
        params: { standardId },
        query: pageParam === '' ? {} : { after: pageParam },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.moving?.done === false ? POLL_MS : false),
  });
  const lacks = runningLacks(reasons);
  const move = useMutation({
    mutationFn: async (cases: readonly string[] | undefined) => {
      let sum = { moved: 0, stayed: 0, more: false };
      for (const portion of cases ? portionsOf(cases) : [undefined]) {
        const { moved, stayed, more } = await api.call(moveRunningCases, {
          params: { standardId },
          body: {
            reason: reasons.reason.trim(),
            ...(reasons.laterReason.trim() !== '' && { laterReason: reasons.laterReason.trim() }),
            ...(portion && { cases: [...portion] }),
          },
        });
        sum = { moved: sum.moved + moved, stayed: sum.stayed + stayed, more: sum.more || more };
      }
      return sum;
    },
    onSuccess: async (moved) => {
      setChosen(new Set());
      setDone({ what: doneWords(moved) });
      await queries.invalidateQueries({ queryKey: key });
    },
  });
  const send = (cases: readonly string[] | undefined) => {
    setTried(true);
    if (Object.keys(lacks).length === 0) move.mutate(cases);
  };
  if (running.error) return <ProblemNotice error={running.error} retry={() => void running.refetch()} />;
  const [first] = running.data?.pages ?? [];
  if (first === undefined) return <Skeleton height={80} mt="md" role="status" aria-label="Memuat" />;
  const { count, uncounted, version, moving } = first;
  const cases = running.data?.pages.flatMap((page) => page.cases) ?? [];
  return (
    <section className="panel" aria-labelledby="berjalan">
      <Title order={2} size="h5" id="berjalan">
        Permohonan yang masih memakai versi lama
      </Title>
      <DoneNotice done={done} />
      {moving === undefined ? null : (
        <Text size="sm" role="status">
          {moving.done ? 'Pemindahan selesai' : 'Pemindahan berjalan'} ke versi {moving.version}:{' '}
          {moving.moved} dipindahkan, {moving.stayed} tetap. Alasan: {moving.reason}
        </Text>
      )}
      {count === 0 ? (
        <Text size="sm">Tidak ada. Semua permohonan yang berjalan memakai versi {version}.</Text>
      ) : (
        <>
          <Text size="sm">
            {uncounted ? `Lebih dari ${count}` : count} permohonan berjalan pada versi lama. Pilih yang
            dipindahkan ke versi {version}, atau biarkan selesai dengan janji yang diberikan kepadanya.
          </Text>
          <ul className="findings">
            {cases.map((one) => (
              <RunningCase
                key={one.caseId}
                one={one}
                chosen={chosen.has(one.caseId)}
                onChoose={(yes) =>
                  setChosen(
                    new Set(yes ? [...chosen, one.caseId] : [...chosen].filter((id) => id !== one.caseId)),
                  )
                }
              />
            ))}
          </ul>
          {running.hasNextPage ? (
            <Group gap="xs">
              <Text size="sm">Ditampilkan {cases.length} yang pertama.</Text>
              <Button
                variant="default"
                loading={running.isFetchingNextPage}
                onClick={() => void running.fetchNextPage()}
              >
                Tampilkan berikutnya
              </Button>
            </Group>
          ) : null}
          <div className="step-form">
            <MoveReasons
              value={reasons}
              onChange={({ reason, laterReason }) => setReasons({ ...reasons, reason, laterReason })}
              problemOf={(field) => (tried ? lacks[field] : undefined)}
            />
            <ProblemNotice error={move.error} arrive />
            <Group gap="xs">
              <Button disabled={chosen.size === 0} loading={move.isPending} onClick={() => send([...chosen])}>
                Pindahkan {chosen.size === 0 ? 'yang dipilih' : `${chosen.size} yang dipilih`}
              </Button>
              <Button variant="default" disabled={move.isPending} onClick={() => send(undefined)}>
                Pindahkan semua yang dapat
              </Button>
            </Group>
          </div>
        </>
      )}
    </section>
  );
}
