// How far an import came, in one line.
import type { ImportView } from '@layan/contract/staff/register';

export const countWords = ({ counts, done, rows }: Pick<ImportView, 'counts' | 'done' | 'rows'>): string =>
  [
    `${done} dari ${rows} baris`,
    `${counts.taken} kartu diambil`,
    `${counts.unchanged} sudah ada`,
    `${counts.problems} perlu dilihat`,
    ...(counts.unguarded > 0 ? [`${counts.unguarded} tidak terjaga`] : []),
  ].join(' · ');
