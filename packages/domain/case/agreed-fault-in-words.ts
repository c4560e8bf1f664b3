// Why a date cannot be agreed on, and the last one that can.
import { dayInWords } from '../deadline/dates-in-words.ts';
import type { AgreedFault } from './command.ts';

const reasons = {
  'no-date': 'bukan tanggal',
  over: 'sudah lewat',
  'too-late': 'melampaui batas kesepakatan',
} as const satisfies Record<AgreedFault['why'], string>;

/** "sudah lewat; paling lambat Rabu, 20 Mei 2026" */
export const agreedFaultInWords = ({ why, last }: AgreedFault): string =>
  `${reasons[why]}; paling lambat ${dayInWords(last)}`;
