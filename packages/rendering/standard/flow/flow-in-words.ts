// The flowchart as sentences, for those who would rather read or listen.
import type { Standard } from '@layan/domain/standard/standard';
import type { Flow, FlowRow, FlowWay } from './flow.ts';
import { anyMoment } from './summary.ts';

const wayInWords = ({ label, leads, rows }: FlowWay): string => {
  const verb = rows.length === 0 ? 'berakhir:' : leads.startsWith('ulangi ') ? '' : 'lanjut ke langkah';
  const next = leads === '' ? '' : `${verb} ${leads.replace(/^ulangi /, 'ulangi langkah ')}`.trim();
  return [label, next].filter((part) => part !== '').join(', ');
};

const rowInWords = ({ lanes }: Flow, { node, number, lane, title, notes, ways }: FlowRow): string => {
  const by = node.kind === 'task' || node.kind === 'supply' ? ` oleh ${lanes[lane]?.label ?? ''}` : '';
  const head = number === undefined ? title : `Langkah ${number}${by}: ${title}`;
  const said = ways.map(wayInWords).join('; ');
  const results = ways.length > 1 ? `Hasil: ${said}.` : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  return [`${head}.`, ...notes, ...(ways.length === 0 ? [] : [results])].join(' ');
};

export const flowInWords = (standard: Standard, flow: Flow): readonly string[] => {
  const moments = anyMoment(standard, flow);
  return [
    ...flow.rows.map((row) => rowInWords(flow, row)),
    ...(moments.length === 0
      ? []
      : [`Sewaktu-waktu: ${moments.join(' ').replaceAll(' → ', ', berakhir: ')}`]),
    `Akhir perkara: ${flow.endings.map(({ letter, label }) => `${letter}. ${label}`).join('; ')}.`,
  ];
};
