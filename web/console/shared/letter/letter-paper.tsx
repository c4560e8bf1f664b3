// A letter as it was drawn or signed, in a frame. Its link lives for a minute, so it is asked for when somebody looks.

import type { LetterView } from '@layan/contract/staff/letter-view';
import { openLetter } from '@layan/contract/staff/letters';
import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { letterName } from './letter-words.ts';
import { OpenLetter } from './open-letter.tsx';
import './letter.css';

interface Props {
  readonly caseId: string;
  readonly letter: LetterView;
}

export function LetterPaper({ caseId, letter }: Props) {
  const api = useApi();
  const { id, file } = letter;
  const link = useQuery({
    queryKey: ['letter', caseId, id, file?.sha256],
    queryFn: () => api.call(openLetter, { params: { caseId, letterId: id ?? '' } }),
    enabled: id !== undefined && file !== undefined,
    // Every link is logged as a reading: ask for one only when somebody looks.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  if (file === undefined) return <Text size="sm">Surat sedang disiapkan. Biasanya beberapa detik.</Text>;
  if (link.isError) return <ProblemNotice error={link.error} retry={() => void link.refetch()} />;
  return (
    <div className="letter-paper">
      <OpenLetter caseId={caseId} letter={letter} />
      {link.data === undefined ? (
        <Skeleton className="letter-frame" role="status" aria-label="Membuka surat" />
      ) : (
        <iframe src={link.data.url} title={letterName(letter)} className="letter-frame" />
      )}
    </div>
  );
}
