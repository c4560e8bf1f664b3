import { describe, expect, test } from 'vitest';
import type { Atom, Element } from './atom.ts';
import { columnWidths } from './lines-table.ts';
import { paginate } from './paginate.ts';

const of: Element = { tag: 'P' };
const atom = (text: string, more: Partial<Atom> = {}): Atom => ({
  height: 10,
  pieces: [
    {
      ...{ kind: 'line', x: 0, y: 0, width: 10, text, face: 'regular', size: 10, leading: 1 },
      ...{ ink: '#000000', align: 'left', of },
    },
  ],
  ...more,
});

const laid = (atoms: readonly Atom[], bottom = 30) =>
  paginate(atoms, { top: 0, bottom, spacing: 1 }).map((page) =>
    page.flatMap((piece) => (piece.kind === 'line' ? [`${piece.text}@${piece.y}`] : [])),
  );

describe('atoms on pages', () => {
  test('follow each other and turn the page when it is full', () => {
    expect(laid(['a', 'b', 'c', 'd'].map((text) => atom(text)))).toEqual([['a@0', 'b@10', 'c@20'], ['d@0']]);
  });

  test('leave their space above, but not where a page begins', () => {
    expect(laid([atom('a', { before: 5 }), atom('b', { before: 5 }), atom('c', { before: 5 })])).toEqual([
      ['a@0', 'b@15'],
      ['c@0'],
    ]);
  });

  test('turn the page together when they stick', () => {
    expect(laid([atom('a'), atom('b', { stick: true }), atom('c', { stick: true }), atom('d')])).toEqual([
      ['a@0'],
      ['b@0', 'c@10', 'd@20'],
    ]);
  });

  test('part where even one page cannot hold all that sticks', () => {
    const atoms = ['a', 'b', 'c', 'd', 'e'].map((text) => atom(text, { stick: true }));
    expect(laid(atoms)).toEqual([
      ['a@0', 'b@10', 'c@20'],
      ['d@0', 'e@10'],
    ]);
  });

  test('begin a new page where they must, and leave none empty', () => {
    expect(
      laid([atom('a', { newPage: true }), atom('b', { stick: true }), atom('c', { newPage: true })]),
    ).toEqual([['a@0', 'b@10'], ['c@0']]);
  });

  test('repeat headings at the top of a page only', () => {
    const repeat = atom('head');
    const rows = ['a', 'b', 'c'].map((text) => atom(text, { repeat }));
    expect(laid([{ ...repeat, stick: true }, ...rows])).toEqual([
      ['head@0', 'a@10', 'b@20'],
      ['head@0', 'c@10'],
    ]);
  });
});

describe('widths of columns', () => {
  const sum = (widths: readonly number[]) =>
    Math.round(widths.reduce((all, each) => all + each, 0) * 1000) / 1000;

  test('grow in their measure when there is room', () => {
    expect(
      columnWidths(
        [
          { least: 10, wished: 10 },
          { least: 20, wished: 30 },
        ],
        80,
      ),
    ).toEqual([20, 60]);
  });

  test('give all their words room, and those who lack little first', () => {
    const columns = [
      { least: 10, wished: 14 },
      { least: 20, wished: 200 },
      { least: 30, wished: 30 },
    ];
    expect(columnWidths(columns, 100).map(Math.round)).toEqual([14, 56, 30]);
  });

  test('shrink in their measure when not even words fit', () => {
    const widths = columnWidths(
      [
        { least: 60, wished: 60 },
        { least: 140, wished: 140 },
      ],
      100,
    );
    expect(widths.map(Math.round)).toEqual([30, 70]);
    expect(sum(widths)).toBe(100);
  });
});
