// Opens the PDF of a letter in a tab of its own: where frames show none, to keep it, or to sign it outside.
import { type LetterView, openLetter } from '@layan/contract/staff/letters';
import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { letterName } from './letter-words.ts';

interface Props {
  readonly caseId: string;
  readonly letter: LetterView;
  readonly label?: string;
}

export function OpenLetter({ caseId, letter, label = 'Buka di tab baru' }: Props) {
  const api = useApi();
  const { id } = letter;
  const open = useMutation({
    mutationFn: async (tab: Window | null) => {
      const { url } = await api.call(openLetter, { params: { caseId, letterId: id ?? '' } });
      tab?.location.replace(url);
      return { url, opened: tab !== null };
    },
    onError: (_error, tab) => tab?.close(),
  });
  if (id === undefined || letter.file === undefined) return null;
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
        aria-label={`${label}: ${letterName(letter)}`}
        loading={open.isPending}
        onClick={() => {
          // The tab must open within the click; its address comes a moment later.
          const tab = window.open('', '_blank');
          if (tab !== null) tab.opener = null;
          open.mutate(tab);
        }}
      >
        {label}
      </Button>
      {open.data === undefined || open.data.opened ? null : (
        <p className="letter-link">
          <a href={open.data.url} target="_blank" rel="noreferrer">
            Buka PDF
          </a>
        </p>
      )}
      <ProblemNotice error={open.error} arrive />
    </div>
  );
}
