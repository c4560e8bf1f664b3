// Opens the PDF of a letter in a tab of its own: where frames show none, to keep it, or to sign it outside.

import type { LetterView } from '@layan/contract/staff/letter-view';
import { openLetter } from '@layan/contract/staff/letters';
import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useApi } from '../api.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useNewTab } from '../use-new-tab.ts';
import { letterName } from './letter-words.ts';

interface Props {
  readonly caseId: string;
  readonly letter: LetterView;
  readonly label?: string;
}

export function OpenLetter({ caseId, letter, label = 'Buka di tab baru' }: Props) {
  const api = useApi();
  const { id, file } = letter;
  const tab = useNewTab((letterId: string) => api.call(openLetter, { params: { caseId, letterId } }));
  if (id === undefined || file === undefined) return null;
  return (
    <div>
      <Button
        variant="default"
        leftSection={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
        aria-label={`${label}: ${letterName(letter)}`}
        loading={tab.opening !== undefined}
        onClick={() => tab.open(id)}
      >
        {label}
      </Button>
      {tab.found === undefined || tab.found.opened ? null : (
        <p className="letter-link">
          <a href={tab.found.url} target="_blank" rel="noreferrer">
            Buka PDF
          </a>
        </p>
      )}
      <ProblemNotice error={tab.error} arrive />
    </div>
  );
}
