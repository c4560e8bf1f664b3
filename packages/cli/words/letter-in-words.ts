// A letter as plain lines, for whoever writes its template.
import type { LetterArtwork } from '@layan/domain/letter/letter-artwork';
import type { TextBlock } from '@layan/domain/letter/letter-text';

const aligned = (rows: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `${label.padEnd(width)} : ${value}`);
};

const columns = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => {
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join(' | ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('-|-'), ...rows.map(line)];
};

const block = (one: TextBlock): readonly string[] => {
  switch (one.kind) {
    case 'paragraph':
      return [one.text];
    case 'list':
      return one.points.map((point, at) => `${at + 1}. ${point}`);
    case 'table':
      return one.rows.length === 0 ? [] : aligned(one.rows.map(({ label, value }) => [label, value]));
    case 'lines':
      return one.rows.length === 0 ? ['(tidak ada baris)'] : columns(one.head, one.rows);
  }
};

const parts = (blocks: readonly TextBlock[]): readonly string[] =>
  blocks.flatMap((one) => ['', ...block(one)]);

const heading = ({ text, number, place, date }: LetterArtwork): readonly string[] => {
  const { layout, title, nature, annex, subject, to } = text;
  if (layout !== 'letter') return [title, ...(number === undefined ? [] : [`Nomor ${number}`])];
  const head: readonly (readonly [string, string | undefined])[] = [
    ['Nomor', number ?? '[nomor saat ditetapkan]'],
    ['Sifat', nature],
    ['Lampiran', annex],
    ['Hal', subject],
  ];
  return [
    `${place}, ${date ?? '[tanggal saat ditetapkan]'}`,
    ...aligned(head.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))),
    ...(to.length === 0 ? [] : ['', ...to.map((line, at) => `${at === 0 ? 'Yth. ' : '     '}${line}`)]),
  ];
};

export const letterInWords = (artwork: LetterArtwork): string => {
  const { text, signature, governmentName, agencyName } = artwork;
  return [
    governmentName.toUpperCase(),
    agencyName.toUpperCase(),
    '',
    ...heading(artwork),
    ...parts(text.body),
    '',
    ...(text.layout === 'letter' ? [] : [`${artwork.place}, ${artwork.date ?? '[tanggal saat ditetapkan]'}`]),
    ...signature.office,
    '',
    signature.name ?? '(nama penanda tangan)',
    ...(text.others.length === 0 ? [] : ['', ...text.others]),
    ...(text.copies.length === 0
      ? []
      : ['', 'Tembusan:', ...text.copies.map((copy, at) => `${at + 1}. ${copy}`)]),
    ...text.annexes.flatMap(({ title, body }) => ['', `--- ${title} ---`, ...parts(body)]),
  ].join('\n');
};
