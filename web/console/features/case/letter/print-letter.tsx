// Prints a letter that was signed, to hand it over: the signed file first, copies that say so afterwards. Each is counted.
import { printLetter } from '@layan/contract/print-api';
import type { LetterView } from '@layan/contract/staff/letter-view';
import { Button, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useApi } from '../../../shared/api.ts';
import { letterName } from '../../../shared/letter/letter-words.ts';
import { ProblemNotice } from '../../../shared/problem-notice.tsx';
import { useNewTab } from '../../../shared/use-new-tab.ts';

const ways = [
  { marked: false, label: 'Cetak surat' },
  { marked: true, label: 'Cetak salinan' },
] as const;

interface Printed {
  readonly kind: 'unsigned' | 'original' | 'copy';
  readonly copy?: number | undefined;
}

function words({ kind, copy }: Printed): string {
  const count = copy === undefined ? '' : `, cetakan ke-${copy}`;
  if (kind === 'copy') return `Salinan bertanda “Salinan”${count}`;
  return kind === 'original' ? `Surat asli${count}` : 'Surat yang belum ditandatangani';
}

export function PrintLetter({ caseId, letter }: { caseId: string; letter: LetterView }) {
  const api = useApi();
  const { id = '' } = letter;
  const tab = useNewTab(({ marked }: { marked: boolean }) =>
    api.call(printLetter, { params: { caseId, letterId: id }, body: marked ? { marked } : {} }),
  );
  const { found } = tab;
  return (
    <div className="print-letter">
      <div className="scan-tools">
        {ways.map(({ marked, label }) => (
          <Button
            key={label}
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.6} aria-hidden />}
            aria-label={`${label}: ${letterName(letter)}`}
            loading={tab.opening?.marked === marked}
            onClick={() => tab.open({ marked })}
          >
            {label}
          </Button>
        ))}
      </div>
      <div role="status">
        {found === undefined ? null : (
          <Text size="sm">
            {words(found)}
            {found.opened ? ' terbuka di tab baru.' : ': '}
            {found.opened ? null : (
              <a href={found.url} target="_blank" rel="noreferrer">
                buka PDF
              </a>
            )}
          </Text>
        )}
      </div>
      <ProblemNotice error={tab.error} arrive />
    </div>
  );
}
