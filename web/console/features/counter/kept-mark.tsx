// Whether what was typed is on the server yet, in a word.
import { Text } from '@mantine/core';
import { clockTime } from '../../shared/clock-time.ts';
import type { Keeping } from './use-kept-entry.ts';

const wordsOf = (keeping: Keeping, zone: string): string => {
  switch (keeping.state) {
    case 'clean':
      return '';
    case 'waiting':
      return 'Belum tersimpan…';
    case 'saving':
      return 'Menyimpan…';
    case 'kept':
      return `Isian tersimpan ${clockTime(keeping.at, zone)}`;
    case 'failed':
      return 'Belum tersimpan';
  }
};

export function KeptMark({ keeping, zone }: { keeping: Keeping; zone: string }) {
  return (
    <Text size="sm" c="dark.6" className="kept-mark" data-state={keeping.state}>
      {wordsOf(keeping, zone)}
    </Text>
  );
}
