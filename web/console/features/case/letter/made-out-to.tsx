// Who a letter is made out to, and making it out to somebody else: its number stays, its paper is drawn anew.
import type { CaseView } from '@layan/contract/staff/case';
import type { LetterView } from '@layan/contract/staff/letter-view';
import { chooseSignatory, listSignatories } from '@layan/contract/staff/letters';
import { Button, Skeleton, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../../shared/api.ts';
import { Disclosure } from '../../../shared/disclosure.tsx';
import { useMe } from '../../../shared/me.ts';
import { ProblemNotice } from '../../../shared/problem-notice.tsx';
import { useRetryKey } from '../use-command.ts';

interface Props {
  readonly view: CaseView;
  readonly letter: LetterView;
}

function useMakeOut(view: CaseView, letter: LetterView) {
  const api = useApi();
  const queries = useQueryClient();
  const keyFor = useRetryKey();
  return useMutation({
    mutationFn: (to: string) =>
      api.call(chooseSignatory, {
        params: { caseId: view.id, letterId: letter.id ?? '' },
        body: { expectedSeq: view.seq, to },
        idempotencyKey: keyFor(JSON.stringify([view.seq, letter.id, to])),
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['case', view.id] }),
  });
}

function Others({ view, letter, onChoose }: Props & { readonly onChoose: (to: string) => void }) {
  const api = useApi();
  const list = useQuery({
    queryKey: ['signatories', view.id, letter.id, view.seq],
    queryFn: () => api.call(listSignatories, { params: { caseId: view.id, letterId: letter.id ?? '' } }),
  });
  if (list.isPending) return <Skeleton height={88} role="status" aria-label="Memuat daftar pejabat" />;
  return (
    <>
      <ProblemNotice error={list.error} retry={() => void list.refetch()} />
      <ul className="plain-list signatories">
        {(list.data?.signatories ?? []).map(({ id, name, as, away, chosen }) => (
          <li key={id}>
            <span>
              <strong>{name}</strong>, {as}
              {away === undefined ? '' : ` (tidak di tempat sampai ${away})`}
            </span>
            {chosen ? (
              <Text span size="sm" c="dark.6">
                dipilih sekarang
              </Text>
            ) : (
              <Button variant="default" onClick={() => onChoose(id)}>
                Siapkan atas nama {name}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

export function MadeOutTo({ view, letter }: Props) {
  const me = useMe();
  const make = useMakeOut(view, letter);
  const { signatory, outside } = letter;
  if (outside === true) {
    return <Text size="sm">Surat ini ditandatangani pejabat di luar dinas.</Text>;
  }
  if (signatory === undefined) return null;
  return (
    <div className="made-out">
      <Text size="sm">
        Dibuat atas nama <strong>{signatory.name}</strong>, {signatory.as}.
      </Text>
      {signatory.me ? null : (
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate(me.id)}>
          Siapkan atas nama saya
        </Button>
      )}
      <Disclosure summary="Pilih penanda tangan lain">
        <Others view={view} letter={letter} onChoose={(to) => make.mutate(to)} />
      </Disclosure>
      <ProblemNotice error={make.error} arrive />
    </div>
  );
}
