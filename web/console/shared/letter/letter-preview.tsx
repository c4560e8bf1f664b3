// A letter as it would be frozen now, following what is typed. On a narrow screen it is drawn when somebody asks for it.
import { previewLetter } from '@layan/contract/print-api';
import type { LetterView } from '@layan/contract/staff/letter-view';
import { Button, Skeleton, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconExternalLink, IconRefresh } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '../api.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { MissingValues } from './missing-values.tsx';
import './letter.css';

/** Long enough for a word, short enough to be seen while it is still in mind. */
const PAUSE = 900;

export interface DraftTexts {
  readonly caseId: string;
  readonly seq: number;
  readonly step: string;
  readonly facts: Readonly<Record<string, string>>;
}

interface Props {
  readonly letter: LetterView;
  readonly typed: DraftTexts;
  readonly follows: boolean;
  readonly asked: ReadonlySet<string>;
  readonly onGo: (fact: string) => void;
}

const toPdf = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type: 'application/pdf' });

/** An address in this browser for what was drawn, given back when it is drawn anew. */
function useAddress(pdf: string | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (pdf === undefined) return;
    const made = URL.createObjectURL(toPdf(pdf));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [pdf]);
  return address;
}

export function LetterPreview({ letter, typed, follows, asked, onGo }: Props) {
  const api = useApi();
  const now = JSON.stringify(typed);
  const [settled] = useDebouncedValue(now, PAUSE);
  const [wanted, setWanted] = useState<string>();
  const content = follows ? settled : wanted;
  const drawn = useQuery({
    queryKey: ['preview', letter.product, content],
    queryFn: () =>
      api.call(previewLetter, {
        params: { caseId: typed.caseId, product: letter.product },
        body: { step: typed.step, facts: typed.facts },
      }),
    enabled: content === now,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const address = useAddress(drawn.data?.pdf);
  const isBehind = content !== undefined && content !== now;
  return (
    <div className="letter-paper">
      <MissingValues
        missing={drawn.data?.missing ?? (letter.missing ?? []).filter(({ fact }) => !(fact in typed.facts))}
        asked={asked}
        onGo={onGo}
      />
      {(drawn.data?.unprintable ?? []).map(({ label, characters }) => (
        <Text key={label} size="sm" role="status">
          {label} memuat huruf yang tidak dapat dicetak: {characters.join(' ')}. Tulis dengan cara lain.
        </Text>
      ))}
      <div className="scan-tools">
        {follows ? null : (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.6} aria-hidden />}
            loading={drawn.isFetching}
            onClick={() => setWanted(now)}
          >
            {wanted === undefined ? 'Lihat konsep surat' : 'Perbarui konsep surat'}
          </Button>
        )}
        {address === undefined ? null : (
          <Button
            component="a"
            href={address}
            target="_blank"
            variant="default"
            leftSection={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
          >
            Buka konsep di tab baru
          </Button>
        )}
      </div>
      <Text size="xs" c="dark.6" role="status">
        {drawn.isFetching
          ? 'Menggambar konsep…'
          : isBehind
            ? 'Isian sudah berubah sejak konsep ini digambar.'
            : drawn.data === undefined
              ? ''
              : 'Konsep sesuai isian. Belum bernomor, belum ditandatangani.'}
      </Text>
      <ProblemNotice error={drawn.error} retry={() => void drawn.refetch()} />
      {address === undefined ? (
        drawn.isFetching ? (
          <Skeleton className="letter-frame" />
        ) : null
      ) : (
        <iframe
          src={address}
          title={`Konsep ${letter.label}`}
          className="letter-frame"
          data-behind={isBehind}
        />
      )}
    </div>
  );
}
